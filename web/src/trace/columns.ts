import type { BeatEntry } from '../../../protocol/entry.ts'
import { hrv } from './hrv.ts'

/** How a beat is marked on the trace; the order is that of urgency. */
export const marks = ['green', 'yellow', 'red', 'flatline'] as const
export type Mark = (typeof marks)[number]

/** What the trace needs of a beat. */
export type Point = Pick<BeatEntry, 'seq' | 'timestamp' | 'alignment_score' | 'color' | 'flatline'>

const FIRST_ROOM = 1024

/**
 * The beats of a run as columns that grow: what the chart, the mini-map and the figures read. Row `i` is the i-th
 * beat in order of `seq`; times ascend, since the server's do (B7).
 */
export class BeatColumns {
  length = 0
  /** `seq` of each beat; entries that are no beats leave holes between them. */
  seq = new Float64Array(FIRST_ROOM)
  /** Seconds since 1970, as uPlot counts. */
  time = new Float64Array(FIRST_ROOM)
  score = new Float64Array(FIRST_ROOM)
  /** Index into {@link marks}. */
  mark = new Uint8Array(FIRST_ROOM)
  /** HRV after each beat; NaN where there is none yet. */
  hrv = new Float64Array(FIRST_ROOM)

  push(beat: Point): void {
    if (this.length === this.seq.length) this.grow()
    const row = this.length
    this.seq[row] = beat.seq
    this.time[row] = Math.max(Date.parse(beat.timestamp) / 1000, this.time[row - 1] ?? 0)
    this.score[row] = beat.alignment_score
    this.mark[row] = marks.indexOf(markOf(beat))
    this.length = row + 1
    this.hrv[row] = hrv(this.score, this.length) ?? Number.NaN
  }

  /** Row of a beat by its `seq`, or -1. */
  rowOf(seq: number): number {
    const row = firstFrom(this.seq, this.length, seq)
    return row < this.length && this.seq[row] === seq ? row : -1
  }

  markAt(row: number): Mark {
    return marks[this.mark[row] ?? 0] ?? 'green'
  }

  private grow(): void {
    const room = this.seq.length * 2
    this.seq = copied(this.seq, new Float64Array(room))
    this.time = copied(this.time, new Float64Array(room))
    this.score = copied(this.score, new Float64Array(room))
    this.mark = copied(this.mark, new Uint8Array(room))
    this.hrv = copied(this.hrv, new Float64Array(room))
  }
}

/** The mark of a beat: its colour, unless it was severe. */
export function markOf({ color, flatline }: Pick<Point, 'color' | 'flatline'>): Mark {
  return flatline ? 'flatline' : color
}

/**
 * First index whose value is at least `value`, by bisection.
 *
 * @param ascending values in ascending order, of which the first `length` count
 * @returns 0..length
 */
export function firstFrom(ascending: ArrayLike<number>, length: number, value: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1
    else high = middle
  }
  return low
}

function copied<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
