import type { userTokens } from '../../migrations/schema.ts'
import { newId, newSecret, secretHash } from './secrets.ts'

/** A session's life, seconds. */
export const sessionSeconds = 30 * 24 * 3600
/** Longest agent that is kept, UTF-16 units. */
const agentMost = 200

/** Where a session is opened from, for its owner to recognise. */
export interface SessionOrigin {
  address: string | null
  userAgent: string | null
}

/**
 * A fresh session for a person who has proven who they are: its secret, and the row that is to be stored.
 *
 * @param now ms since the epoch
 */
export function newSession(
  userId: string,
  { address, userAgent }: SessionOrigin,
  now: number,
): { secret: string; row: typeof userTokens.$inferInsert } {
  const secret = newSecret('cus_session_')
  const row = {
    hash: secretHash(secret),
    id: newId('ses_'),
    userId,
    kind: 'session',
    address,
    userAgent: userAgent === null ? null : userAgent.slice(0, agentMost).toWellFormed(),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: now + sessionSeconds * 1000,
  } as const
  return { secret, row }
}
