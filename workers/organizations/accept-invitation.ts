import type { Context } from 'hono'
import type { Organization } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { UserActor } from '../auth/actor.ts'
import type { AppContext } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { linkExpired } from '../identity/link-expired.ts'
import { wireOrganization } from './find-organization.ts'
import { openInvitation } from './invitations.ts'
import { requireRoom } from './require-room.ts'

/**
 * Makes a member of whom an invitation was sent to: signed in with that very address, which they have verified;
 * once. [O7]
 *
 * @throws ProblemError `link_expired`, `forbidden` for another address, `conflict` for a member
 */
export async function acceptInvitation(
  c: Context<AppContext>,
  actor: UserActor,
  token: string,
): Promise<Organization> {
  const now = Date.now()
  const { row, organization } = await openInvitation(c.env, token, now)
  if (actor.email !== row.email || !actor.emailVerified) {
    throw new ProblemError('forbidden', `The invitation is for ${row.email}: sign in with that address.`)
  }
  if (actor.memberships.has(organization.id)) {
    throw new ProblemError('conflict', 'You are a member of this organisation already.')
  }
  requireRoom(actor)
  const accepted = c.env.DB.prepare(
    // Used once: the second of two at the same moment fails its transaction, by the column's NOT NULL.
    `UPDATE invitations SET accepted_at = ?2,
       hash = CASE WHEN accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?2 THEN hash END
     WHERE id = ?1`,
  ).bind(row.id, now)
  const joined = c.env.DB.prepare(
    'INSERT INTO members (organization_id, user_id, role, created_at) VALUES (?, ?, ?, ?)',
  ).bind(organization.id, actor.id, row.role, now)
  try {
    await recordAudit(
      c.env,
      {
        ...auditBy(c, actor),
        organizationId: organization.id,
        action: 'invitation.accept',
        target: { type: 'invitation', id: row.id },
        after: { user_id: actor.id, role: row.role },
      },
      [accepted, joined],
    )
  } catch (error) {
    if (error instanceof Error && error.message.includes('NOT NULL constraint failed: invitations.hash')) {
      throw linkExpired()
    }
    throw error
  }
  const { auditorsSeeTexts } = organization
  return wireOrganization(organization, { role: row.role, personal: false, auditorsSeeTexts })
}
