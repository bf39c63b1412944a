import type { AmendmentEntry, BeatEntry, Entry, SystemEntry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import { type FeedRow, feedRow } from '../feed/feed-row.ts'
import { BeatColumns } from '../trace/columns.ts'
import type { RunEvent } from '../trace/draw-ground.ts'
import { FlatStretches } from '../trace/line.ts'
import { BeatShelf } from './beat-shelf.ts'
import { Figures } from './figures.ts'
import type { LastFlatline } from './status-words.ts'

/** Heartbeats are not kept in the log; the page remembers as many as fit on a trace. */
const HEARTBEATS = 4000

/** Events that get a line across the trace; the others show in it by themselves. */
const eventWords: Record<SystemEntry['event'], string | null> = {
  paused: 'paused',
  resumed: 'resumed',
  ended: 'ended',
  warning: 'warning',
  recovered: 'recovered',
  misaligned: null,
  halted: 'halted',
  unhalted: 'released',
  superseded: null,
}

/**
 * The log of a run as far as it has come in, and what follows from it: plain data that grow in place, made of the
 * entries alone, so that the same entries always give the same page.
 */
export class RunLog {
  readonly columns = new BeatColumns()
  readonly flat = new FlatStretches()
  /** One row an entry, in order of `seq`. */
  readonly rows: FeedRow[] = []
  /** Instants in seconds. */
  readonly heartbeats: number[] = []
  /** What happened to the run, for the lines across its trace. */
  readonly events: RunEvent[] = []
  /** Rules that fired in this run, with the title of their findings and how often. */
  readonly rules = new Map<string, { title: string; count: number }>()
  readonly figures = new Figures(this.columns)
  readonly shelf = new BeatShelf()
  /** The severe beat that the run is in trouble for, since it was last resumed. */
  trouble: LastFlatline | null = null
  /** Last sign of life in seconds; 0 before the first. */
  lastSignS = 0
  private readonly amendments = new Map<number, AmendmentEntry[]>()

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
    for (const { rule_id, title } of beat.findings) {
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

  private addAmendment(amendment: AmendmentEntry): void {
    const known = this.amendments.get(amendment.beat_seq)
    if (known) known.push(amendment)
    else this.amendments.set(amendment.beat_seq, [amendment])
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
