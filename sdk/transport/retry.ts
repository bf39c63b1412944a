const firstDelayMs = 250
const longestDelayMs = 30_000
const longestRetryAfterMs = 300_000

/**
 * How long to wait before trying again: exponential with full jitter ("Exponential Backoff And Jitter",
 * AWS Architecture Blog, 2015), but never less than what the server asked for.
 *
 * @param attempt failures in a row so far, from 1
 * @param random a number in 0..1
 * @param retryAfterMs what `Retry-After` asked for, in milliseconds; taken up to five minutes
 * @returns milliseconds
 */
export function retryDelayMs(attempt: number, random: number, retryAfterMs: number | null): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt - 1, 20))
  const asked = Math.min(retryAfterMs ?? 0, longestRetryAfterMs)
  return Math.round(asked + random * ceiling)
}

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date (RFC 9110, section 10.2.3).
 *
 * @returns milliseconds from `nowMs`, at least 0; null when there is none or it can't be read
 */
export function readRetryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs)
}

/** Whether a status may pass by itself, so that the same request is worth sending again. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500
}
