import { finishDeletions } from './data-rights/delete-organization.ts'
import type { Env } from './env.ts'
import { dropOldAttempts } from './limits/count-attempt.ts'
import { applyRetention } from './runs/retention.ts'

/**
 * What the hourly cron does: retention, deletions that are under way, and rows that have outlived their purpose.
 * Each is done whatever becomes of the others.
 *
 * @param now ms since the epoch
 * @throws AggregateError of what failed, once all has been tried
 */
export async function keepHouse(env: Env, now: number): Promise<void> {
  const done = await Promise.allSettled([
    applyRetention(env, now),
    finishDeletions(env, now),
    dropOldAttempts(env.DB, now),
    dropExpired(env.DB, now),
  ])
  const errors = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  if (errors.length > 0) throw new AggregateError(errors, 'Some housekeeping failed')
}

/** Passes that are past their time. Sessions and tokens stay a month longer, for whoever looks where they were. */
async function dropExpired(db: D1Database, now: number): Promise<void> {
  const monthAgo = now - 30 * 24 * 3600 * 1000
  await db.batch([
    db.prepare('DELETE FROM tickets WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM sign_in_links WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM auth_verifications WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM auth_sessions WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM user_tokens WHERE coalesce(revoked_at, expires_at) < ?').bind(monthAgo),
  ])
}
