import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { members, users, userTokens } from '../../migrations/schema.ts'
import type { UserActor } from './actor.ts'
import { secretHash } from './secrets.ts'

/** The person of a session or token, with all memberships, or null. */
export async function findUser(db: D1Database, secret: string, now: number): Promise<UserActor | null> {
  const rows = await drizzle(db)
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      org: members.organizationId,
      role: members.role,
    })
    .from(userTokens)
    .innerJoin(users, eq(users.id, userTokens.userId))
    .leftJoin(members, eq(members.userId, users.id))
    .where(
      and(
        eq(userTokens.hash, secretHash(secret)),
        isNull(userTokens.revokedAt),
        or(isNull(userTokens.expiresAt), gt(userTokens.expiresAt, now)),
      ),
    )
  const [first] = rows
  if (!first) return null
  const memberships = new Map(rows.flatMap(({ org, role }) => (org && role ? [[org, role] as const] : [])))
  return { type: 'user', id: first.id, name: first.name, email: first.email, memberships }
}
