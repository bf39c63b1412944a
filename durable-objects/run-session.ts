import { DurableObject } from 'cloudflare:workers'
import type { Author, Run } from '../protocol/index.ts'
import { admitViewer } from './admit-viewer.ts'
import { AlarmClock } from './alarm-clock.ts'
import { amend, type AmendResult } from './amend.ts'
import type { Distribution } from './drift.ts'
import { EntryReader } from './entry-reader.ts'
import { Flusher } from './flusher.ts'
import { Intake, type Opening } from './intake.ts'
import { pinnedLog } from './log-databases.ts'
import type { AppendResult, PreparedBeat } from './prepared-beat.ts'
import type { RememberedId } from './remembered-ids.ts'
import type { PreparedAmendment } from './run-draft.ts'
import { RunDuties } from './run-duties.ts'
import { newRunId } from './run-id.ts'
import { RunLog } from './run-log.ts'
import { presentState, type RunParts, type RunSessionEnv } from './run-parts.ts'
import { wireRun, type RunBinding } from './run-state.ts'
import { RunStore, type TailRow } from './run-store.ts'
import { idPage, Succession } from './succession.ts'
import { Viewers } from './viewers.ts'

/** From the first entry that is not in D1 yet to the flush that brings it there, ms. */
const flushDelayMs = 500

/** What became of an order. */
export type OrderResult =
  { ok: true; run: Run } | { ok: false; code: 'not_found' | 'run_transition'; status: string }

/**
 * One object a run: gives beats their order, keeps them until D1 has them, and tells the viewers. Here is
 * its life and its wiring; what a run is stands in {@link RunLog}.
 */
export class RunSession extends DurableObject<RunSessionEnv> {
  readonly #parts: RunParts
  readonly #succession: Succession
  readonly #duties: RunDuties
  readonly #entries: EntryReader
  readonly #intake: Intake

  constructor(ctx: DurableObjectState, env: RunSessionEnv) {
    super(ctx, env)
    const store = new RunStore(ctx.storage)
    const log = new RunLog(store, (runId) => pinnedLog(env, runId))
    const clock = new AlarmClock(ctx.storage, store)
    this.#parts = {
      env,
      store,
      log,
      clock,
      flusher: new Flusher(env, log, store, clock),
      viewers: new Viewers(ctx),
      tell: (rows, now) => this.#tell(rows, now),
    }
    this.#succession = new Succession(ctx, env, this.#parts)
    this.#duties = new RunDuties(this.#parts)
    this.#entries = new EntryReader(this.#parts)
    this.#intake = new Intake(this.#parts, {
      succession: this.#succession,
      duties: this.#duties,
      entries: this.#entries,
    })
  }

  /** Starts the run, or answers with it as it is; null when it is closed. [R5] */
  async open(
    binding: RunBinding,
    how: Opening,
  ): Promise<{ created: boolean; run: Run } | { closed: true; next_run_id: string | null }> {
    return this.#intake.open(binding, how)
  }

  /** Takes beats: durable, numbered and told to the viewers when this answers. [B3] [B4] [B7] */
  async append(
    binding: RunBinding,
    beats: PreparedBeat[],
    previousRunId: string | null,
  ): Promise<AppendResult> {
    return this.#intake.append(binding, beats, previousRunId)
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
    return this.#intake.heartbeat(binding, confidence)
  }

  /** Pause, resume or end, by a person. @param reason of the entry that tells of it [R5] [O11] */
  async order(order: 'pause' | 'resume' | 'end', actor: Author, reason = 'operator'): Promise<OrderResult> {
    const state = presentState(this.#parts.log)
    if (state === null) return { ok: false, code: 'not_found', status: '' }
    const now = Date.now()
    const rows = this.#parts.log.order(order, actor, now, newRunId(), reason)
    if (rows === null) return { ok: false, code: 'run_transition', status: state.status }
    this.#tell(rows, now)
    return { ok: true, run: wireRun(state) }
  }

  /** Adds an amendment to a beat. [G2] */
  async amend(amendment: Omit<PreparedAmendment, 'beat_id'>): Promise<AmendResult> {
    return amend(this.#parts, this.#entries, amendment)
  }

  /** The run as it is this moment, or null if there never was one, or is no more. [R8] */
  async state(): Promise<Run | null> {
    const state = presentState(this.#parts.log)
    return state && wireRun(state)
  }

  /** One entry's header and hash, for a receipt that is asked for again; null when it was deleted. */
  async receipt(seq: number): Promise<{ header: string; hash: string } | null> {
    return this.#entries.receipt(seq)
  }

  /** How the run's beats are distributed, for a run of the same project that is compared with it. [R9] */
  async distribution(projectId: string): Promise<Distribution | null> {
    const state = presentState(this.#parts.log)
    return state?.binding.project_id === projectId ? state.distribution : null
  }

  /**
   * Hands a page of remembered ids to the successor, the first time telling viewers that there is one.
   *
   * @throws Error when that is not its successor
   */
  async handOver(nextRunId: string, after: string): Promise<RememberedId[]> {
    const state = this.#parts.log.state
    if (state?.next_run_id !== nextRunId) throw new Error(`${nextRunId} is not the successor of this run`)
    if (state.deleted_at !== null) return []
    return this.#parts.store.ids.page(after, idPage)
  }

  /** Tells that the successor has opened. [R4] */
  async supersede(nextRunId: string): Promise<void> {
    if (this.#parts.log.state?.next_run_id !== nextRunId) return
    const now = Date.now()
    this.#tell(this.#parts.log.supersede(nextRunId, now), now)
  }

  /** Returns once everything that was acknowledged before the call is in D1. Throws when D1 fails. [G1] */
  async flush(): Promise<void> {
    await this.#parts.flusher.flush()
  }

  /**
   * Erases texts of entries before an instant (ms), or deletes the closed run with all that it held. Begins at
   * once, and is gone on with by the alarm until it is done. [R11]
   */
  async erase(texts_before: number, whole: boolean): Promise<void> {
    const state = presentState(this.#parts.log)
    if (state === null || (whole && state.ended_at === null)) return
    this.#parts.log.askErasure({
      texts_before: Math.max(texts_before, state.erasure?.texts_before ?? 0),
      whole: whole || state.erasure?.whole === true,
    })
    this.#parts.clock.within('erase', Date.now(), 0)
  }

  /** A socket of a viewer whom the Worker has let in. [L2] */
  override async fetch(request: Request): Promise<Response> {
    return admitViewer(this.ctx, this.#parts, request)
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.#parts.viewers.receive(socket, message, this.#parts.log.state?.last_seq ?? 0)
  }

  override webSocketClose(socket: WebSocket): void {
    // The platform answers the close.
    this.#parts.viewers.forget(socket)
  }

  override webSocketError(socket: WebSocket): void {
    this.#parts.viewers.forget(socket)
  }

  /** Looks at once at who may still watch: a right has ended somewhere. [L6] */
  async recheckViewers(): Promise<void> {
    await this.#duties.checkRights()
  }

  /** The one alarm. */
  override async alarm(): Promise<void> {
    await this.#parts.clock.ring(Date.now(), {
      flush: () => this.#parts.flusher.flush(),
      watchdog: () => this.#duties.watch(),
      rights: () => this.#duties.checkRights(),
      ids: () => this.#duties.forgetIds(),
      erase: () => this.#duties.erase(),
      baseline: () => this.#duties.fetchBaseline(),
    })
  }

  /** Everything that follows a write: viewers, flush, alarm. */
  #tell(rows: readonly TailRow[], now: number): void {
    const { state } = this.#parts.log
    if (rows.length === 0 || !state) return
    this.#parts.viewers.broadcast(rows, state.last_seq, now)
    this.#parts.flusher.added(rows)
    this.#parts.clock.within('flush', now, flushDelayMs)
    const baseline = state.binding.settings.baseline_run_id ?? null
    if (baseline !== (state.baseline?.run_id ?? null)) this.#parts.clock.within('baseline', now, 0)
  }
}
