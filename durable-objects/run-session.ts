import { DurableObject } from 'cloudflare:workers'
import type { Author, Run } from '../protocol/index.ts'
import { problem } from '../protocol/index.ts'
import { writeToLog, batchRows, firstBatch } from './outbox.ts'
import { readLogEntry, readLogPage } from './log-reader.ts'
import type { AppendedBeat, AppendResult, PreparedBeat } from './prepared-beat.ts'
import { RunLog, outboxBound, type Placed, type PreparedAmendment } from './run-log.ts'
import { iso, wireRun, type RunBinding } from './run-state.ts'
import { RunStore, type RememberedId, type TailRow } from './run-store.ts'
import { Viewers, type Frames } from './viewers.ts'

/** What the object needs of its surroundings. */
export interface RunSessionEnv {
  DB: D1Database
  RUNS: DurableObjectNamespace<RunSession>
}

/** Entries kept for viewers who come back, after D1 has them. */
const tailKept = 2000
/** From the first entry that is not in D1 yet to the flush that brings it there, ms. */
const flushDelayMs = 500
const flushBackoffMaxMs = 60_000
/** Ids are remembered this long, ms: no client repeats a post later. [B4] */
const idsKeptMs = 24 * 3600 * 1000
const idPage = 20_000

/** What became of an order or an amendment. */
export type OrderResult =
  { ok: true; run: Run } | { ok: false; code: 'not_found' | 'run_transition'; status: string }
export type AmendResult = { ok: true; seq: number; duplicate: boolean } | { ok: false; code: 'not_found' }

/**
 * One object a run: gives beats their order, keeps them until D1 has them, and tells the viewers. Here is
 * its life and its wiring; what a run is stands in {@link RunLog}.
 */
export class RunSession extends DurableObject<RunSessionEnv> {
  readonly #store: RunStore
  readonly #log: RunLog
  readonly #viewers: Viewers
  /** The flush under way: everybody who waits for D1 waits for the same one. */
  #flushing: Promise<void> | null = null
  /** When the alarm is set to ring, as far as this instance knows. */
  #armedAt: number | null = null
  /** Whether a flush is due, so that a beat need not ask the table. */
  #flushDue: boolean
  /** Last sign of life seen by this instance; the stored one may be a minute old. */
  #lastSignAt: number

  constructor(ctx: DurableObjectState, env: RunSessionEnv) {
    super(ctx, env)
    this.#store = new RunStore(ctx.storage)
    this.#log = new RunLog(this.#store)
    this.#viewers = new Viewers(ctx)
    const state = this.#log.state
    this.#lastSignAt = (state?.last_sign_at ?? 0) + 60_000
    this.#flushDue = state !== null && state.flushed_seq < state.last_seq
    if (this.#flushDue) this.#store.schedule('flush', Date.now())
    this.#arm()
  }

  /** Starts the run, or answers with it as it is; null when it is closed. [R5] */
  async open(
    binding: RunBinding,
    how: { name?: string; labels?: string[]; previousRunId?: string | null },
  ): Promise<{ created: boolean; run: Run } | { closed: true; next_run_id: string | null }> {
    await this.#begin(binding, how.previousRunId ?? null)
    const known = this.#log.state
    if (known && known.ended_at !== null) return { closed: true, next_run_id: known.next_run_id }
    const state = this.#log.open(binding, Date.now(), how)
    if (known === null) {
      this.#scheduleFlush(0)
      // The list of runs is read from D1; if it is down the alarm catches up.
      await this.flush().catch(() => undefined)
    }
    return { created: known === null, run: wireRun(state, this.#log.window) }
  }

  /** Takes beats: durable, numbered and told to the viewers when this answers. [B3] [B4] [B7] */
  async append(
    binding: RunBinding,
    beats: PreparedBeat[],
    previousRunId: string | null,
  ): Promise<AppendResult> {
    const fresh = this.#log.state === null
    if (fresh) await this.#begin(binding, previousRunId)
    const now = Date.now()
    const state = this.#log.open(binding, now, { previousRunId })
    if (state.last_seq - state.flushed_seq > outboxBound) {
      return { ok: false, code: 'overloaded', retry_after_s: 5 }
    }
    this.#lastSignAt = now
    const { placed, rows, left } = this.#log.append(beats, now, newRunId())
    this.#tell(rows, now)
    // A run that was acknowledged can be found: its row is in the index first, unless D1 is down.
    if (fresh) await this.flush().catch(() => undefined)
    const after = this.#log.state ?? state
    const known = await Promise.all(placed.map((one) => this.#appended(one)))
    if (left > 0) {
      const nothing = Array.from({ length: left }, () => null)
      return {
        ok: false,
        code: 'run_closed',
        next_run_id: after.next_run_id,
        ended_at: after.ended_at ?? now,
        known: [...known, ...nothing],
      }
    }
    return { ok: true, beats: known, ended_at: after.ended_at, halted: state.halted }
  }

  /** A sign of life. Opens a key's first run; for a closed one it changes nothing. [B5] [B14] */
  async heartbeat(
    binding: RunBinding,
    confidence: number | null,
  ): Promise<{ status: Run['status']; ended: boolean; next_run_id: string | null }> {
    const now = Date.now()
    const fresh = this.#log.state === null
    const state = this.#log.open(binding, now)
    if (fresh) this.#scheduleFlush(0)
    if (state.ended_at !== null) return { status: state.status, ended: true, next_run_id: state.next_run_id }
    this.#lastSignAt = now
    if (!state.has_heartbeats) this.#schedule('watchdog', now + state.binding.settings.silent_after_s * 1000)
    this.#tell(this.#log.heartbeat(now), now)
    this.#viewers.tell(JSON.stringify({ type: 'heartbeat', timestamp: iso(now), confidence }))
    return { status: this.#log.state?.status ?? state.status, ended: false, next_run_id: null }
  }

  /** Pause, resume or end, by a person. [R5] */
  async order(order: 'pause' | 'resume' | 'end', actor: Author): Promise<OrderResult> {
    const state = this.#log.state
    if (state === null) return { ok: false, code: 'not_found', status: '' }
    const now = Date.now()
    const rows = this.#log.order(order, actor, now, newRunId())
    if (rows === null) return { ok: false, code: 'run_transition', status: state.status }
    this.#tell(rows, now)
    return { ok: true, run: wireRun(this.#log.state ?? state, this.#log.window) }
  }

  /** Adds an amendment to a beat. [G2] */
  async amend(amendment: Omit<PreparedAmendment, 'beat_id'>): Promise<AmendResult> {
    if (this.#log.state === null) return { ok: false, code: 'not_found' }
    const beat = await this.#read(amendment.beat_seq)
    if (beat?.type !== 'beat') return { ok: false, code: 'not_found' }
    const known = this.#store.findId('amendment', amendment.id)
    if (known) return { ok: true, seq: known.seq, duplicate: true }
    const now = Date.now()
    const row = this.#log.amend({ ...amendment, beat_id: beat.id }, now)
    this.#tell([row], now)
    return { ok: true, seq: row.seq, duplicate: false }
  }

  /** The run as it is this moment, or null if there never was one. [R8] */
  async state(): Promise<Run | null> {
    const state = this.#log.state
    return state && wireRun(state, this.#log.window)
  }

  /** One entry's header and hash, for a receipt that is asked for again. */
  async receipt(seq: number): Promise<AppendedBeat | null> {
    const row = await this.#read(seq)
    const runId = this.#log.state?.binding.run_id
    return row && runId ? { run_id: runId, header: row.header, hash: row.hash, duplicate: true } : null
  }

  /** Hands a page of remembered ids to the successor, the first time telling viewers that there is one. */
  async handOver(nextRunId: string, after: string): Promise<RememberedId[]> {
    const now = Date.now()
    if (after === '' && this.#log.state) this.#tell(this.#log.supersede(nextRunId, now), now)
    return this.#store.rememberedIds(after, idPage)
  }

  /** Returns once everything that was acknowledged before the call is in D1. Throws when D1 fails. [G1] */
  async flush(): Promise<void> {
    const goal = this.#log.state?.last_seq ?? 0
    while (this.#flushDue && (this.#log.state?.flushed_seq ?? 0) <= goal) {
      this.#flushing ??= this.#flushOnce().finally(() => (this.#flushing = null))
      await this.#flushing
    }
  }

  /** A socket of a viewer whom the Worker has let in. [L2] */
  override async fetch(request: Request): Promise<Response> {
    const state = this.#log.state
    if (state === null) return new Response(null, { status: 404 })
    const url = new URL(request.url)
    const after = url.searchParams.get('after')
    const frames: Frames = url.searchParams.get('frames') === 'batch' ? 'batch' : 'single'
    const viewer = url.searchParams.get('viewer') ?? 'unknown'
    const pair = new WebSocketPair()
    this.#viewers.accept(pair[1], viewer, frames, wireRun(state, this.#log.window))
    if (after === null) this.#viewers.goLive(pair[1])
    else this.ctx.waitUntil(this.#replay(pair[1], Number(after)))
    return new Response(null, { status: 101, webSocket: pair[0] })
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    this.#viewers.receive(socket, message)
  }

  override webSocketClose(): void {
    // The platform answers the close; nothing of ours hangs on a socket.
  }

  /** Ends a viewer's sockets when its right ends. [L6] */
  async dismiss(viewer: string): Promise<void> {
    this.#viewers.dismiss(viewer, problem('unauthenticated', 'Your access has ended. Sign in again.'), 4401)
  }

  /**
   * The one alarm. After six throws the platform would never ring again, so nothing is let out of here, and
   * whatever is still due arms it anew.
   */
  override async alarm(): Promise<void> {
    this.#armedAt = null
    for (const task of this.#store.dueTasks(Date.now())) {
      try {
        if (task.task === 'flush') await this.flush()
        else if (task.task === 'watchdog') this.#watch()
        else this.#store.unschedule(task.task)
      } catch (error) {
        console.error(JSON.stringify({ event: 'alarm_failed', task: task.task, error: String(error) }))
        const wait = Math.min(flushBackoffMaxMs, 1000 * 2 ** task.attempts)
        this.#store.schedule(task.task, Date.now() + wait, task.attempts + 1)
      }
    }
    this.#arm()
  }

  /** A successor takes over the ids its predecessor remembers before it takes a beat. [B4] */
  async #begin(binding: RunBinding, previousRunId: string | null): Promise<void> {
    if (this.#log.state !== null || previousRunId === null) return
    await this.ctx.blockConcurrencyWhile(async () => {
      if (this.#log.state !== null) return
      const previous = this.env.RUNS.get(this.env.RUNS.idFromName(previousRunId))
      for (let after = ''; ;) {
        const page = await previous.handOver(binding.run_id, after)
        this.#store.transaction(() => this.#store.inheritIds(page))
        const last = page.at(-1)
        if (page.length < idPage || !last) break
        after = last.id
      }
      this.#log.open(binding, Date.now(), { previousRunId })
      this.#scheduleFlush(0)
    })
  }

  async #appended(placed: Placed): Promise<AppendedBeat> {
    if ('row' in placed) {
      const { header, hash } = placed.row
      return { run_id: this.#runId(), header, hash, duplicate: false }
    }
    const { run_id, seq } = placed.known
    const receipt =
      run_id === this.#runId()
        ? await this.receipt(seq)
        : await this.env.RUNS.get(this.env.RUNS.idFromName(run_id)).receipt(seq)
    if (!receipt) throw new Error(`Entry ${seq} of ${run_id} is remembered but gone`)
    return receipt
  }

  #runId(): string {
    return this.#log.state?.binding.run_id ?? ''
  }

  /** An entry from the tail, or from D1 when it has left it. */
  async #read(seq: number): Promise<Pick<TailRow, 'type' | 'id' | 'header' | 'hash'> | null> {
    return this.#store.entry(seq) ?? (await readLogEntry(this.env.DB, this.#runId(), seq))
  }

  /** Everything that follows a write: viewers, flush, alarm. */
  #tell(rows: readonly TailRow[], now: number): void {
    if (rows.length === 0) return
    this.#viewers.broadcast(rows, this.#log.state?.last_seq ?? 0, now)
    this.#scheduleFlush(flushDelayMs)
  }

  /** Sends what a viewer missed: from D1 what has left the tail, then the tail, then it is live. [L2] */
  async #replay(socket: WebSocket, after: number): Promise<void> {
    for (let cursor = after; ;) {
      const start = this.#store.tailStart() ?? (this.#log.state?.last_seq ?? 0) + 1
      if (cursor + 1 >= start) {
        for (let page = this.#store.tail(cursor, batchRows); page.length > 0;) {
          this.#viewers.replay(socket, page)
          cursor = page.at(-1)?.seq ?? cursor
          page = this.#store.tail(cursor, batchRows)
        }
        return this.#viewers.goLive(socket)
      }
      const page = await readLogPage(this.env.DB, this.#runId(), cursor, start, batchRows)
      this.#viewers.replay(socket, page)
      // What retention has removed is not waited for.
      cursor = page.at(-1)?.seq ?? start - 1
    }
  }

  async #flushOnce(): Promise<void> {
    const state = this.#log.state
    if (state === null) return
    const rows = firstBatch(this.#store.tail(state.flushed_seq, batchRows))
    await writeToLog(this.env.DB, state, wireRun(state, this.#log.window), rows)
    this.#log.flushed(rows.at(-1)?.seq ?? state.flushed_seq, tailKept)
    const now = this.#log.state
    if (now && now.flushed_seq >= now.last_seq && sameIndexRow(now, state)) {
      this.#flushDue = false
      this.#store.unschedule('flush')
      this.#store.forgetIds(Date.now() - idsKeptMs)
    } else {
      this.#store.schedule('flush', Date.now() + flushDelayMs)
    }
  }

  #watch(): void {
    const now = Date.now()
    this.#tell(this.#log.silence(this.#lastSignAt, now, newRunId()), now)
    const state = this.#log.state
    this.#store.unschedule('watchdog')
    if (!state || state.ended_at !== null) return
    const { silent_after_s, end_after_s } = state.binding.settings
    const wait = state.pause_reason === 'silent' ? end_after_s : silent_after_s
    this.#store.schedule('watchdog', Math.max(this.#lastSignAt + wait * 1000, now + 1000))
  }

  #scheduleFlush(delayMs: number): void {
    if (this.#flushDue) return
    this.#flushDue = true
    this.#schedule('flush', Date.now() + delayMs)
  }

  #schedule(task: string, at: number): void {
    this.#store.schedule(task, at)
    this.#arm()
  }

  /** Sets the alarm to the earliest task. */
  #arm(): void {
    const next = this.#store.nextDue()
    if (next === null || (this.#armedAt !== null && this.#armedAt <= next)) return
    this.#armedAt = next
    this.ctx.waitUntil(this.ctx.storage.setAlarm(Math.max(next, Date.now())))
  }
}

/** Whether the row of the run in D1 still says what the object says. */
function sameIndexRow(
  a: { status: string; ended_at: number | null },
  b: { status: string; ended_at: number | null },
) {
  return a.status === b.status && a.ended_at === b.ended_at
}

/** A fresh run id: 130 random bits. */
export function newRunId(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  const random = crypto.getRandomValues(new Uint8Array(26))
  return `run_${Array.from(random, (byte) => alphabet[byte & 31]).join('')}`
}
