import { DurableObject } from 'cloudflare:workers'
import type { Author, Run } from '../protocol/index.ts'
import { AlarmClock } from './alarm-clock.ts'
import type { Distribution } from './drift.ts'
import { Flusher } from './flusher.ts'
import { logDatabase, pinnedLog, type LogDatabases } from './log-databases.ts'
import { readLogEntry } from './log-reader.ts'
import type { AppendedBeat, AppendResult, PreparedBeat } from './prepared-beat.ts'
import type { RememberedId } from './remembered-ids.ts'
import { replayTo } from './replay.ts'
import { idsTurnMs, presentState, rightsMs, RunDuties, watchdogMs } from './run-duties.ts'
import { newRunId } from './run-id.ts'
import type { Placed, PreparedAmendment } from './run-draft.ts'
import { RunLog } from './run-log.ts'
import { iso, wireRun, type RunBinding, type RunState } from './run-state.ts'
import { RunStore, type TailRow } from './run-store.ts'
import { idPage, mayOpen, Succession } from './succession.ts'
import { Viewers } from './viewers.ts'
import { withTimeout } from './with-timeout.ts'

/** What the object needs of its surroundings. */
export interface RunSessionEnv extends LogDatabases {
  RUNS: DurableObjectNamespace<RunSession>
}

/** From the first entry that is not in D1 yet to the flush that brings it there, ms. */
const flushDelayMs = 500
/** How long the first beat of a run waits for its run to be findable in D1, ms. */
const firstFlushMs = 3000
/** How a run is to be called, and which one it follows. */
export interface Opening {
  name?: string
  labels?: string[]
  previousRunId?: string | null
}

/** What became of an order or an amendment. */
export type OrderResult =
  { ok: true; run: Run } | { ok: false; code: 'not_found' | 'run_transition'; status: string }
export type AmendResult =
  | { ok: true; seq: number; duplicate: boolean }
  | { ok: false; code: 'not_found' | 'id_taken' }
  | { ok: false; code: 'overloaded'; retry_after_s: number }

/**
 * One object a run: gives beats their order, keeps them until D1 has them, and tells the viewers. Here is
 * its life and its wiring; what a run is stands in {@link RunLog}.
 */
export class RunSession extends DurableObject<RunSessionEnv> {
  readonly #store: RunStore
  readonly #log: RunLog
  readonly #clock: AlarmClock
  readonly #flusher: Flusher
  readonly #viewers: Viewers
  readonly #succession: Succession
  readonly #duties: RunDuties

  constructor(ctx: DurableObjectState, env: RunSessionEnv) {
    super(ctx, env)
    this.#store = new RunStore(ctx.storage)
    this.#log = new RunLog(this.#store, (runId) => pinnedLog(env, runId))
    this.#clock = new AlarmClock(ctx.storage, this.#store)
    this.#flusher = new Flusher(env, this.#log, this.#store, this.#clock)
    this.#viewers = new Viewers(ctx)
    const parts = {
      env,
      store: this.#store,
      log: this.#log,
      clock: this.#clock,
      flusher: this.#flusher,
      viewers: this.#viewers,
      tell: (rows: readonly TailRow[], now: number) => this.#tell(rows, now),
    }
    this.#succession = new Succession(ctx, env, parts)
    this.#duties = new RunDuties(parts)
  }

  /** Starts the run, or answers with it as it is; null when it is closed. [R5] */
  async open(
    binding: RunBinding,
    how: Opening,
  ): Promise<{ created: boolean; run: Run } | { closed: true; next_run_id: string | null }> {
    await this.#succession.takeOver(binding, how.previousRunId ?? null)
    const known = this.#log.state
    if (known && known.ended_at !== null) return { closed: true, next_run_id: known.next_run_id }
    const state = this.#log.open(binding, Date.now(), how)
    if (known === null) await this.#makeFindable()
    return { created: known === null, run: wireRun(state) }
  }

  /** Takes beats: durable, numbered and told to the viewers when this answers. [B3] [B4] [B7] */
  async append(
    binding: RunBinding,
    beats: PreparedBeat[],
    previousRunId: string | null,
  ): Promise<AppendResult> {
    const fresh = this.#log.state === null
    if (fresh) {
      if (!mayOpen(binding, previousRunId)) return { ok: false, code: 'not_open' }
      await this.#succession.takeOver(binding, previousRunId)
    }
    const now = Date.now()
    const state = this.#log.open(binding, now, { previousRunId })
    if (this.#flusher.isFull) return { ok: false, code: 'overloaded', retry_after_s: 5 }
    if (!fresh && previousRunId !== null) this.#succession.announce(state, previousRunId)
    this.#duties.lastSignAt = now
    const halted = state.halted
    const { placed, rows, left } = this.#log.append(beats, now, newRunId())
    this.#tell(rows, now)
    if (beats.some((beat) => beat.id_chosen)) this.#clock.within('ids', now, idsTurnMs)
    if (state.has_heartbeats) this.#clock.within('watchdog', now, watchdogMs(state))
    // A run that was acknowledged can be found: its row is in the index first, unless D1 is down.
    if (fresh) await this.#makeFindable()
    const known: AppendedBeat[] = []
    for (const one of placed) known.push('place' in one ? { kind: 'new', ...one } : await this.#known(one))
    const after = this.#log.state ?? state
    if (left === 0) return { ok: true, beats: known, ended_at: after.ended_at, halted }
    const { next_run_id, ended_at } = after
    return { ok: false, code: 'run_closed', next_run_id, ended_at: ended_at ?? now, known }
  }

  /**
   * A sign of life. Opens a key's first run; for a closed one it changes nothing. [B5] [B14]
   *
   * @returns `next_run_id` once the successor has opened, null before
   */
  async heartbeat(
    binding: RunBinding,
    confidence: number | null,
  ): Promise<{ status: Run['status']; ended: boolean; next_run_id: string | null }> {
    const now = Date.now()
    const fresh = this.#log.state === null
    if (fresh && !mayOpen(binding, null)) return { status: 'ended', ended: true, next_run_id: null }
    const state = this.#log.open(binding, now)
    if (fresh) this.#clock.within('flush', now, 0)
    if (state.ended_at !== null) {
      return { status: state.status, ended: true, next_run_id: state.superseded ? state.next_run_id : null }
    }
    this.#duties.lastSignAt = now
    this.#tell(this.#log.heartbeat(now), now)
    this.#clock.within('watchdog', now, watchdogMs(state))
    this.#viewers.tell(JSON.stringify({ type: 'heartbeat', timestamp: iso(now), confidence }))
    return { status: state.status, ended: false, next_run_id: null }
  }

  /** Pause, resume or end, by a person. @param reason of the entry that tells of it [R5] [O11] */
  async order(order: 'pause' | 'resume' | 'end', actor: Author, reason = 'operator'): Promise<OrderResult> {
    const state = this.#present()
    if (state === null) return { ok: false, code: 'not_found', status: '' }
    const now = Date.now()
    const rows = this.#log.order(order, actor, now, newRunId(), reason)
    if (rows === null) return { ok: false, code: 'run_transition', status: state.status }
    this.#tell(rows, now)
    return { ok: true, run: wireRun(state) }
  }

  /** Adds an amendment to a beat. [G2] */
  async amend(amendment: Omit<PreparedAmendment, 'beat_id'>): Promise<AmendResult> {
    if (this.#present() === null) return { ok: false, code: 'not_found' }
    const beat = await this.#read(amendment.beat_seq)
    // The run may have been deleted while D1 was asked.
    if (beat?.type !== 'beat' || this.#present() === null) return { ok: false, code: 'not_found' }
    const known = this.#store.ids.findAmendment(amendment.id)
    if (known?.run_id === this.#runId()) {
      const same = (await this.#read(known.seq))?.header.includes(`"beat_seq":${amendment.beat_seq},`) ?? true
      return same ? { ok: true, seq: known.seq, duplicate: true } : { ok: false, code: 'id_taken' }
    }
    if (this.#flusher.isFull) return { ok: false, code: 'overloaded', retry_after_s: 5 }
    const now = Date.now()
    const row = this.#log.amend({ ...amendment, beat_id: beat.id }, now)
    this.#tell([row], now)
    this.#clock.within('ids', now, idsTurnMs)
    return { ok: true, seq: row.seq, duplicate: false }
  }

  /** The run as it is this moment, or null if there never was one, or is no more. [R8] */
  async state(): Promise<Run | null> {
    const state = this.#present()
    return state && wireRun(state)
  }

  /** One entry's header and hash, for a receipt that is asked for again; null when it was deleted. */
  async receipt(seq: number): Promise<{ header: string; hash: string } | null> {
    if (this.#present() === null) return null
    const row = await this.#read(seq)
    return row && { header: row.header, hash: row.hash }
  }

  /** How the run's beats are distributed, for a run of the same project that is compared with it. [R9] */
  async distribution(projectId: string): Promise<Distribution | null> {
    const state = this.#present()
    return state?.binding.project_id === projectId ? state.distribution : null
  }

  /**
   * Hands a page of remembered ids to the successor, the first time telling viewers that there is one.
   *
   * @throws Error when that is not its successor
   */
  async handOver(nextRunId: string, after: string): Promise<RememberedId[]> {
    const state = this.#log.state
    if (state?.next_run_id !== nextRunId) throw new Error(`${nextRunId} is not the successor of this run`)
    if (state.deleted_at !== null) return []
    return this.#store.ids.page(after, idPage)
  }

  /** Tells that the successor has opened. [R4] */
  async supersede(nextRunId: string): Promise<void> {
    if (this.#log.state?.next_run_id !== nextRunId) return
    const now = Date.now()
    this.#tell(this.#log.supersede(nextRunId, now), now)
  }

  /** Returns once everything that was acknowledged before the call is in D1. Throws when D1 fails. [G1] */
  async flush(): Promise<void> {
    await this.#flusher.flush()
  }

  /**
   * Erases texts of entries before an instant (ms), or deletes the closed run with all that it held. Begins at
   * once, and is gone on with by the alarm until it is done. [R11]
   */
  async erase(texts_before: number, whole: boolean): Promise<void> {
    const state = this.#present()
    if (state === null || (whole && state.ended_at === null)) return
    this.#log.askErasure({
      texts_before: Math.max(texts_before, state.erasure?.texts_before ?? 0),
      whole: whole || state.erasure?.whole === true,
    })
    this.#clock.within('erase', Date.now(), 0)
  }

  /** A socket of a viewer whom the Worker has let in. [L2] */
  override async fetch(request: Request): Promise<Response> {
    const state = this.#present()
    if (state === null) return new Response(null, { status: 404 })
    const query = new URL(request.url).searchParams
    const after = query.get('after') === null ? null : Number(query.get('after'))
    const frames = query.get('frames') === 'batch' ? 'batch' : 'single'
    const withheld = query.get('texts') !== 'full'
    const who = { viewer: query.get('viewer') ?? 'unknown', credential: query.get('credential') }
    const { 0: theirs, 1: ours } = new WebSocketPair()
    this.#viewers.accept(ours, who, { frames, withheld }, wireRun(state), after)
    this.#clock.within('rights', Date.now(), rightsMs)
    if (after !== null) {
      this.ctx.waitUntil(
        replayTo(ours, after, {
          db: this.#logDatabase(),
          runId: this.#runId(),
          store: this.#store,
          viewers: this.#viewers,
          lastSeq: () => this.#log.state?.last_seq ?? 0,
        }),
      )
    }
    return new Response(null, { status: 101, webSocket: theirs })
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.#viewers.receive(socket, message, this.#log.state?.last_seq ?? 0)
  }

  override webSocketClose(socket: WebSocket): void {
    // The platform answers the close.
    this.#viewers.forget(socket)
  }

  override webSocketError(socket: WebSocket): void {
    this.#viewers.forget(socket)
  }

  /** Looks at once at who may still watch: a right has ended somewhere. [L6] */
  async recheckViewers(): Promise<void> {
    await this.#duties.checkRights()
  }

  /** The one alarm. */
  override async alarm(): Promise<void> {
    await this.#clock.ring(Date.now(), {
      flush: () => this.#flusher.flush(),
      watchdog: () => this.#duties.watch(),
      rights: () => this.#duties.checkRights(),
      ids: () => this.#duties.forgetIds(),
      erase: () => this.#duties.erase(),
      baseline: () => this.#duties.fetchBaseline(),
    })
  }

  /** The list of runs is read from D1; if it is down or slow the alarm catches up. */
  async #makeFindable(): Promise<void> {
    this.#clock.within('flush', Date.now(), 0)
    await withTimeout(this.#flusher.flush(), firstFlushMs, 'The first flush').catch(() => undefined)
  }

  async #known({ known }: Extract<Placed, { known: unknown }>): Promise<AppendedBeat> {
    const { run_id, seq } = known
    const receipt =
      run_id === this.#runId()
        ? await this.receipt(seq)
        : await this.env.RUNS.get(this.env.RUNS.idFromName(run_id)).receipt(seq)
    return receipt ? { kind: 'known', ...receipt } : { kind: 'gone', run_id }
  }

  /** The run, unless it was deleted. */
  #present(): RunState | null {
    return presentState(this.#log)
  }

  /** Where the entries lie that have left the object. */
  #logDatabase(): D1Database {
    return logDatabase(this.env, this.#log.state?.log ?? 0)
  }

  #runId(): string {
    return this.#log.state?.binding.run_id ?? ''
  }

  /** An entry from the tail, or from D1 when it has left it. */
  async #read(seq: number): Promise<Pick<TailRow, 'type' | 'id' | 'header' | 'hash'> | null> {
    return this.#store.entry(seq) ?? (await readLogEntry(this.#logDatabase(), this.#runId(), seq))
  }

  /** Everything that follows a write: viewers, flush, alarm. */
  #tell(rows: readonly TailRow[], now: number): void {
    const { state } = this.#log
    if (rows.length === 0 || !state) return
    this.#viewers.broadcast(rows, state.last_seq, now)
    this.#flusher.added(rows)
    this.#clock.within('flush', now, flushDelayMs)
    const baseline = state.binding.settings.baseline_run_id ?? null
    if (baseline !== (state.baseline?.run_id ?? null)) this.#clock.within('baseline', now, 0)
  }
}
