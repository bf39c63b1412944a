import { eq, inArray } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono } from 'hono'
import { members, organizations as table, users } from '../../migrations/schema.ts'
import { memberPatchSchema, organizationInputSchema, organizationPatchSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import type { AppContext } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { inPages, listQuerySchema, pageOf } from '../http/list-page.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { changeRole, readMember, removeMember, wireMember } from '../organizations/change-member.ts'
import { newOrganization } from '../organizations/create-organization.ts'
import { findOrganization, wireOrganization } from '../organizations/find-organization.ts'
import { requireRoom } from '../organizations/require-room.ts'

/** Organisations and their members. [O3] [O4] [O5] */
export const organizations = new Hono<AppContext>({ strict: false })

organizations.get('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const query = readQuery(c.req.url, listQuerySchema)
  const all = drizzle(c.env.DB).select().from(table).$dynamic()
  const own = inArray(table.id, [...actor.memberships.keys()])
  const rows = await inPages(all, query, own, [table.createdAt, table.id])
  const theirs = rows.flatMap((row) => {
    const membership = actor.memberships.get(row.id)
    return membership ? [{ row, membership }] : []
  })
  const place = ({ row }: (typeof theirs)[number]): [number, string] => [row.createdAt, row.id]
  return c.json(pageOf(theirs, query, place, ({ row, membership }) => wireOrganization(row, membership)))
})

organizations.post('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  if (!actor.emailVerified) {
    throw new ProblemError('email_unverified', 'Confirm your e-mail address first.')
  }
  requireRoom(actor)
  const { name } = await readBody(c.req.raw, organizationInputSchema)
  const { row, statements } = newOrganization(
    c.env.DB,
    { name, ownerId: actor.id, personal: false },
    Date.now(),
  )
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.id,
      action: 'organization.create',
      target: { type: 'organization', id: row.id },
      after: { name },
    },
    statements,
  )
  return c.json(wireOrganization(row, { role: 'owner', personal: false, auditorsSeeTexts: true }), 201)
})

organizations.get('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row, membership } = await findOrganization(c.env, actor, c.req.param('id'), 'org:read')
  return c.json(wireOrganization(row, membership))
})

organizations.patch('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row, membership } = await findOrganization(c.env, actor, c.req.param('id'), 'org:update')
  const patch = await readBody(c.req.raw, organizationPatchSchema)
  const before = wireOrganization(row, membership)
  const changed = {
    ...row,
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.erase_texts_after_days !== undefined && { eraseTextsAfterDays: patch.erase_texts_after_days }),
    ...(patch.delete_runs_after_days !== undefined && { deleteRunsAfterDays: patch.delete_runs_after_days }),
    ...(patch.auditors_see_texts !== undefined && { auditorsSeeTexts: patch.auditors_see_texts }),
  }
  const { name, eraseTextsAfterDays, deleteRunsAfterDays, auditorsSeeTexts } = changed
  const update = drizzle(c.env.DB)
    .update(table)
    .set({ name, eraseTextsAfterDays, deleteRunsAfterDays, auditorsSeeTexts })
    .where(eq(table.id, row.id))
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.id,
      action: 'organization.update',
      target: { type: 'organization', id: row.id },
      before: Object.fromEntries(
        Object.keys(patch).map((field) => [field, before[field as keyof typeof patch]]),
      ),
      after: patch,
    },
    [statementOf(c.env.DB, update)],
  )
  if (changed.auditorsSeeTexts !== row.auditorsSeeTexts) recheckViewers(c.env, [row.id])
  return c.json(wireOrganization(changed, membership))
})

organizations.get('/:id/members', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findOrganization(c.env, actor, c.req.param('id'), 'member:list')
  const query = readQuery(c.req.url, listQuerySchema)
  const all = drizzle(c.env.DB)
    .select({ member: members, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .$dynamic()
  const theirs = eq(members.organizationId, row.id)
  const rows = await inPages(all, query, theirs, [members.createdAt, members.userId])
  return c.json(pageOf(rows, query, ({ member }) => [member.createdAt, member.userId], wireMember))
})

organizations.patch('/:id/members/:user_id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row, membership } = await findOrganization(c.env, actor, c.req.param('id'), 'member:update')
  const { role } = await readBody(c.req.raw, memberPatchSchema)
  const member = await readMember(c.env, row.id, c.req.param('user_id'))
  if (role !== member.role) await changeRole(c, actor, membership, row.id, member, role)
  recheckViewers(c.env, [row.id])
  return c.json({ ...member, role })
})

organizations.delete('/:id/members/:user_id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const leaves = c.req.param('user_id') === actor.id
  // Everybody may leave.
  const action = leaves ? 'org:read' : 'member:remove'
  const { row, membership } = await findOrganization(c.env, actor, c.req.param('id'), action)
  const member = await readMember(c.env, row.id, c.req.param('user_id'))
  await removeMember(c, actor, membership, row.id, member)
  recheckViewers(c.env, [row.id])
  return c.body(null, 204)
})
