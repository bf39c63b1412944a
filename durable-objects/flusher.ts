import { countUp } from './counters.ts'
import { writeCounters } from './write-counters.ts'
import type { AlarmClock } from './alarm-clock.ts'
import type { LogDatabases } from './log-databases.ts'
import { batchBytes, batchRows, writeToLog } from './outbox.ts'
import type { RunLog } from './run-log.ts'
import { wireRun } from './run-state.ts'
import { rowBytes, type RunStore, type TailRow } from './run-store.ts'
import { withTimeout } from './with-timeout.ts'

/** Most entries, and about most bytes of them, that may wait for D1 before new ones are turned away. */
const waitingRows = 200_000
const waitingBytes = 512 * 1024 * 1024
/** Entries kept for viewers who come back, after D1 has them. */
const tailKept = 2000
/** A D1 that does not answer is one that fails, ms. */
const writeMs = 20_000
/** From a batch to the next one, ms: while entries trickle in, and when another full batch waits already. */
const nextMs = 500
const nextFullMs = 20

/** Brings entries from the object to D1, one batch at a time. */
export class Flusher {
  readonly #env: LogDatabases
  readonly #log: RunLog
  readonly #store: RunStore
  readonly #clock: AlarmClock
  /** The work under way on D1: everybody who waits for D1 waits for the same. */
  #turn: Promise<void> | null = null
  #bytes: number

  constructor(env: LogDatabases, log: RunLog, store: RunStore, clock: AlarmClock) {
    this.#env = env
    this.#log = log
    this.#store = store
    this.#clock = clock
    const { state } = log
    const behind = state !== null && state.deleted_at === null && state.flushed_seq < state.last_seq
    this.#bytes = behind ? store.pendingBytes(state.flushed_seq) : 0
    if (behind) clock.within('flush', Date.now(), 0)
  }

  /** Whether so much waits for D1 that no more is taken in. */
  get isFull(): boolean {
    const { state } = this.#log
    return state !== null && (state.last_seq - state.flushed_seq > waitingRows || this.#bytes > waitingBytes)
  }

  added(rows: readonly TailRow[]): void {
    for (const row of rows) this.#bytes += rowBytes(row)
  }

  reset(): void {
    this.#bytes = 0
  }

  /**
   * Returns once everything that was acknowledged before the call is in D1.
   *
   * @throws Error when D1 fails; the alarm tries again
   */
  async flush(): Promise<void> {
    const goal = this.#log.state?.last_seq ?? 0
    while (this.#clock.has('flush')) {
      await this.#inTurn(() => this.#flushOnce())
      if ((this.#log.state?.flushed_seq ?? 0) > goal) return
    }
  }

  /** Does something to the log in D1 when everything is there, and nothing is on its way. */
  async alone(work: () => Promise<void>): Promise<void> {
    await this.flush()
    while (this.#turn) await this.#turn.catch(() => undefined)
    await this.#inTurn(work)
  }

  /** Joins the turn that is under way, or begins one. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn ??= work().finally(() => (this.#turn = null))
    return this.#turn
  }

  async #flushOnce(): Promise<void> {
    const { state } = this.#log
    if (state === null || state.deleted_at !== null) return this.#clock.clear('flush')
    const from = state.flushed_seq
    const rows = this.#store.tail(from, batchRows, batchBytes)
    const { status, ended_at } = state
    try {
      await withTimeout(writeToLog(this.#env, state, wireRun(state), rows), writeMs, 'A write to D1')
      countUp('custos_flushes', { result: 'ok' })
      const [oldest] = rows
      if (oldest) countUp('custos_flush_lag_milliseconds', {}, Math.max(0, Date.now() - oldest.at))
    } catch (error) {
      countUp('custos_flushes', { result: 'failed' })
      throw error
    }
    // Nobody waits for what is only counted; it never throws.
    void writeCounters(this.#env, Date.now())
    const now = this.#log.state ?? state
    const upTo = rows.at(-1)?.seq ?? from
    for (const row of rows) this.#bytes -= rowBytes(row)
    this.#log.flushed(upTo, tailKept)
    const done = upTo >= now.last_seq && now.status === status && now.ended_at === ended_at
    if (done) this.#clock.clear('flush')
    else this.#clock.set('flush', Date.now() + (now.last_seq - upTo >= batchRows ? nextFullMs : nextMs))
  }
}
