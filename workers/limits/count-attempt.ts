import { createHash } from 'node:crypto'
import type { RatePolicy } from './policies.ts'
import { rateLimited } from './rate-limited.ts'

/** A row of `attempts` by a name that tells nobody who or where: what is counted may be a person. */
export function bucketOf(policy: RatePolicy, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40)
  return `${policy.name}:${digest}`
}

/**
 * Counts one attempt, exactly and over all isolates: one statement adds and answers. For what is rare; a beat
 * never comes here.
 *
 * @param bucket from {@link bucketOf}
 * @param now ms since the epoch
 * @throws ProblemError `rate_limited` for the first attempt too many and all that follow in the window
 */
export async function countAttempt(
  db: D1Database,
  policy: RatePolicy,
  bucket: string,
  now: number,
): Promise<void> {
  const row = await db
    .prepare(
      `INSERT INTO attempts (bucket, count, resets_at) VALUES (?1, 1, ?2)
       ON CONFLICT (bucket) DO UPDATE SET
         count = CASE WHEN resets_at <= ?3 THEN 1 ELSE count + 1 END,
         resets_at = CASE WHEN resets_at <= ?3 THEN ?2 ELSE resets_at END
       RETURNING count, resets_at`,
    )
    .bind(bucket, now + policy.seconds * 1000, now)
    .first<{ count: number; resets_at: number }>()
  if (row && row.count > policy.most) throw rateLimited(policy, row.resets_at - now)
}

/** Drops counts whose time is over. @returns how many */
export async function dropOldAttempts(db: D1Database, now: number): Promise<number> {
  const result = await db.prepare('DELETE FROM attempts WHERE resets_at <= ?').bind(now).run()
  return result.meta.changes
}
