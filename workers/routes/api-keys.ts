import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { waitUntil } from 'cloudflare:workers'
import { Hono } from 'hono'
import { apiKeys as table } from '../../migrations/schema.ts'
import { keyInputSchema, keyPatchSchema, keyRotationSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { forgetKey, keptMs } from '../auth/find-key.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import { newId } from '../auth/secrets.ts'
import type { AppContext } from '../env.ts'
import { inPages, listQuerySchema, pageOf } from '../http/list-page.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { endOpenRun } from '../keys/end-open-run.ts'
import { findApiKey } from '../keys/find-api-key.ts'
import { newKeySecret } from '../keys/new-key-secret.ts'
import { rotation } from '../keys/rotation.ts'
import { wireKey, type KeyRow } from '../keys/wire-key.ts'
import { findProject } from '../organizations/find-project.ts'
import { requireRoomForKey } from '../organizations/require-room.ts'

/** The keys of a project. [O9] */
export const projectKeys = new Hono<AppContext>({ strict: false })
/** One key: change, rotate, revoke. [O10] [O11] */
export const apiKeys = new Hono<AppContext>({ strict: false })

projectKeys.get('/:id/keys', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const project = await findProject(c.env, actor, c.req.param('id'), 'key:list')
  const query = readQuery(c.req.url, listQuerySchema)
  const all = drizzle(c.env.DB).select().from(table).$dynamic()
  const rows = await inPages(all, query, eq(table.projectId, project.id), [table.createdAt, table.id])
  const now = Date.now()
  return c.json(
    pageOf(
      rows,
      query,
      (row) => [row.createdAt, row.id],
      (row) => wireKey(row, now),
    ),
  )
})

projectKeys.post('/:id/keys', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const project = await findProject(c.env, actor, c.req.param('id'), 'key:create')
  const input = await readBody(c.req.raw, keyInputSchema)
  await requireRoomForKey(c.env, project.id)
  const now = Date.now()
  const { key, prefix, hash } = newKeySecret(input.mode)
  const row: KeyRow = {
    id: newId('key_'),
    organizationId: project.organizationId,
    projectId: project.id,
    name: input.name,
    prefix,
    hash,
    scopes: JSON.stringify(input.scopes),
    onSevere: input.on_severe,
    allowedOrigins: JSON.stringify(input.allowed_origins),
    createdBy: actor.id,
    createdAt: now,
    lastUsedAt: null,
    expiresAt: input.expires_at == null ? null : futureInstant(input.expires_at, now),
    revokedAt: null,
    previousHash: null,
    previousUntil: null,
  }
  const wire = wireKey(row, now)
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'key.create',
      target: { type: 'key', id: row.id },
      after: wire,
    },
    [statementOf(c.env.DB, drizzle(c.env.DB).insert(table).values(row))],
  )
  return c.json({ ...wire, key }, 201, { 'Cache-Control': 'no-store' })
})

apiKeys.patch('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const row = await findApiKey(c.env, actor, c.req.param('id'), 'key:update')
  const patch = await readBody(c.req.raw, keyPatchSchema)
  const now = Date.now()
  const changed: KeyRow = {
    ...row,
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.on_severe !== undefined && { onSevere: patch.on_severe }),
    ...(patch.allowed_origins && { allowedOrigins: JSON.stringify(patch.allowed_origins) }),
    ...(patch.expires_at !== undefined && {
      expiresAt: patch.expires_at === null ? null : futureInstant(patch.expires_at, now),
    }),
  }
  const { name, onSevere, allowedOrigins, expiresAt } = changed
  const before = wireKey(row, now)
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'key.update',
      target: { type: 'key', id: row.id },
      before: Object.fromEntries(
        Object.keys(patch).map((field) => [field, before[field as keyof typeof patch]]),
      ),
      after: patch,
    },
    [
      statementOf(
        c.env.DB,
        drizzle(c.env.DB)
          .update(table)
          .set({ name, onSevere, allowedOrigins, expiresAt })
          .where(eq(table.id, row.id)),
      ),
    ],
  )
  forgetKey(row.id)
  return c.json(wireKey(changed, now))
})

// A new secret for the same key: its runs go on. [O10]
apiKeys.post('/:id/rotate', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const row = await findApiKey(c.env, actor, c.req.param('id'), 'key:rotate')
  const { overlap_hours } = await readBody(c.req.raw, keyRotationSchema)
  const now = Date.now()
  const { key, prefix, hash } = newKeySecret(row.prefix.startsWith('cus_test_') ? 'test' : 'live')
  const previousUntil = now + Math.round(overlap_hours * 3_600_000)
  const wire = wireKey({ ...row, prefix, hash, previousUntil }, now)
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'key.rotate',
      target: { type: 'key', id: row.id },
      before: { prefix: row.prefix },
      after: { prefix, previous_until: wire.previous_until },
    },
    [rotation(c.env.DB, row, { prefix, hash, previousUntil })],
  ).catch((error: unknown) => {
    const lost = error instanceof Error && error.message.includes('NOT NULL constraint failed: api_keys.hash')
    throw lost ? new ProblemError('conflict', 'Somebody else rotated the key this moment.') : error
  })
  forgetKey(row.id)
  return c.json({ ...wire, key }, 200, { 'Cache-Control': 'no-store' })
})

apiKeys.delete('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const row = await findApiKey(c.env, actor, c.req.param('id'), 'key:revoke')
  const update = drizzle(c.env.DB)
    .update(table)
    .set({ revokedAt: Date.now(), previousHash: null, previousUntil: null })
    .where(eq(table.id, row.id))
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'key.revoke',
      target: { type: 'key', id: row.id },
      before: { name: row.name, prefix: row.prefix },
    },
    [statementOf(c.env.DB, update)],
  )
  forgetKey(row.id)
  const author = { type: 'user', id: actor.id } as const
  await endOpenRun(c.env, row.id, author)
  recheckViewers(c.env, [row.organizationId])
  // Isolates that still believe in the key may open one more run until they ask again.
  waitUntil(scheduler.wait(keptMs + 1000).then(() => endOpenRun(c.env, row.id, author)))
  return c.body(null, 204)
})

/** @throws ProblemError `invalid_body` for an instant that has passed: to end a key now is to revoke it */
function futureInstant(iso: string, now: number): number {
  const at = Date.parse(iso)
  if (at > now) return at
  throw new ProblemError('invalid_body', 'expires_at: lies in the past. Revoke the key to end it now.', {
    errors: [{ field: 'expires_at', message: 'lies in the past' }],
  })
}
