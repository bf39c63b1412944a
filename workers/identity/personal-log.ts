import { asc, desc, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { members, organizations } from '../../migrations/schema.ts'
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Env } from '../env.ts'

/**
 * Writes what a person did to their own account into the log of their personal organisation, or, where they have
 * none (the owner of a local server), of the first they joined. [U1]
 *
 * @param together statements that must happen with the record or not at all
 */
export async function recordPersonal(
  env: Env,
  userId: string,
  event: Omit<AuditEvent, 'organizationId'>,
  together: readonly D1PreparedStatement[] = [],
): Promise<void> {
  const organizationId = await logOf(env, userId)
  if (organizationId !== null) await recordAudit(env, { ...event, organizationId }, together)
  else if (together.length > 0) await env.DB.batch([...together])
}

async function logOf(env: Env, userId: string): Promise<string | null> {
  const [row] = await drizzle(env.DB)
    .select({ id: members.organizationId })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(eq(members.userId, userId))
    .orderBy(desc(eq(organizations.personalOf, userId)), asc(members.createdAt))
    .limit(1)
  return row?.id ?? null
}
