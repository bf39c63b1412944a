import { and, eq, inArray, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono } from 'hono'
import { savedViews, users } from '../../migrations/schema.ts'
import { savedViewInputSchema, savedViewPatchSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import { can } from '../auth/access.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { requireRight } from '../auth/require-right.ts'
import { newId } from '../auth/secrets.ts'
import type { AppContext } from '../env.ts'
import { inPages, listQuerySchema, pageOf } from '../http/list-page.ts'
import { notFound } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { findView, viewOf, wireView, type ViewRow } from '../views/find-view.ts'

/** Places on the page that people named: one's own, and those shared with one's organisations. [S5] */
export const views = new Hono<AppContext>({ strict: false })

views.get('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const query = readQuery(c.req.url, listQuerySchema)
  const organizations = [...actor.memberships.keys()].filter((id) => can(actor, 'view:read', viewOf(id)))
  const all = drizzle(c.env.DB)
    .select({ row: savedViews, owner: users.name })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .$dynamic()
  const readable = and(
    inArray(savedViews.organizationId, organizations),
    or(eq(savedViews.userId, actor.id), eq(savedViews.shared, true)),
  )
  const rows = await inPages(all, query, readable, [savedViews.createdAt, savedViews.id])
  return c.json(
    pageOf(
      rows,
      query,
      ({ row }) => [row.createdAt, row.id],
      ({ row, owner }) => wireView(row, owner, actor),
    ),
  )
})

views.post('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const input = await readBody(c.req.raw, savedViewInputSchema)
  const resource = viewOf(input.organization_id)
  if (!actor.memberships.has(input.organization_id)) throw notFound('organisation')
  requireRight(actor, 'view:write', resource)
  if (input.shared) requireRight(actor, 'view:share', resource)
  const now = Date.now()
  const row: ViewRow = {
    id: newId('view_'),
    organizationId: input.organization_id,
    userId: actor.id,
    name: input.name,
    address: input.address,
    shared: input.shared,
    isDefault: input.is_default,
    createdAt: now,
    updatedAt: now,
  }
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'view.create',
      target: { type: 'view', id: row.id },
      after: told(row),
    },
    [statementOf(c.env.DB, drizzle(c.env.DB).insert(savedViews).values(row)), onlyDefault(c.env.DB, row)],
  )
  return c.json(wireView(row, actor.name, actor), 201)
})

views.patch('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row, owner } = await findView(c.env.DB, actor, c.req.param('id'), 'change')
  const change = await readBody(c.req.raw, savedViewPatchSchema)
  // Everybody is shown what a shared view is called and where it leads: changing that is sharing it.
  const reworded = change.name !== undefined || change.address !== undefined
  if (change.shared ?? (row.shared && reworded)) requireRight(actor, 'view:share', viewOf(row.organizationId))
  const changed: ViewRow = {
    ...row,
    name: change.name ?? row.name,
    address: change.address ?? row.address,
    shared: change.shared ?? row.shared,
    isDefault: change.is_default ?? row.isDefault,
    updatedAt: Date.now(),
  }
  const update = drizzle(c.env.DB).update(savedViews).set(changed).where(eq(savedViews.id, row.id))
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'view.update',
      target: { type: 'view', id: row.id },
      before: told(row),
      after: told(changed),
    },
    [statementOf(c.env.DB, update), onlyDefault(c.env.DB, changed)],
  )
  return c.json(wireView(changed, owner, actor))
})

views.delete('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findView(c.env.DB, actor, c.req.param('id'), 'delete')
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'view.delete',
      target: { type: 'view', id: row.id },
      before: told(row),
    },
    [statementOf(c.env.DB, drizzle(c.env.DB).delete(savedViews).where(eq(savedViews.id, row.id)))],
  )
  return c.body(null, 204)
})

/** What the audit log tells of a view: not its address, which may hold words somebody searched for. */
function told({ name, shared }: ViewRow) {
  return { name, shared }
}

/** A person has one default: a new one takes the place of the old. */
function onlyDefault(db: D1Database, { id, userId, isDefault }: ViewRow): D1PreparedStatement {
  return db
    .prepare(
      'UPDATE saved_views SET is_default = 0 WHERE ?1 AND user_id = ?2 AND is_default = 1 AND id <> ?3',
    )
    .bind(isDefault ? 1 : 0, userId, id)
}
