import type { AmendmentEntry, BeatEntry, Entry, SystemEntry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import { type FeedRow, feedRow } from '../feed/feed-row.ts'
import { BeatColumns } from '../trace/columns.ts'
import type { RunEvent } from '../trace/draw-ground.ts'
import { FlatStretches } from '../trace/line.ts'
import { BeatShelf } from './beat-shelf.ts'
import { eventWords } from './event-words.ts'
import { Figures } from './figures.ts'
import type { LastFlatline } from './status-words.ts'

/** Heartbeats are not kept in the log; the page remembers as many as fit on a trace. */
const HEARTBEATS = 4000

/**
 * The log of a run as far as it has come in, and what follows from it: plain data that grow in place, made of the
 * entries alone, so that the same entries always give the same page.
 */
export class RunLog {
  /** `seq` of the last entry before those that come over the line; 0 when all of them do. */
  readonly base: number
  readonly columns: BeatColumns
  readonly flat = new FlatStretches()
  /** Every beat of it is here by itself. */
  readonly coarse = false
  /** One row an entry, in order of `seq`. */
  readonly rows: FeedRow[] = []
  /** Instants in seconds. */
  readonly heartbeats: number[] = []
  /** What happened to the run, for the lines across its trace. */
  readonly events: RunEvent[] = []
  /** Rules that fired in this run, with the title of their findings and how often. */
  readonly rules = new Map<string, { title: string; count: number }>()
  readonly figures: Figures
  readonly shelf = new BeatShelf()
  /** The severe beat that the run is in trouble for, since it was last resumed. */
  trouble: LastFlatline | null = null
  /** Last sign of life in seconds; 0 before the first. */
  lastSignS = 0
  /** Counts how often older rows were put before the others: an index into the rows is good for one of them. */
  shifts = 0
  private readonly amendments = new Map<number, AmendmentEntry[]>()

  /** @param base `seq` of the last entry that is left out at the beginning */
  constructor(base = 0) {
    this.base = base
    this.columns = new BeatColumns(base > 0)
    this.figures = new Figures(this.columns, base)
  }

  /** `seq` of the oldest entry that has a row. */
  get oldest(): number {
    return this.rows[0]?.seq ?? this.base + 1
  }

  /** The row of an entry, or undefined when it has none here. */
  rowOf(seq: number): FeedRow | undefined {
    return this.rows[seq - this.oldest]
  }

  /** Puts the entries just before the oldest row in front of the others: rows alone, the trace has them already. */
  addOlder(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.type === 'beat') this.addRules(entry)
      else if (entry.type === 'amendment') this.addAmendment(entry)
    }
    this.rows.unshift(...entries.map(feedRow))
    this.shifts += 1
  }

  /** Takes the next entry of the log. */
  add(entry: Entry): void {
    this.rows.push(feedRow(entry))
    this.sign(Date.parse(entry.timestamp) / 1000)
    if (entry.type === 'beat') this.addBeat(entry)
    else if (entry.type === 'system') this.addEvent(entry)
    else this.addAmendment(entry)
  }

  /** Takes a sign of life that is no entry. */
  addHeartbeat(timestamp: string): void {
    const seconds = Date.parse(timestamp) / 1000
    if (this.heartbeats.length >= HEARTBEATS) this.heartbeats.splice(0, HEARTBEATS / 4)
    this.heartbeats.push(seconds)
    this.sign(seconds)
  }

  amendmentsOf(seq: number): readonly AmendmentEntry[] {
    return this.amendments.get(seq) ?? []
  }

  /** The instant in seconds that somebody must see first: where the trouble began, or the last beats. */
  matters(status: Run['status']): number | null {
    const { time, length } = this.columns
    if (length === 0) return null
    const lastBeat = time[length - 1] ?? 0
    return status === 'misaligned' && this.trouble ? Math.min(lastBeat, this.trouble.atMs / 1000) : lastBeat
  }

  private addBeat(beat: BeatEntry): void {
    const atMs = Date.parse(beat.timestamp)
    this.columns.push(beat)
    this.figures.count(beat)
    this.flat.push(atMs / 1000, beat.seq, beat.flatline)
    this.shelf.put(beat)
    if (beat.flatline)
      this.trouble ??= { seq: beat.seq, atMs, title: beat.violations[0] ?? 'a severe finding' }
    this.addRules(beat)
  }

  private addRules({ findings }: BeatEntry): void {
    for (const { rule_id, title } of findings) {
      const rule = this.rules.get(rule_id)
      if (rule) rule.count += 1
      else this.rules.set(rule_id, { title, count: 1 })
    }
  }

  private addEvent({ event, status, timestamp }: SystemEntry): void {
    const word = eventWords[event]
    if (word !== null) this.events.push({ timeS: Date.parse(timestamp) / 1000, word })
    if (event === 'resumed' && status !== 'misaligned') this.trouble = null
  }

  /** Takes what was learned about a beat; the same again changes nothing. */
  addAmendment(amendment: AmendmentEntry): void {
    const known = this.amendments.get(amendment.beat_seq) ?? []
    if (known.some(({ seq }) => seq === amendment.seq)) return
    this.amendments.set(
      amendment.beat_seq,
      [...known, amendment].toSorted((a, b) => a.seq - b.seq),
    )
  }

  private sign(seconds: number): void {
    this.lastSignS = Math.max(this.lastSignS, seconds)
  }
}

/**
 * The run after an entry that is newer than it: what the server would answer now, as far as an entry tells.
 *
 * @returns the same object where the entry tells nothing new
 */
export function runAfter(run: Run, entry: Entry): Run {
  if (entry.seq <= run.last_seq) return run
  if (entry.type === 'beat')
    return entry.run_status === run.status ? run : { ...run, status: entry.run_status, last_seq: entry.seq }
  if (entry.type === 'amendment') return run
  const { event, status, reason, timestamp } = entry
  // A severe beat shows through a pause, and a run may end as misaligned: neither is read from the status.
  const paused = reason === 'silent' ? 'silent' : 'operator'
  return {
    ...run,
    last_seq: entry.seq,
    status,
    pause_reason: event === 'paused' ? paused : event === 'resumed' ? null : run.pause_reason,
    ended_at: event === 'ended' ? timestamp : run.ended_at,
    next_run_id: entry.next_run_id ?? run.next_run_id,
  }
}
