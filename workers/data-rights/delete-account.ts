import type { Context } from 'hono'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { UserActor } from '../auth/actor.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import type { AppContext } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { guardRefusal, ownerStays } from '../organizations/role-guards.ts'
import { deleteOrganization } from './delete-organization.ts'
import { tableRights } from './tables.ts'

const lastOwner =
  'You are the last owner of an organisation that others are in. Name another owner, or delete it, first.'

/** An organisation of a person about to go. */
interface Left {
  id: string
  role: string
  /** Members beside the person. */
  others: number
  /** Owners beside the person. */
  owners: number
}

/**
 * Deletes a person with all that is theirs: sessions and sockets, ways to sign in, views, invitations, and every
 * organisation that nobody else is in. Where others go on, the membership ends and what names the person is
 * erased; their id stays in what was chained, and stands for nobody. [D2] [D3]
 *
 * @throws ProblemError `conflict` when others would be left without an owner
 */
export async function deleteAccount(c: Context<AppContext>, actor: UserActor): Promise<void> {
  const { env } = c
  const left = await organizationsOf(env.DB, actor.id)
  const orphaned = left.find(({ role, others, owners }) => role === 'owner' && others > 0 && owners === 0)
  if (orphaned) throw new ProblemError('conflict', lastOwner)
  const now = Date.now()
  // The others are told first, each in its own log; asked for again, what is done is not done twice.
  for (const { id, role } of left.filter(({ others }) => others > 0)) {
    await leave(c, actor, id, role)
  }
  for (const { id } of left.filter(({ others }) => others === 0)) await deleteOrganization(env, id, now)
  await env.DB.batch(
    Object.entries(tableRights).flatMap(([table, { ofPerson, personEnds }]) => {
      if (ofPerson === null || personEnds === null || personEnds === 'kept') return []
      const sql =
        personEnds === 'deleted'
          ? `DELETE FROM ${table} WHERE (${ofPerson})`
          : `UPDATE ${table} SET ${personEnds.set} WHERE (${ofPerson})`
      // A statement must use all parameters that are bound, and no id is an e-mail.
      return [env.DB.prepare(`${sql} AND ?1 <> ?2`).bind(actor.id, actor.email)]
    }),
  )
  recheckViewers(
    env,
    left.map(({ id }) => id),
  )
}

async function organizationsOf(db: D1Database, userId: string): Promise<Left[]> {
  const { results } = await db
    .prepare(
      `SELECT own.organization_id AS id, own.role,
         (SELECT count(*) FROM members o WHERE o.organization_id = own.organization_id AND o.user_id <> ?1)
           AS others,
         (SELECT count(*) FROM members o WHERE o.organization_id = own.organization_id AND o.user_id <> ?1
           AND o.role = 'owner') AS owners
       FROM members own WHERE own.user_id = ?1`,
    )
    .bind(userId)
    .all<Left>()
  return results
}

/** Ends one membership, unless another owner has gone meanwhile: the column's NOT NULL then fails it all. */
async function leave(
  c: Context<AppContext>,
  actor: UserActor,
  organizationId: string,
  role: string,
): Promise<void> {
  const removal = c.env.DB.prepare('DELETE FROM members WHERE organization_id = ?1 AND user_id = ?2')
  const { actor: who, requestId } = auditBy(c, actor)
  try {
    await recordAudit(
      c.env,
      {
        actor: who,
        ...(requestId !== undefined && { requestId }),
        organizationId,
        action: 'member.remove',
        target: { type: 'user', id: actor.id },
        before: { role },
        after: null,
      },
      [ownerStays(c.env.DB, organizationId, actor.id), removal.bind(organizationId, actor.id)],
    )
  } catch (error) {
    throw guardRefusal(error, lastOwner)
  }
}
