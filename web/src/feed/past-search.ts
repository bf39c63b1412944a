import { signal } from '@preact/signals'
import type { Entry } from '../../../protocol/entry.ts'
import type { Only } from '../api/calls.ts'
import type { Outcome } from '../api/request.ts'
import type { Filter } from '../run/run-query.ts'
import { type FeedRow, feedRow } from './feed-row.ts'
import { filterOf } from './filtered-rows.ts'

/** Entries in one answer. */
const PAGE = 500
/** Entries that one look passes at most: where few are asked for, a million are soon looked through. */
const WIDEST = 50_000
/** A search rests when it has found so many more. */
const ENOUGH = 40

interface Progress {
  /** Entries from this `seq` on were looked at. */
  reached: number
  is: 'resting' | 'looking' | 'failed'
}

type Ask = (after: number, limit: number, only: Only) => Promise<Outcome<Entry[]>>

/**
 * Looks through what came before the entries that are listed, backwards, for those that pass a filter. It asks the
 * server for a colour where the filter allows it, and rests when it has found enough to be read.
 */
export class PastSearch {
  readonly filter: Filter
  /** `seq` of the first entry that was listed when it began. */
  readonly before: number
  /** Rows that pass, newest first; the same list as it grows, `state` tells of it. */
  readonly found: FeedRow[] = []
  readonly state = signal<Progress>({ reached: 1, is: 'resting' })
  private readonly ask: Ask
  private readonly passes: (row: FeedRow) => boolean
  private stopped = false
  private width = PAGE

  /** @param ask entries with a higher `seq` than `after`, whole, at most `limit` */
  constructor(filter: Filter, before: number, ask: Ask) {
    this.filter = filter
    this.before = before
    this.ask = ask
    this.passes = filterOf(filter)
    this.state.value = { reached: before, is: 'resting' }
  }

  /** Whether there is nothing further back. */
  get done(): boolean {
    return this.state.value.reached <= 1
  }

  /** Looks further back until there is enough more, or nothing left. */
  async look(): Promise<void> {
    if (this.state.peek().is === 'looking') return
    this.stopped = false
    const wanted = this.found.length + ENOUGH
    let { reached } = this.state.peek()
    while (reached > 1 && this.found.length < wanted && !this.stopped) {
      this.state.value = { reached, is: 'looking' }
      const first = Math.max(1, reached - this.width)
      const rows = await this.read(first, reached - 1)
      if (rows === null) {
        this.state.value = { reached, is: this.stopped ? 'resting' : 'failed' }
        return
      }
      this.found.push(...rows)
      reached = first
    }
    this.state.value = { reached, is: 'resting' }
  }

  stop(): void {
    this.stopped = true
  }

  /** The rows from `first` to `last` that pass, newest first; null when the server does not answer, or one has stopped it. */
  private async read(first: number, last: number): Promise<FeedRow[] | null> {
    const rows = new Map<number, FeedRow>()
    let most = 0
    for (const only of onlysOf(this.filter)) {
      let after = first - 1
      let asked = 0
      while (after < last) {
        const page = await this.ask(after, PAGE, only)
        if (!page.ok || this.stopped) return null
        asked += page.value.length
        for (const row of page.value.map(feedRow))
          if (row.seq <= last && this.passes(row)) rows.set(row.seq, row)
        after = page.value.length < PAGE ? last : (page.value.at(-1)?.seq ?? last)
      }
      most = Math.max(most, asked)
    }
    if (most < PAGE / 4) this.width = Math.min(WIDEST, this.width * 4)
    else if (most > PAGE) this.width = Math.max(PAGE, this.width >> 2)
    return [...rows.values()].toSorted((a, b) => b.seq - a.seq)
  }
}

/** What to ask the server for, so that nothing that passes is missed: a flatline is red, or has violations. */
function onlysOf({ marks }: Filter): Only[] {
  if (marks.length === 0 || marks.includes('green')) return [{}]
  const onlys: Only[] = []
  if (marks.includes('yellow')) onlys.push({ color: 'yellow' })
  if (marks.includes('red') || marks.includes('flatline')) onlys.push({ color: 'red' })
  if (marks.includes('flatline')) onlys.push({ flagged: true })
  return onlys
}
