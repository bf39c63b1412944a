import { type BeatColumns, firstFrom, marks } from './columns.ts'

/** How far from a mark a click still means it, in CSS pixels. */
const REACH = 26
/** Marks that are not green are easier to hit, by so many pixels. */
const BONUS = 7

/** The scales of the chart: seconds and scores to CSS pixels, linear both. */
export interface Plot {
  from: number
  to: number
  width: number
  /** Pixel of a score. */
  yOf: (score: number) => number
}

/**
 * The beat that a pointer means: the nearest mark within reach, those that are not green preferred; if none is,
 * the beat nearest in time.
 *
 * @returns a row of the columns, or -1
 */
export function hit(columns: BeatColumns, plot: Plot, x: number, y: number): number {
  const { time, score, mark, length } = columns
  const perPixel = (plot.to - plot.from) / Math.max(1, plot.width)
  const start = firstFrom(time, length, plot.from + (x - REACH) * perPixel)
  const end = firstFrom(time, length, plot.from + (x + REACH) * perPixel)
  let best = -1
  let bestDistance = Infinity
  let beside = -1
  let besideDistance = Infinity
  for (let row = start; row < end; row += 1) {
    const kind = mark[row] ?? 0
    const dx = Math.abs(((time[row] ?? 0) - plot.from) / perPixel - x)
    const dy = Math.abs(plot.yOf(marks[kind] === 'flatline' ? 0 : (score[row] ?? 0)) - y)
    const distance = Math.hypot(dx, dy) - (kind > 0 ? BONUS : 0)
    if (distance <= bestDistance) {
      best = row
      bestDistance = distance
    }
    if (dx < besideDistance) {
      beside = row
      besideDistance = dx
    }
  }
  return bestDistance <= REACH ? best : beside
}
