const FIRST_MS = 500
const LONGEST_MS = 15_000

/**
 * How long to wait before an attempt to reconnect: doubling from half a second to fifteen, of which the upper
 * half is random, so that many viewers of one server do not come back in step.
 *
 * @param attempt failed attempts so far, from 0
 * @param random in 0..1
 * @returns milliseconds
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10))
  return Math.round(ceiling * (0.5 + random / 2))
}
