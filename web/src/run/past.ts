import type { SystemEntry } from '../../../protocol/entry.ts'
import type { Trace } from '../../../protocol/trace.ts'
import { backoffMs } from '../live/backoff.ts'
import { Drawn } from '../trace/drawn.ts'
import type { Stretch } from '../trace/view.ts'
import type { RunLog } from './run-log.ts'
import type { RunSource } from './run-source.ts'
import { eventWords } from './event-words.ts'

/** Blocks of a run that is counted for the first time come bit by bit. */
const ASK_AGAIN_MS = 250
/** As many beats as one answer holds one by one. */
const MOST_BEATS = 100_000

/** What the trace draws. */
export type Shown = Pick<Drawn, 'columns' | 'flat' | 'events' | 'coarse'>

/**
 * What came before the newest entries of a long run: seen from afar as a whole, and beat by beat where one looks
 * closely. The newest entries themselves are in the log, and follow on either.
 */
export class Past {
  private readonly source: Pick<RunSource, 'trace'>
  private readonly log: RunLog
  private readonly onChange: () => void
  private overview: Trace | null = null
  private whole: Drawn | null = null
  private near: (Stretch & { drawn: Drawn }) | null = null
  private asked: Stretch | null = null
  private closed = false

  constructor(source: Pick<RunSource, 'trace'>, log: RunLog, onChange: () => void) {
    this.source = source
    this.log = log
    this.onChange = onChange
  }

  /** The whole run, as closely as it is here. */
  get all(): Shown {
    this.whole?.follow(this.log.columns)
    return this.whole ?? this.log
  }

  /** What to draw of a stretch. */
  of(stretch: Stretch): Shown {
    if (this.inLog(stretch)) return this.log
    if (!this.near || !covers(this.near, this.needed(stretch))) return this.all
    if (this.near.to >= this.logFrom) this.near.drawn.follow(this.log.columns)
    return this.near.drawn
  }

  /** Entries that amend a beat, as far as they are not in the log. */
  amendmentsOf(seq: number): number[] {
    const known = this.overview?.amendments.filter((each) => each.beat_seq === seq) ?? []
    return known.map((each) => each.seq).filter((each) => each <= this.log.base)
  }

  /** The severe beat that a misaligned run is in trouble for, or null when it is not known. */
  get trouble(): { seq: number; atMs: number } | null {
    const { columns, flat } = this.all
    const resumed = this.overview?.events.findLast(({ event }) => event === 'resumed')
    const open = flat.list.find(({ seq }) => seq > (resumed?.seq ?? 0))
    return open && columns.rowOf(open.seq) >= 0 ? { seq: open.seq, atMs: open.from * 1000 } : null
  }

  /** Reads the whole run from afar, and asks again when the server fails or cannot be reached. */
  async load(): Promise<void> {
    for (let failed = 0; !this.closed;) {
      const outcome = await this.source.trace(null)
      if (this.closed) return
      if (!outcome.ok) {
        if ([401, 403, 404].includes(outcome.problem.status)) return
        await later(backoffMs(failed++, Math.random()))
        continue
      }
      failed = 0
      this.overview = outcome.value
      this.whole = new Drawn(outcome.value, this.log.base + 1, wordOf)
      this.onChange()
      if (outcome.value.complete) return
      await later(ASK_AGAIN_MS)
    }
  }

  /** Reads a stretch beat by beat, if it is not here so and is short enough. */
  async look(stretch: Stretch): Promise<void> {
    const needed = this.needed(stretch)
    if (!this.whole?.coarse || this.inLog(stretch) || (this.near && covers(this.near, needed))) return
    if (this.asked && covers(this.asked, needed)) return
    const wide = widened(needed)
    const wanted = this.countIn(wide) < MOST_BEATS ? wide : needed
    if (this.countIn(wanted) > MOST_BEATS) return
    this.asked = wanted
    const outcome = await this.source.trace({ fromMs: wanted.from * 1000, toMs: wanted.to * 1000 })
    if (this.closed || this.asked !== wanted) return
    this.asked = null
    if (!outcome.ok) return
    this.near = { ...wanted, drawn: new Drawn(outcome.value, this.log.base + 1, wordOf) }
    this.onChange()
  }

  /** Whether some of it is still to come. */
  get partial(): boolean {
    return this.overview?.complete !== true
  }

  close(): void {
    this.closed = true
  }

  /** From when on the log itself has every beat, in seconds. */
  private get logFrom(): number {
    const { columns } = this.log
    return columns.length > 0 ? (columns.time[0] ?? Infinity) : Infinity
  }

  private inLog(stretch: Stretch): boolean {
    return stretch.from >= this.logFrom
  }

  /** A stretch, as far as the past has it: neither before the run nor after the log begins. */
  private needed({ from, to }: Stretch): Stretch {
    const first = this.whole?.columns.time[0] ?? from
    return { from: Math.max(from, first), to: Math.min(to, this.logFrom) }
  }

  /** About how many beats are in a stretch, by its blocks. */
  private countIn({ from, to }: Stretch): number {
    const blocks = this.overview?.blocks
    if (!blocks) return 0
    return blocks.beats.reduce((sum, beats, index) => {
      const outside = (blocks.to_at[index] ?? 0) < from * 1000 || (blocks.from_at[index] ?? 0) > to * 1000
      return outside ? sum : sum + beats
    }, 0)
  }
}

function covers(outer: Stretch, { from, to }: Stretch): boolean {
  return outer.from <= from && outer.to >= to
}

/** With half as much again on both sides, so that one can move on a bit without asking again. */
function widened({ from, to }: Stretch): Stretch {
  const half = (to - from) / 2
  return { from: from - half, to: to + half }
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const wordOf = (event: SystemEntry['event']) => eventWords[event]
