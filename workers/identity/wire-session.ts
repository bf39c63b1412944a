import type { userTokens } from '../../migrations/schema.ts'
import type { Session } from '../../protocol/index.ts'

export type SessionRow = typeof userTokens.$inferSelect

/** The name of a session or token; those from before there were names go by a piece of their hash. */
export function sessionId({ id, hash }: Pick<SessionRow, 'id' | 'hash'>): string {
  return id ?? `tok_${hash.slice(0, 32)}`
}

/** A session or token on the wire. @param current hash of the one that asks */
export function wireSession(row: SessionRow, current: string): Session {
  return {
    id: sessionId(row),
    kind: row.kind,
    name: row.name,
    current: row.hash === current,
    address: row.address,
    user_agent: row.userAgent,
    created_at: new Date(row.createdAt).toISOString(),
    last_used_at:
      row.lastUsedAt === null ? null : new Date(row.lastUsedAt - (row.lastUsedAt % 60_000)).toISOString(),
    expires_at: row.expiresAt === null ? null : new Date(row.expiresAt).toISOString(),
  }
}
