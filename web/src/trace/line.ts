import type { BeatColumns } from './columns.ts'
import { isAfterSilence } from './silence.ts'

const FLATLINE = 3

/** The line of the trace: x in seconds, y the score; a corner may add points that are no beats. */
export interface TraceLine {
  x: number[]
  y: (number | null)[]
}

/**
 * The line through the chosen beats. At a flatline it falls to zero at once, stays there, and rises again at the
 * next beat that is not severe, where it would otherwise slope as if the model had slowly got worse.
 *
 * @param rows rows of `columns`, ascending
 * @param limitS beats further apart are not joined, unless the run lay flat between them; seconds
 */
export function traceLine(columns: BeatColumns, rows: readonly number[], limitS = Infinity): TraceLine {
  const { time, score, mark } = columns
  const x: number[] = []
  const y: (number | null)[] = []
  let before = -1
  for (const row of rows) {
    const at = time[row] ?? 0
    const flat = mark[row] === FLATLINE
    const value = flat ? 0 : (score[row] ?? 0)
    const wasFlat = before >= 0 && mark[before] === FLATLINE
    if (!wasFlat && isAfterSilence(columns, row, limitS)) {
      x.push(at)
      y.push(null)
    } else if (before >= 0 && flat !== wasFlat) {
      x.push(at)
      y.push(flat ? (score[before] ?? 0) : 0)
    }
    x.push(at)
    y.push(value)
    before = row
  }
  return { x, y }
}

/** A stretch of time in seconds in which the run lay flat; `to` is null while it still does. */
export interface FlatStretch {
  from: number
  to: number | null
  /** `seq` of the beat that began it. */
  seq: number
}

/** Follows the flat stretches of a run as its beats arrive. */
export class FlatStretches {
  readonly list: FlatStretch[] = []

  push(timeS: number, seq: number, flatline: boolean): void {
    const open = this.open
    if (flatline && !open) this.list.push({ from: timeS, to: null, seq })
    if (!flatline && open) open.to = timeS
  }

  /** The stretch that has not ended, if the run lies flat now. */
  get open(): FlatStretch | null {
    const last = this.list.at(-1)
    return last?.to === null ? last : null
  }
}
