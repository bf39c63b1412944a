import { signal } from '@preact/signals'
import type { AmendmentEntry, BeatEntry, Entry, SystemEntry } from '../../../protocol/entry.ts'
import type { Run, RunStats } from '../../../protocol/run.ts'
import { getEntry, getRun } from '../api/calls.ts'
import { type Outcome, readClock } from '../api/request.ts'
import { type FeedRow, feedRow } from '../feed/feed-row.ts'
import type { Connection } from '../live/connection.ts'
import { type LiveLine, openLine } from '../live/live-line.ts'
import { BeatColumns } from '../trace/columns.ts'
import type { RunEvent } from '../trace/draw-ground.ts'
import { FlatStretches } from '../trace/line.ts'
import type { Stretch } from '../trace/view.ts'
import { BeatShelf } from './beat-shelf.ts'
import { Figures } from './figures.ts'
import type { LastFlatline } from './status-words.ts'

/** Heartbeats are not kept in the log; the page remembers as many as fit on a trace. */
const HEARTBEATS = 4000

const BACKGROUND_MS = 400

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
 * One run as the page knows it: the log as it came over the line, and what follows from it. The big parts are
 * plain data that grow in place; `version` tells their readers, at most once a frame, that there is more.
 */
export class RunStore {
  readonly id: string
  readonly run = signal<Run | null>(null)
  readonly connection = signal<Connection>({ is: 'connecting' })
  readonly version = signal(0)
  /** The last beat that flatlined while someone watched: for the voice that announces it. */
  readonly alarm = signal<BeatEntry | null>(null)
  /** Counts signs of life, for the pulse of the page. */
  readonly pulse = signal(0)

  /** Counts how often the log was begun anew; what was kept of an older one is void. */
  generation = 0

  readonly columns = new BeatColumns()
  readonly flat = new FlatStretches()
  readonly rows: FeedRow[] = []
  readonly heartbeats: number[] = []
  /** What happened to the run, for the lines across its trace. */
  readonly events: RunEvent[] = []
  /** Rules that fired in this run, with the title of their findings and how often. */
  readonly rules = new Map<string, { title: string; count: number }>()

  /** The severe beat that the run is in trouble for, since it was last resumed. */
  trouble: LastFlatline | null = null

  private readonly figures = new Figures(this.columns)
  private readonly shelf = new BeatShelf()
  private readonly amendments = new Map<number, AmendmentEntry[]>()
  private readonly line: LiveLine
  private replayed = false
  private waiting = false
  private lastSignS = 0

  constructor(id: string) {
    this.id = id
    this.line = openLine(
      id,
      {
        onConnection: (connection) => this.onConnection(connection),
        onState: (run) => this.onState(run),
        onEntries: (entries) => this.onEntries(entries),
        onHeartbeat: (timestamp) => this.onHeartbeat(timestamp),
        onReset: () => this.onReset(),
      },
      () => getRun(id),
    )
  }

  close(): void {
    this.line.stop()
  }

  retry(): void {
    this.line.retry()
  }

  /** True once everything that was in the log on opening is here. */
  get loaded(): boolean {
    return this.replayed
  }

  /** Figures of the run; while its past is still coming in, the server's. */
  get stats(): RunStats | null {
    const run = this.run.peek()
    return this.replayed ? this.figures.stats : (run?.stats ?? null)
  }

  /** From the start of the run to its last sign of life, in seconds. */
  get extent(): Stretch {
    const run = this.run.peek()
    const started = run ? Date.parse(run.started_at) / 1000 : 0
    const first = this.columns.length > 0 ? (this.columns.time[0] ?? 0) : started
    return { from: Math.min(started || first, first), to: Math.max(this.lastSignS, first, started) }
  }

  /** The instant that somebody who opens the run must see: where its trouble began, or its last beats. */
  get matters(): number | null {
    const lastBeat = this.columns.time[this.columns.length - 1]
    if (lastBeat === undefined || this.columns.length === 0) return null
    const misaligned = this.run.peek()?.status === 'misaligned'
    return misaligned && this.trouble ? Math.min(lastBeat, this.trouble.atMs / 1000) : lastBeat
  }

  /** Takes over what the server answered to an order, ahead of the entry that says the same. */
  take(run: Run): void {
    this.run.value = run
  }

  amendmentsOf(seq: number): readonly AmendmentEntry[] {
    return this.amendments.get(seq) ?? []
  }

  /** A beat with its texts: from memory, or asked for again. Null when the log holds no such beat. */
  async beat(seq: number): Promise<Outcome<BeatEntry | null>> {
    const kept = this.shelf.get(seq)
    if (kept) return { ok: true, value: kept }
    const entry = await getEntry(this.id, seq)
    if (!entry.ok) return entry
    return { ok: true, value: entry.value?.type === 'beat' ? entry.value : null }
  }

  /** The same without asking anybody. */
  beatInMemory(seq: number): BeatEntry | null {
    return this.shelf.get(seq)
  }

  private onConnection(connection: Connection): void {
    if (connection.is === 'live') this.replayed = true
    this.connection.value = connection
    this.bump()
  }

  private onState(run: Run): void {
    this.run.value = run
    this.bump()
  }

  private onHeartbeat(timestamp: string): void {
    const seconds = Date.parse(timestamp) / 1000
    if (this.heartbeats.length >= HEARTBEATS) this.heartbeats.splice(0, HEARTBEATS / 4)
    this.heartbeats.push(seconds)
    this.sign(seconds)
    readClock(timestamp)
    this.pulse.value += 1
    this.bump()
  }

  private onReset(): void {
    this.columns.clear()
    this.flat.clear()
    this.rows.length = 0
    this.heartbeats.length = 0
    this.events.length = 0
    this.rules.clear()
    this.figures.clear()
    this.shelf.clear()
    this.amendments.clear()
    this.generation += 1
    this.trouble = null
    this.replayed = false
    this.lastSignS = 0
    this.bump()
  }

  private onEntries(entries: Entry[]): void {
    let alarm: BeatEntry | null = null
    for (const entry of entries) {
      this.rows.push(feedRow(entry))
      if (entry.type === 'beat') {
        this.onBeat(entry)
        if (entry.flatline) alarm = entry
      } else if (entry.type === 'amendment') {
        const known = this.amendments.get(entry.beat_seq)
        if (known) known.push(entry)
        else this.amendments.set(entry.beat_seq, [entry])
      }
      this.sign(Date.parse(entry.timestamp) / 1000)
      if (entry.type === 'system') this.onSystem(entry)
    }
    if (this.replayed) {
      const last = entries.at(-1)
      if (last && this.connection.peek().is === 'live') readClock(last.timestamp)
      if (alarm) this.alarm.value = alarm
      this.pulse.value += 1
    }
    this.bump()
  }

  private onBeat(beat: BeatEntry): void {
    this.columns.push(beat)
    this.figures.count(beat)
    this.flat.push(Date.parse(beat.timestamp) / 1000, beat.seq, beat.flatline)
    this.shelf.put(beat)
    if (beat.flatline && !this.trouble) {
      const title = beat.violations[0] ?? 'a severe finding'
      this.trouble = { seq: beat.seq, atMs: Date.parse(beat.timestamp), title }
    }
    for (const { rule_id, title } of beat.findings) {
      const rule = this.rules.get(rule_id)
      if (rule) rule.count += 1
      else this.rules.set(rule_id, { title, count: 1 })
    }
    const run = this.run.peek()
    if (run && this.isNews(beat.seq) && run.status !== beat.run_status)
      this.run.value = { ...run, status: beat.run_status, last_seq: beat.seq }
  }

  private onSystem(event: SystemEntry): void {
    const word = eventWords[event.event]
    if (word !== null) this.events.push({ timeS: Date.parse(event.timestamp) / 1000, word })
    if (event.event === 'resumed' && event.status !== 'misaligned') this.trouble = null
    const run = this.run.peek()
    if (!run || !this.isNews(event.seq)) return
    this.run.value = {
      ...run,
      last_seq: event.seq,
      status: event.status,
      pause_reason: event.status === 'paused' ? (event.reason === 'silent' ? 'silent' : 'operator') : null,
      ended_at: event.status === 'ended' ? (run.ended_at ?? event.timestamp) : null,
      next_run_id: event.next_run_id ?? run.next_run_id,
    }
  }

  /** The state that came with the hello already knows what was in the log then. */
  private isNews(seq: number): boolean {
    return seq > (this.run.peek()?.last_seq ?? 0)
  }

  private sign(seconds: number): void {
    this.lastSignS = Math.max(this.lastSignS, seconds)
  }

  /**
   * A page in the background gets no frames; a flatline must reach its title all the same. While a long past comes
   * in, drawing every frame of it would only hold it up.
   */
  private bump(): void {
    if (this.waiting) return
    this.waiting = true
    const tell = () => {
      this.waiting = false
      this.version.value += 1
    }
    const replaying = this.connection.peek().is === 'replaying'
    if (document.hidden || replaying) setTimeout(tell, BACKGROUND_MS)
    else requestAnimationFrame(tell)
  }
}
