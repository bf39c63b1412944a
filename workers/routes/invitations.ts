import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { waitUntil } from 'cloudflare:workers'
import { Hono } from 'hono'
import { invitations as table, members, users } from '../../migrations/schema.ts'
import { invitationInputSchema, invitationTokenSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { newId, newSecret, secretHash } from '../auth/secrets.ts'
import { configOf } from '../config.ts'
import type { AppContext } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { inPages, listQuerySchema, pageOf } from '../http/list-page.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { mailGate } from '../limits/mail-gate.ts'
import { invitationLetter } from '../mail/letters.ts'
import { mailFailed } from '../mail/mail-failed.ts'
import { send } from '../mail/mailer.ts'
import { acceptInvitation } from '../organizations/accept-invitation.ts'
import { findOrganization } from '../organizations/find-organization.ts'
import {
  invitationMs,
  openInvitation,
  revokeOpen,
  wireInvitation,
  type InvitationRow,
} from '../organizations/invitations.ts'
import { mayGrant } from '../organizations/member-rules.ts'

/** Invitations, as those see them who invite. [O7] */
export const organizationInvitations = new Hono<AppContext>({ strict: false })
/** Invitations, as those see them who are invited. [O7] */
export const invitations = new Hono<AppContext>({ strict: false })

organizationInvitations.get('/:id/invitations', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findOrganization(c.env, actor, c.req.param('id'), 'invitation:list')
  const query = readQuery(c.req.url, listQuerySchema)
  const all = drizzle(c.env.DB).select().from(table).$dynamic()
  const rows = await inPages(all, query, eq(table.organizationId, row.id), [table.createdAt, table.id])
  const now = Date.now()
  const wire = (invitation: InvitationRow) => wireInvitation(invitation, now)
  return c.json(pageOf(rows, query, ({ createdAt, id }) => [createdAt, id], wire))
})

organizationInvitations.post('/:id/invitations', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const organization = await findOrganization(c.env, actor, c.req.param('id'), 'invitation:create')
  const { email, role } = await readBody(c.req.raw, invitationInputSchema)
  if (!mayGrant(organization.membership.role, role)) {
    throw new ProblemError('forbidden', 'Only an owner makes owners.')
  }
  if (organization.row.personalOf !== null) {
    throw new ProblemError('conflict', 'A personal organisation takes no other members: create another one.')
  }
  const organizationId = organization.row.id
  const d1 = drizzle(c.env.DB)
  const [member] = await d1
    .select({ id: users.id })
    .from(users)
    .innerJoin(members, and(eq(members.userId, users.id), eq(members.organizationId, organizationId)))
    .where(eq(users.email, email))
  if (member) throw new ProblemError('conflict', 'That person is a member already.')
  const now = Date.now()
  await mailGate(c.env.DB, { email, address: clientAddress(c.req.raw, c.env) }, now)
  const token = newSecret('cus_invite_')
  const row: InvitationRow = {
    id: newId('inv_'),
    organizationId,
    email,
    role,
    hash: secretHash(token),
    invitedBy: actor.id,
    createdAt: now,
    expiresAt: now + invitationMs,
    acceptedAt: null,
    revokedAt: null,
  }
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId,
      action: 'invitation.create',
      target: { type: 'invitation', id: row.id },
      after: { email, role },
    },
    [
      // The newest one counts: an older one may have offered more.
      statementOf(c.env.DB, revokeOpen(c.env.DB, { organizationId, email }, now)),
      statementOf(c.env.DB, d1.insert(table).values(row)),
    ],
  )
  const named = { organization: organization.row.name, inviter: actor.name, token }
  const letter = invitationLetter(configOf(c.env).PUBLIC_URL, email, named)
  waitUntil(send(c.env, letter).catch(mailFailed))
  return c.json(wireInvitation(row, now), 201)
})

organizationInvitations.delete('/:id/invitations/:invitation_id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row: organization } = await findOrganization(c.env, actor, c.req.param('id'), 'invitation:revoke')
  const d1 = drizzle(c.env.DB)
  const isIt = and(eq(table.id, c.req.param('invitation_id')), eq(table.organizationId, organization.id))
  const [row] = await d1.select().from(table).where(isIt)
  if (!row) throw notFound('invitation')
  if (row.acceptedAt !== null) {
    throw new ProblemError('conflict', 'The invitation is accepted: remove the member instead.')
  }
  const update = d1
    .update(table)
    .set({ revokedAt: row.revokedAt ?? Date.now() })
    .where(isIt)
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: organization.id,
      action: 'invitation.revoke',
      target: { type: 'invitation', id: row.id },
      before: { email: row.email, role: row.role },
    },
    [statementOf(c.env.DB, update)],
  )
  return c.body(null, 204)
})

// What the mail's link shows, before anybody is signed in: whoever holds the secret was sent it.
invitations.post('/look', async (c) => {
  const { token } = await readBody(c.req.raw, invitationTokenSchema)
  const { row, organization } = await openInvitation(c.env, token, Date.now())
  return c.json({
    organization: { id: organization.id, name: organization.name },
    email: row.email,
    role: row.role,
    expires_at: new Date(row.expiresAt).toISOString(),
  })
})

invitations.post('/accept', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { token } = await readBody(c.req.raw, invitationTokenSchema)
  return c.json(await acceptInvitation(c, actor, token))
})
