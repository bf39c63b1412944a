import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono } from 'hono'
import { users, userTokens } from '../../migrations/schema.ts'
import { accountPatchSchema, changePasswordSchema, tokenInputSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { statementOf } from '../audit/record-audit.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import { newId, newSecret, secretHash } from '../auth/secrets.ts'
import { dropSession } from '../auth/session-cookie.ts'
import type { AppContext } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { inPages, listQuerySchema, pageOf } from '../http/list-page.ts'
import { notFound } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { changePassword } from '../identity/change-password.ts'
import { recordPersonal } from '../identity/personal-log.ts'
import { readAccount } from '../identity/read-account.ts'
import { revokeSession } from '../identity/revoke-session.ts'
import { sessionId, wireSession, type SessionRow } from '../identity/wire-session.ts'

/** Who is signed in, and what is theirs. [O6] */
export const account = new Hono<AppContext>({ strict: false })

const dayMs = 24 * 3600 * 1000

account.get('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  return c.json(await readAccount(c.env, actor))
})

account.patch('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { name = actor.name } = await readBody(c.req.raw, accountPatchSchema)
  const update = drizzle(c.env.DB)
    .update(users)
    .set({ name, updatedAt: Date.now() })
    .where(eq(users.id, actor.id))
  await recordPersonal(
    c.env,
    actor.id,
    {
      ...auditBy(c, actor),
      action: 'account.update',
      target: { type: 'user', id: actor.id },
      before: { name: actor.name },
      after: { name },
    },
    [statementOf(c.env.DB, update)],
  )
  return c.json(await readAccount(c.env, { ...actor, name }))
})

account.post('/password', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  await changePassword(c, actor, await readBody(c.req.raw, changePasswordSchema))
  return c.body(null, 204)
})

account.get('/sessions', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const query = readQuery(c.req.url, listQuerySchema)
  // Those from before there were names come first among their like.
  const name = sql`coalesce(${userTokens.id}, '')`
  const live = and(
    eq(userTokens.userId, actor.id),
    isNull(userTokens.revokedAt),
    or(isNull(userTokens.expiresAt), gt(userTokens.expiresAt, Date.now())),
  )
  const all = drizzle(c.env.DB).select().from(userTokens).$dynamic()
  const rows = await inPages(all, query, live, [userTokens.createdAt, name])
  const wire = (row: SessionRow) => wireSession(row, actor.credential)
  return c.json(pageOf(rows, query, (row) => [row.createdAt, row.id ?? ''], wire))
})

account.delete('/sessions/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const rows = await drizzle(c.env.DB)
    .select()
    .from(userTokens)
    .where(and(eq(userTokens.userId, actor.id), isNull(userTokens.revokedAt)))
  const row = rows.find((one) => sessionId(one) === c.req.param('id'))
  if (!row) throw notFound('session')
  await revokeSession(c, actor, row)
  recheckViewers(c.env, [...actor.memberships.keys()])
  return c.body(null, 204)
})

account.post('/tokens', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { name, expires_in_days } = await readBody(c.req.raw, tokenInputSchema)
  const now = Date.now()
  const token = newSecret('cus_user_')
  const row: SessionRow = {
    hash: secretHash(token),
    id: newId('tok_'),
    userId: actor.id,
    kind: 'token',
    name,
    address: clientAddress(c.req.raw, c.env),
    userAgent: null,
    createdAt: now,
    lastUsedAt: null,
    expiresAt: expires_in_days === undefined ? null : now + expires_in_days * dayMs,
    revokedAt: null,
  }
  await recordPersonal(
    c.env,
    actor.id,
    {
      ...auditBy(c, actor),
      action: 'token.create',
      target: { type: 'token', id: row.id },
      after: { name, expires_in_days: expires_in_days ?? null },
    },
    [statementOf(c.env.DB, drizzle(c.env.DB).insert(userTokens).values(row))],
  )
  return c.json({ ...wireSession(row, actor.credential), token }, 201, { 'Cache-Control': 'no-store' })
})

account.post('/sign-out', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const [row] = await drizzle(c.env.DB)
    .select()
    .from(userTokens)
    .where(and(eq(userTokens.hash, actor.credential), eq(userTokens.kind, 'session')))
  // A token is no session: it goes on until it is revoked by name.
  if (row) await revokeSession(c, actor, row)
  recheckViewers(c.env, [...actor.memberships.keys()])
  dropSession(c)
  return c.body(null, 204)
})
