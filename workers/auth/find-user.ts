import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { waitUntil } from 'cloudflare:workers'
import { members, organizations, users, userTokens } from '../../migrations/schema.ts'
import type { UserActor } from './actor.ts'
import { usedAgain } from './last-used.ts'

/**
 * The person of a session or token, with all memberships, or null.
 *
 * @param credential SHA-256 of the session or token, hex
 * @param now milliseconds
 */
export async function findUser(db: D1Database, credential: string, now: number): Promise<UserActor | null> {
  const d1 = drizzle(db)
  const rows = await d1
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerified: users.emailVerified,
      lastUsedAt: userTokens.lastUsedAt,
      org: members.organizationId,
      role: members.role,
      personalOf: organizations.personalOf,
      auditorsSeeTexts: organizations.auditorsSeeTexts,
    })
    .from(userTokens)
    .innerJoin(users, eq(users.id, userTokens.userId))
    .leftJoin(members, eq(members.userId, users.id))
    .leftJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(userTokens.hash, credential),
        isNull(userTokens.revokedAt),
        or(isNull(userTokens.expiresAt), gt(userTokens.expiresAt, now)),
      ),
    )
  const [first] = rows
  if (!first) return null
  if (usedAgain(first.lastUsedAt, now)) {
    const noted = d1.update(userTokens).set({ lastUsedAt: now }).where(eq(userTokens.hash, credential))
    waitUntil(noted.run().catch(() => undefined))
  }
  const memberships = new Map(
    rows.flatMap(({ org, role, personalOf, auditorsSeeTexts }) =>
      org && role
        ? [
            [
              org,
              { role, personal: personalOf !== null, auditorsSeeTexts: auditorsSeeTexts ?? true },
            ] as const,
          ]
        : [],
    ),
  )
  const { id, name, email, emailVerified } = first
  return { type: 'user', id, name, email, emailVerified, credential, memberships }
}
