import { drizzle } from 'drizzle-orm/d1'
import type { CookieOptions } from 'hono/utils/cookie'
import { userTokens } from '../../migrations/schema.ts'
import { newSecret, secretHash } from './secrets.ts'

/** A session's life, seconds. */
export const sessionSeconds = 30 * 24 * 3600

/** How the session's cookie is set. Plain HTTP only ever serves one's own machine, where `Secure` would drop it. */
export function cookieOptions(url: string): CookieOptions {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: new URL(url).protocol === 'https:' }
}

/** Opens a session for a person who has proven who they are, and returns its secret. */
export async function openSession(db: D1Database, userId: string): Promise<string> {
  const secret = newSecret('cus_session_')
  const now = Date.now()
  await drizzle(db)
    .insert(userTokens)
    .values({
      hash: secretHash(secret),
      userId,
      kind: 'session',
      createdAt: now,
      expiresAt: now + sessionSeconds * 1000,
    })
  return secret
}
