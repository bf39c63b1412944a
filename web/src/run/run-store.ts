import { signal } from '@preact/signals'
import type { BeatEntry, Entry } from '../../../protocol/entry.ts'
import type { Run, RunStats } from '../../../protocol/run.ts'
import { getEntry, getRun } from '../api/calls.ts'
import { type Outcome, readClock } from '../api/request.ts'
import type { Connection } from '../live/connection.ts'
import { type LiveLine, openLine } from '../live/live-line.ts'
import type { Stretch } from '../trace/view.ts'
import { RunLog, runAfter } from './run-log.ts'

const BACKGROUND_MS = 400

/**
 * One run as the page knows it: its log as it came over the line, its state, and the line itself. The log is plain
 * data that grows in place; `version` tells its readers, at most once a frame, that there is more.
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

  /** What came over the line; another object when the log was begun anew. */
  log = new RunLog()

  private readonly line: LiveLine
  private replayed = false
  private waiting = false

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
    return this.replayed ? this.log.figures.stats : (run?.stats ?? null)
  }

  /** From the start of the run to its last sign of life, in seconds. */
  get extent(): Stretch {
    const { columns, lastSignS } = this.log
    const run = this.run.peek()
    const started = run ? Date.parse(run.started_at) / 1000 : 0
    const first = columns.length > 0 ? (columns.time[0] ?? 0) : started
    return { from: Math.min(started || first, first), to: Math.max(lastSignS, first, started) }
  }

  /** Takes over what the server answered to an order, ahead of the entry that says the same. */
  take(run: Run): void {
    this.run.value = run
  }

  /** A beat with its texts: from memory, or asked for again. Null when the log holds no such beat. */
  async beat(seq: number): Promise<Outcome<BeatEntry | null>> {
    const kept = this.log.shelf.get(seq)
    if (kept) return { ok: true, value: kept }
    const entry = await getEntry(this.id, seq)
    if (!entry.ok) return entry
    return { ok: true, value: entry.value?.type === 'beat' ? entry.value : null }
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
    this.log.addHeartbeat(timestamp)
    readClock(timestamp)
    this.pulse.value += 1
    this.bump()
  }

  private onReset(): void {
    this.log = new RunLog()
    this.replayed = false
    this.bump()
  }

  private onEntries(entries: Entry[]): void {
    let run = this.run.peek()
    for (const entry of entries) {
      this.log.add(entry)
      if (run) run = runAfter(run, entry)
    }
    this.run.value = run
    if (this.replayed) this.onNews(entries)
    this.bump()
  }

  /** Entries that came while somebody watched, or while the line was down. */
  private onNews(entries: readonly Entry[]): void {
    const last = entries.at(-1)
    if (last && this.connection.peek().is === 'live') readClock(last.timestamp)
    const severe = entries.findLast((entry) => entry.type === 'beat' && entry.flatline)
    if (severe?.type === 'beat') this.alarm.value = severe
    this.pulse.value += 1
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
