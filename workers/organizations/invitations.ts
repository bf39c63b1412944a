import { and, eq, isNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { invitations, organizations } from '../../migrations/schema.ts'
import type { Invitation } from '../../protocol/index.ts'
import { secretHash } from '../auth/secrets.ts'
import type { Env } from '../env.ts'
import { linkExpired } from '../identity/link-expired.ts'
import type { OrganizationRow } from './find-organization.ts'

export type InvitationRow = typeof invitations.$inferSelect

/** Life of an invitation, ms. [O7] */
export const invitationMs = 7 * 24 * 3600 * 1000

/** The invitation on the wire. @param now ms since the epoch */
export function wireInvitation(row: InvitationRow, now: number): Invitation {
  return {
    id: row.id,
    organization_id: row.organizationId,
    email: row.email,
    role: row.role,
    invited_by: row.invitedBy,
    status: statusOf(row, now),
    created_at: new Date(row.createdAt).toISOString(),
    expires_at: new Date(row.expiresAt).toISOString(),
  }
}

function statusOf(row: InvitationRow, now: number): Invitation['status'] {
  if (row.acceptedAt !== null) return 'accepted'
  if (row.revokedAt !== null) return 'revoked'
  return row.expiresAt > now ? 'pending' : 'expired'
}

/**
 * The open invitation of a secret that was mailed, with its organisation.
 *
 * @throws ProblemError `link_expired` for one that is unknown, used, revoked or too old
 */
export async function openInvitation(
  env: Env,
  token: string,
  now: number,
): Promise<{ row: InvitationRow; organization: OrganizationRow }> {
  const [found] = await drizzle(env.DB)
    .select({ row: invitations, organization: organizations })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(eq(invitations.hash, secretHash(token)))
  if (!found || statusOf(found.row, now) !== 'pending') throw linkExpired()
  return found
}

/** Takes back what is open of the invitations that a condition names. @param now ms since the epoch */
export function revokeOpen(
  db: D1Database,
  which: { organizationId: string; email?: string; invitedBy?: string },
  now: number,
) {
  return drizzle(db)
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.organizationId, which.organizationId),
        which.email === undefined ? undefined : eq(invitations.email, which.email),
        which.invitedBy === undefined ? undefined : eq(invitations.invitedBy, which.invitedBy),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
}
