import { addressBlock } from '../http/client-address.ts'
import { bucketOf, countAttempt } from './count-attempt.ts'
import { ratePolicies } from './policies.ts'
import { rateLimited } from './rate-limited.ts'

/** A sign-in that is tried. */
export interface SignInAttempt {
  /** As normalised: whether there is such an account makes no difference here. */
  email: string
  /** Where it comes from, if that is known. */
  address: string | null
  /**
   * Whether the account's owner was seen there before: a session of theirs in the request, or one opened from
   * this address. Such an attempt is never held up by what others try from elsewhere.
   */
  known: boolean
}

/** Longest wait between two attempts, s. */
const longestWait = 900

/**
 * Lets an attempt through to the password, or makes it wait. To be called before the password is looked at; the
 * attempt counts as failed until {@link signInSucceeded}, so that a hundred at once don't all count from zero.
 *
 * After five wrong ones from a place each further one waits twice as long, from 1 s to 15 min; one that comes
 * too early is refused without being counted. Nobody is ever locked out: the owner at a known address is only
 * held up by wrong attempts from that very address, and then for a while.
 *
 * @param now ms since the epoch
 * @throws ProblemError `rate_limited`
 */
export async function signInGate(db: D1Database, attempt: SignInAttempt, now: number): Promise<void> {
  const { signIn, signInAccount, signInAddress } = ratePolicies
  const place = placeOf(attempt)
  if (attempt.address !== null) {
    await countAttempt(db, signInAddress, bucketOf(signInAddress, place), now)
  }
  if (!attempt.known) {
    await countAttempt(db, signInAccount, bucketOf(signInAccount, attempt.email), now)
  }
  const wait = await takeTurn(db, bucketOf(signIn, attempt.email, place), now)
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000)
    throw rateLimited(
      signIn,
      wait,
      `Too many wrong passwords. Try again in ${seconds} s, or reset the password.`,
    )
  }
}

/** Forgets the wrong attempts before a right one: those of this place for this account. */
export async function signInSucceeded(db: D1Database, attempt: SignInAttempt): Promise<void> {
  const place = placeOf(attempt)
  const { signIn, signInAddress } = ratePolicies
  await db.batch([
    db.prepare('DELETE FROM attempts WHERE bucket = ?').bind(bucketOf(signIn, attempt.email, place)),
    // One who knows one password may still be trying others: that attempt alone is taken back.
    db
      .prepare('UPDATE attempts SET count = count - 1 WHERE bucket = ? AND count > 0')
      .bind(bucketOf(signInAddress, place)),
  ])
}

function placeOf({ address }: SignInAttempt): string {
  return address === null ? 'nowhere' : addressBlock(address)
}

/**
 * Counts an attempt if its turn has come. The moment of the last one is `resets_at` less the window, so that
 * one row holds all, and one statement decides however many come at once.
 *
 * @returns ms to wait; 0 when the attempt counts and may go on
 */
async function takeTurn(db: D1Database, bucket: string, now: number): Promise<number> {
  const { most, seconds } = ratePolicies.signIn
  const windowMs = seconds * 1000
  // What has to pass since the last attempt: nothing for the first few, then 1, 2, 4 … s.
  const wait = `(CASE WHEN count < ${most} THEN 0 ELSE min(${longestWait}, 1 << min(count - ${most}, 20)) END) * 1000`
  const taken = await db
    .prepare(
      `INSERT INTO attempts (bucket, count, resets_at) VALUES (?1, 1, ?2 + ${windowMs})
       ON CONFLICT (bucket) DO UPDATE SET
         count = CASE WHEN resets_at <= ?2 THEN 1 ELSE count + 1 END, resets_at = ?2 + ${windowMs}
       WHERE resets_at <= ?2 OR resets_at - ${windowMs} + ${wait} <= ?2
       RETURNING count`,
    )
    .bind(bucket, now)
    .first<{ count: number }>()
  if (taken) return 0
  const row = await db
    .prepare(`SELECT resets_at - ${windowMs} + ${wait} AS free_at FROM attempts WHERE bucket = ?1`)
    .bind(bucket)
    .first<{ free_at: number }>()
  return Math.max(1, (row?.free_at ?? now) - now)
}
