import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { organizations } from '../../migrations/schema.ts'
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Env } from '../env.ts'
import { newOrganization } from '../organizations/create-organization.ts'

/**
 * Gives a person the organisation that is theirs alone, if they have none: when their address is verified. [O3]
 *
 * @param by of the audit record
 */
export async function ensurePersonalOrganization(
  env: Env,
  userId: string,
  by: Pick<AuditEvent, 'actor' | 'request' | 'requestId'>,
): Promise<void> {
  const [known] = await drizzle(env.DB)
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.personalOf, userId))
    .limit(1)
  if (known) return
  const { row, statements } = newOrganization(
    env.DB,
    { name: 'Personal', ownerId: userId, personal: true },
    Date.now(),
  )
  await recordAudit(
    env,
    { ...by, organizationId: row.id, action: 'account.create', target: { type: 'user', id: userId } },
    statements,
  )
}
