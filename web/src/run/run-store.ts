import { type ReadonlySignal, signal } from '@preact/signals'
import type { BeatEntry, Entry } from '../../../protocol/entry.ts'
import type { Run, RunStats } from '../../../protocol/run.ts'
import { isFiltering } from '../feed/filtered-rows.ts'
import type { PastSearch } from '../feed/past-search.ts'
import { type Failure, type Outcome, readClock } from '../api/request.ts'
import type { Connection } from '../live/connection.ts'
import type { LiveLine } from '../live/live-line.ts'
import type { Stretch } from '../trace/view.ts'
import type { Filter } from './run-query.ts'
import { laterRun } from './later-run.ts'
import { paced } from './paced.ts'
import { Past, type Shown } from './past.ts'
import { RunLog, runAfter } from './run-log.ts'
import { type RunSource, serverSource } from './run-source.ts'

const BACKGROUND_MS = 400
/** Of a run with more entries than this, only the newest come over the line by themselves. */
const WHOLE_MOST = 3000
const NEWEST = 2000
/** Entries that come with one look further back. */
const PAGE = 200
const RETRY_MS = 3000
/** Least time between two changes of what is read rather than watched. */
const CALM_MS = 250
/** A sign of life is seen for about so long. */
const PULSE_MS = 500

/**
 * One run as the page knows it: its newest entries as they came over the line, its past as far as one looks at it,
 * its state, and the line itself. The log is plain data that grows in place; `version` tells its readers, at most
 * once a frame, that there is more.
 */
export class RunStore {
  readonly id: string
  readonly run = signal<Run | null>(null)
  readonly connection = signal<Connection>({ is: 'connecting' })
  readonly version = signal(0)
  /** `version` as lists, figures and words follow it: four times a second at most. */
  readonly calm: ReadonlySignal<number>
  /** The last beat that flatlined while someone watched: for the voice that announces it. */
  readonly alarm = signal<BeatEntry | null>(null)
  /** Counts signs of life, for the pulse of the page, no faster than they can be told apart. */
  readonly pulse: ReadonlySignal<number>
  /** How many watch the run, oneself included; 0 while it is not known. */
  readonly viewers = signal(0)
  /** The search of what is not listed; null where nothing is filtered, or nothing is left out. */
  readonly search = signal<PastSearch | null>(null)
  /** Whether older entries are being read. */
  readonly reading = signal(false)

  /** What came over the line; another object when the log was begun anew. */
  log = new RunLog()

  private readonly source: RunSource
  private line: LiveLine | null = null
  private past: Past | null = null
  private again: ReturnType<typeof setTimeout> | undefined
  private replayed = false
  private waiting = false
  private readonly signs = signal(0)
  private readonly pacers = { calm: paced(this.version, CALM_MS), pulse: paced(this.signs, PULSE_MS) }
  private sought: Filter | null = null
  private closed = false

  /** @param source where the run comes from; the server unless said otherwise */
  constructor(id: string, source: RunSource = serverSource(id)) {
    this.id = id
    this.source = source
    this.calm = this.pacers.calm.signal
    this.pulse = this.pacers.pulse.signal
    void this.begin()
  }

  close(): void {
    this.closed = true
    clearTimeout(this.again)
    this.search.peek()?.stop()
    this.past?.close()
    this.line?.stop()
    this.pacers.calm.stop()
    this.pacers.pulse.stop()
  }

  retry(): void {
    if (this.line) this.line.retry()
    else void this.begin()
  }

  /** True once everything that was in the log on opening is here, or the newest of it. */
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

  /** What to draw of a stretch. */
  shown(stretch: Stretch): Shown {
    return this.past?.of(stretch) ?? this.log
  }

  /** The whole run, as closely as it is here. */
  get whole(): Shown {
    return this.past?.all ?? this.log
  }

  /** Whether the trace of the past is still coming in. */
  get partial(): boolean {
    return this.past?.partial ?? false
  }

  /** Asks for a stretch beat by beat, if it is not here so. */
  look(stretch: Stretch): void {
    void this.past?.look(stretch)
  }

  /** Whether the run has entries that are not listed yet. */
  get hasOlder(): boolean {
    return this.log.base > 0 && this.log.oldest > 1
  }

  /** Reads the entries before the oldest that is listed. */
  async readOlder(): Promise<void> {
    const { log } = this
    if (!this.hasOlder || this.reading.peek()) return
    this.reading.value = true
    const after = Math.max(0, log.oldest - 1 - PAGE)
    const outcome = await this.source.entries(after, log.oldest - 1 - after)
    this.reading.value = false
    if (!outcome.ok || this.closed) return
    log.addOlder(outcome.value)
    this.bump()
  }

  /** Readies the search for what passes a filter before the entries that are listed, if there are any. */
  async searchFor(filter: Filter): Promise<void> {
    const { oldest } = this.log
    const known = this.search.peek()
    if (known?.filter === filter && known.before === oldest) return
    known?.stop()
    this.search.value = null
    this.sought = filter
    if (!this.hasOlder || !isFiltering(filter)) return
    const { PastSearch } = await import('../feed/past-search.ts')
    if (this.sought !== filter || this.closed) return
    this.search.value = new PastSearch(filter, oldest, (...page) => this.source.entries(...page))
  }

  /** Takes over what the server answered to an order, unless the line has told more meanwhile. */
  take(run: Run): void {
    this.run.value = laterRun(this.run.peek(), run)
  }

  /** A beat with its texts: from memory, or asked for again. Null when the log holds no such beat. */
  async beat(seq: number): Promise<Outcome<BeatEntry | null>> {
    const kept = this.log.shelf.get(seq)
    if (kept) return { ok: true, value: kept }
    const entry = await this.entry(seq)
    if (!entry.ok) return entry
    for (const amendment of this.past?.amendmentsOf(seq) ?? []) {
      const found = await this.entry(amendment)
      if (found.ok && found.value?.type === 'amendment') this.log.addAmendment(found.value)
    }
    return { ok: true, value: entry.value?.type === 'beat' ? entry.value : null }
  }

  private async entry(seq: number): Promise<Outcome<Entry | null>> {
    const page = await this.source.entries(seq - 1, 1)
    if (!page.ok) return page
    const [entry] = page.value
    return { ok: true, value: entry?.seq === seq ? entry : null }
  }

  /** Learns how long the run is, and then opens the line from there. */
  private async begin(): Promise<void> {
    clearTimeout(this.again)
    const outcome = await this.source.run()
    if (this.closed || this.line) return
    if (!outcome.ok) return this.onRefused(outcome.problem)
    const { last_seq } = outcome.value
    this.run.value = outcome.value
    const base = last_seq > WHOLE_MOST ? last_seq - NEWEST : 0
    this.log = new RunLog(base)
    this.line = this.source.open(base, {
      onConnection: (connection) => this.onConnection(connection),
      onState: (run) => this.onState(run),
      onEntries: (entries) => this.onEntries(entries),
      onHeartbeat: (timestamp) => this.onHeartbeat(timestamp),
      onViewers: (viewers) => (this.viewers.value = viewers),
      onReset: () => this.onReset(),
    })
    if (base === 0) return
    this.past = new Past(this.source, this.log, () => this.onPast())
    void this.past.load()
  }

  private onRefused({ status }: Failure): void {
    if (status === 401) this.connection.value = { is: 'signed_out' }
    else if (status === 403 || status === 404) this.connection.value = { is: 'gone' }
    else {
      this.connection.value = { is: 'waiting', untilMs: performance.now() + RETRY_MS, why: 'refused' }
      this.again = setTimeout(() => void this.begin(), RETRY_MS)
    }
  }

  private onPast(): void {
    this.bump()
    if (this.run.peek()?.status === 'misaligned' && !this.log.trouble) void this.nameTrouble()
  }

  /** Finds the severe beat that a run is in trouble for, if it came before the log begins. */
  private async nameTrouble(): Promise<void> {
    const { log } = this
    const trouble = this.past?.trouble
    if (!trouble) return
    const beat = await this.entry(trouble.seq)
    if (!beat.ok || beat.value?.type !== 'beat') return
    log.trouble ??= { ...trouble, title: beat.value.violations[0] ?? 'a severe finding' }
    this.bump()
  }

  private onConnection(connection: Connection): void {
    if (connection.is === 'live' || connection.is === 'file') this.replayed = true
    this.connection.value = connection
    this.bump()
  }

  private onState(run: Run): void {
    this.run.value = run
    this.log.figures.begin(run)
    this.bump()
  }

  private onHeartbeat(timestamp: string): void {
    this.log.addHeartbeat(timestamp)
    readClock(timestamp)
    this.signs.value += 1
    this.bump()
  }

  private onReset(): void {
    this.past?.close()
    this.past = null
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
    this.signs.value += 1
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
