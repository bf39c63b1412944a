import { type BeatColumns, firstFrom } from './columns.ts'

/** Beats per bucket up to which none is left out. */
const PLENTY = 4

/**
 * Chooses the beats to draw of a stretch of time. Of each bucket (about a pixel) it keeps the first, the last, the
 * lowest, the highest, and every beat that is not green: thinning may cost calm beats, never a warning.
 * One beat on either side is added, so that the line runs to the edges.
 *
 * @param from start of the stretch in seconds, inclusive
 * @param to end of the stretch in seconds, inclusive
 * @param buckets how many stretches of equal length to cut it into
 * @returns rows of the columns, ascending, without repeats
 */
export function decimate(columns: BeatColumns, from: number, to: number, buckets: number): number[] {
  const { time, length } = columns
  const start = Math.max(0, firstFrom(time, length, from) - 1)
  const end = Math.min(length, firstAfter(time, length, to) + 1)
  const count = end - start
  if (count <= buckets * PLENTY)
    return Array.from({ length: Math.max(0, count) }, (_, index) => start + index)

  const rows: number[] = []
  const width = (to - from) / buckets
  let open = start
  while (open < end) {
    const bucket = Math.floor(((time[open] ?? 0) - from) / width)
    let close = open + 1
    while (close < end && Math.floor(((time[close] ?? 0) - from) / width) === bucket) close += 1
    pickFrom(columns, open, close, rows)
    open = close
  }
  return rows
}

function pickFrom({ score, mark }: BeatColumns, open: number, close: number, rows: number[]): void {
  let lowest = open
  let highest = open
  for (let row = open; row < close; row += 1) {
    if ((score[row] ?? 0) < (score[lowest] ?? 0)) lowest = row
    if ((score[row] ?? 0) > (score[highest] ?? 0)) highest = row
  }
  for (let row = open; row < close; row += 1) {
    const kept = row === open || row === close - 1 || row === lowest || row === highest
    if (kept || (mark[row] ?? 0) > 0) rows.push(row)
  }
}

function firstAfter(ascending: Float64Array, length: number, value: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low
}
