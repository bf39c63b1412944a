import type { BeatColumns } from './columns.ts'

const SAMPLES = 101
/** Beats this many times further apart than usual are parted by a silence, not by a step of the trace. */
const TIMES = 10
/** Less than this, in seconds, is no silence whatever the pace. */
const LEAST_S = 20

/**
 * From which distance on two beats are not joined by the line: a slope over a silence would tell of scores that
 * nobody gave. Measured against the median distance of the beats shown, from a sample of them.
 *
 * @param start first row that counts
 * @param end row after the last
 * @returns seconds
 */
export function silenceS({ time }: BeatColumns, start: number, end: number): number {
  const count = end - start - 1
  if (count < 1) return LEAST_S
  const samples = Math.min(SAMPLES, count)
  const steps = Array.from({ length: samples }, (_, index) => {
    const row = start + 1 + Math.floor((index * count) / samples)
    return (time[row] ?? 0) - (time[row - 1] ?? 0)
  })
  const median = steps.sort((a, b) => a - b)[Math.floor(samples / 2)] ?? 0
  return Math.max(LEAST_S, median * TIMES)
}

/** Whether a beat comes after a silence. */
export function isAfterSilence({ time }: BeatColumns, row: number, limitS: number): boolean {
  return row > 0 && (time[row] ?? 0) - (time[row - 1] ?? 0) > limitS
}
