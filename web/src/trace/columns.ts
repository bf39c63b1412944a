import type { BeatEntry } from '../../../protocol/entry.ts'
import { hrv, HRV_WINDOW } from './hrv.ts'

/** How a beat is marked on the trace; the order is that of urgency. */
export const marks = ['green', 'yellow', 'red', 'flatline'] as const
export type Mark = (typeof marks)[number]

/** What the trace needs of a beat. */
export type Point = Pick<BeatEntry, 'seq' | 'timestamp' | 'alignment_score' | 'color' | 'flatline'>

const FIRST_ROOM = 1024

/**
 * The beats of a run as columns that grow: what the chart, the mini-map and the figures read. Row `i` is the i-th
 * beat in order of `seq`; times ascend, since the server's do (B7). Of a long run a row may also stand for the
 * extreme of many beats ({@link addSummary}), and rows may be missing between two ({@link cut}).
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
  /** HRV after each beat; NaN where there is none, or not all the beats it looks back on are here. */
  hrv = new Float64Array(FIRST_ROOM)
  /** 1 where a row stands for many beats. */
  summary = new Uint8Array(FIRST_ROOM)
  /** 1 where beats are missing before a row. */
  gap = new Uint8Array(FIRST_ROOM)
  /** Rows from here on follow one another in the run without a gap. */
  private unbroken = 0
  private broken: boolean

  /** @param broken whether the run has beats before the first row */
  constructor(broken = false) {
    this.broken = broken
  }

  push(beat: Point): void {
    this.add(beat.seq, Date.parse(beat.timestamp) / 1000, beat.alignment_score, marks.indexOf(markOf(beat)))
  }

  /**
   * Adds a beat by its values.
   *
   * @param timeS seconds since 1970
   * @param mark index into {@link marks}
   */
  add(seq: number, timeS: number, score: number, mark: number): void {
    const row = this.put(seq, timeS, score, mark)
    const known = !this.broken || this.length - this.unbroken >= HRV_WINDOW
    this.hrv[row] = (known ? hrv(this.score, this.length) : null) ?? Number.NaN
  }

  /** Adds a row that stands for many beats; `seq` is that of the first of them. */
  addSummary(seq: number, timeS: number, score: number, mark: number): void {
    const row = this.put(seq, timeS, score, mark)
    this.summary[row] = 1
    this.hrv[row] = Number.NaN
    this.cut()
  }

  /** Says that beats are missing before the next row. */
  cut(): void {
    this.broken = true
    this.unbroken = this.length
  }

  private put(seq: number, timeS: number, score: number, mark: number): number {
    if (this.length === this.seq.length) this.grow()
    const row = this.length
    this.seq[row] = seq
    this.time[row] = Math.max(timeS, this.time[row - 1] ?? 0)
    this.score[row] = score
    this.mark[row] = mark
    this.gap[row] = this.broken && this.unbroken === row ? 1 : 0
    this.length = row + 1
    return row
  }

  /** Row of a beat by its `seq`, or -1 when it is not here by itself. */
  rowOf(seq: number): number {
    const row = firstFrom(this.seq, this.length, seq)
    return row < this.length && this.seq[row] === seq && this.summary[row] === 0 ? row : -1
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
    this.summary = copied(this.summary, new Uint8Array(room))
    this.gap = copied(this.gap, new Uint8Array(room))
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
