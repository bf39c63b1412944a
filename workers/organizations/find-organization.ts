import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { organizations } from '../../migrations/schema.ts'
import type { Organization } from '../../protocol/index.ts'
import type { Action } from '../auth/access.ts'
import type { Membership, UserActor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { notFound } from '../http/problem-error.ts'

export type OrganizationRow = typeof organizations.$inferSelect

/** An organisation that an actor may do something to: checked already. */
export interface GrantedOrganization {
  row: OrganizationRow
  membership: Membership
}

/**
 * Looks an organisation up for a person and an action. [A2] [A5]
 *
 * @throws ProblemError `not_found` for a missing one and a stranger's alike, `forbidden` without the right
 */
export async function findOrganization(
  env: Env,
  actor: UserActor,
  id: string,
  action: Action,
): Promise<GrantedOrganization> {
  const membership = actor.memberships.get(id)
  if (!membership) throw notFound('organization')
  requireRight(actor, action, { organizationId: id, projectId: null, apiKeyId: null })
  const [row] = await drizzle(env.DB).select().from(organizations).where(eq(organizations.id, id))
  if (!row) throw notFound('organization')
  return { row, membership }
}

/** The organisation on the wire, as one of its members sees it. */
export function wireOrganization(row: OrganizationRow, membership: Membership): Organization {
  return {
    id: row.id,
    name: row.name,
    personal: row.personalOf !== null,
    role: membership.role,
    erase_texts_after_days: row.eraseTextsAfterDays,
    delete_runs_after_days: row.deleteRunsAfterDays,
    auditors_see_texts: row.auditorsSeeTexts,
    created_at: new Date(row.createdAt).toISOString(),
  }
}
