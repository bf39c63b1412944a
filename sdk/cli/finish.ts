import type { Played } from './play.ts'
import type { Progress } from './progress.ts'

/**
 * Tells the counts of a replay.
 *
 * @returns the exit code: 0 when everything that was sent is recorded, else 1
 */
export function finish({ tally, report, elapsedMs }: Played, progress: Progress): number {
  progress.say(tally.describe(elapsedMs))
  const { pending, dropped, refused } = report
  if (pending + dropped + refused === 0) return 0
  progress.say(`not delivered: ${pending} still waiting, ${dropped} dropped, ${refused} refused`)
  return 1
}
