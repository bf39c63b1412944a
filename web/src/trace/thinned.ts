import { type BeatColumns, firstFrom } from './columns.ts'
import { decimate } from './decimate.ts'
import type { Stretch } from './view.ts'

/** How much the length of a bucket may differ before beats are chosen anew. */
const SAME = 1e-6

/** How far beyond the edges of a view it may be painted, as a share of its length. */
const BEYOND = 0.5

/**
 * The beats chosen to be drawn of a stretch, and of as much again on either side: moving along within them chooses
 * nothing anew, so that a frame costs what is on screen. Some more are beyond, for who paints ahead of the view.
 */
export class Thinned {
  /** Rows of the columns, ascending. */
  readonly rows: readonly number[]
  readonly columns: BeatColumns
  private readonly length: number
  private readonly covered: Stretch
  private readonly bucketS: number

  /** @param buckets pixels of the stretch, about */
  constructor(columns: BeatColumns, { from, to }: Stretch, buckets: number) {
    const span = to - from
    this.columns = columns
    this.length = columns.length
    this.covered = { from: from - span, to: to + span }
    this.bucketS = span / buckets
    const beyond = span * BEYOND
    const [first, last] = [this.covered.from - beyond, this.covered.to + beyond]
    this.rows = decimate(columns, first, last, buckets * (3 + 2 * BEYOND))
  }

  /** Whether it is still what to draw of a stretch: the same beats, as closely, and all of them. */
  serves(columns: BeatColumns, { from, to }: Stretch, buckets: number): boolean {
    return (
      columns === this.columns &&
      columns.length === this.length &&
      from >= this.covered.from &&
      to <= this.covered.to &&
      Math.abs((to - from) / buckets / this.bucketS - 1) < SAME
    )
  }

  /** The chosen beats of a stretch within it, and one on either side. */
  within({ from, to }: Stretch): number[] {
    const { rows } = this
    const { time, length } = this.columns
    const placeOf = (seconds: number) => firstFrom(rows, rows.length, firstFrom(time, length, seconds))
    return rows.slice(Math.max(0, placeOf(from) - 1), placeOf(to) + 1)
  }
}
