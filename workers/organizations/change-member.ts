import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Context } from 'hono'
import { members, users } from '../../migrations/schema.ts'
import type { Member, Role } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import type { Membership, UserActor } from '../auth/actor.ts'
import type { AppContext, Env } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { revokeOpen } from './invitations.ts'
import { mayGrant } from './member-rules.ts'
import { guardRefusal, ownerStays, rolesStand } from './role-guards.ts'

/** One member of an organisation that the actor may see already. @throws ProblemError `not_found` */
export async function readMember(env: Env, organizationId: string, userId: string): Promise<Member> {
  const [row] = await drizzle(env.DB)
    .select({ member: members, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, organizationId), eq(members.userId, userId)))
  if (!row) throw notFound('member')
  return wireMember(row)
}

export function wireMember(row: {
  member: typeof members.$inferSelect
  name: string
  email: string
}): Member {
  const { userId, role, createdAt } = row.member
  return {
    user_id: userId,
    name: row.name,
    email: row.email,
    role,
    created_at: new Date(createdAt).toISOString(),
  }
}

/**
 * Gives a member another role. [O5]
 *
 * @throws ProblemError `forbidden` for a role above the actor's own, `conflict` for the last owner, or when roles
 *   were changed meanwhile
 */
export async function changeRole(
  c: Context<AppContext>,
  actor: UserActor,
  { role: own }: Membership,
  organizationId: string,
  member: Member,
  role: Role,
): Promise<void> {
  requireGrant(own, member.role, role)
  const change = c.env.DB.prepare(
    'UPDATE members SET role = ?3 WHERE organization_id = ?1 AND user_id = ?2',
  ).bind(organizationId, member.user_id, role)
  await write(c, actor, own, organizationId, member, 'member.update', { role }, [
    ...(role === 'owner' ? [] : [ownerStays(c.env.DB, organizationId, member.user_id)]),
    change,
    ...(role === 'owner' ? [] : [offersEnd(c.env.DB, organizationId, member.user_id)]),
  ])
}

/**
 * Ends a membership: the actor's own, or another's. [O5]
 *
 * @throws ProblemError `forbidden` for one above the actor's own, `conflict` for the last owner, or when roles were
 *   changed meanwhile
 */
export async function removeMember(
  c: Context<AppContext>,
  actor: UserActor,
  { role: own }: Membership,
  organizationId: string,
  member: Member,
): Promise<void> {
  if (member.user_id !== actor.id) requireGrant(own, member.role, member.role)
  const removal = c.env.DB.prepare('DELETE FROM members WHERE organization_id = ?1 AND user_id = ?2').bind(
    organizationId,
    member.user_id,
  )
  await write(c, actor, own, organizationId, member, 'member.remove', null, [
    ownerStays(c.env.DB, organizationId, member.user_id),
    removal,
    offersEnd(c.env.DB, organizationId, member.user_id),
  ])
}

function requireGrant(own: Role, from: Role, to: Role): void {
  if (mayGrant(own, from) && mayGrant(own, to)) return
  throw new ProblemError('forbidden', 'Only an owner makes owners, or changes what an owner is.')
}

/** Takes back the invitations of somebody who might not make them any more. */
function offersEnd(db: D1Database, organizationId: string, invitedBy: string): D1PreparedStatement {
  return statementOf(db, revokeOpen(db, { organizationId, invitedBy }, Date.now()))
}

async function write(
  c: Context<AppContext>,
  actor: UserActor,
  own: Role,
  organizationId: string,
  member: Member,
  action: 'member.update' | 'member.remove',
  after: { role: Role } | null,
  statements: D1PreparedStatement[],
): Promise<void> {
  const event: AuditEvent = {
    ...auditBy(c, actor),
    organizationId,
    action,
    target: { type: 'user', id: member.user_id },
    before: { role: member.role },
    after,
  }
  const decided = rolesStand(
    c.env.DB,
    organizationId,
    { userId: actor.id, role: own },
    { userId: member.user_id, role: member.role },
  )
  try {
    await recordAudit(c.env, event, [decided, ...statements])
  } catch (error) {
    throw guardRefusal(error, 'An organisation keeps at least one owner: name another one first.')
  }
}
