import type { Author } from '../protocol/index.ts'
import type { Baseline } from './drift.ts'
import { transition } from './lifecycle.ts'
import type { PreparedBeat } from './prepared-beat.ts'
import { recount } from './recount.ts'
import { RunDraft, type Placed, type PreparedAmendment } from './run-draft.ts'
import { newRun, type Erasure, type RunBinding, type RunState } from './run-state.ts'
import { rowsEach, type RunStore, type TailRow } from './run-store.ts'

/**
 * The log of one run and the state that follows from it. Knows no sockets, no D1 and no clock: every method
 * is one synchronous transaction that either did all of it or nothing, and memory follows only what was
 * written. Entries that a call added come back for the viewers.
 *
 * Stored are the entries and, at times, a checkpoint of the state. What only counts (a beat, an amendment)
 * writes its entry alone; what decides something writes the checkpoint with it. After an eviction the state
 * is the checkpoint and a recount of the entries behind it.
 */
export class RunLog {
  readonly #store: RunStore
  readonly #pin: (runId: string) => number
  #state: RunState | null

  /** @param pin says which database a new run's log goes to [R14] */
  constructor(store: RunStore, pin: (runId: string) => number) {
    this.#store = store
    this.#pin = pin
    this.#state = recount(store)
  }

  get state(): RunState | null {
    return this.#state
  }

  /** Opens the run if it is not there yet, and follows changed settings and orders of its key if it is. */
  open(
    binding: RunBinding,
    now: number,
    how: { name?: string; labels?: string[]; previousRunId?: string | null } = {},
  ): RunState {
    const known = this.#state
    if (known) {
      if (known.ended_at !== null || sameOrders(known.binding, binding)) return known
      const { on_severe, settings } = binding
      return this.#write(known.last_at, (draft) => {
        draft.state.binding = { ...draft.state.binding, on_severe, settings }
        draft.decided = true
        return draft.state
      })
    }
    const state = newRun(binding, now, { ...how, log: this.#pin(binding.run_id) })
    this.#store.prepare()
    this.#store.transaction(() => this.#store.save(state))
    this.#state = state
    return state
  }

  /**
   * Numbers, links and stores beats, with the events that they cause.
   *
   * @param now ms since the epoch; an entry is never earlier than the one before it [B7]
   * @param successorId the id the run's successor gets, should a severe beat close the run
   * @returns what became of each beat, every entry written, in order, and how many beats were left because
   *   the run had closed
   */
  append(
    beats: readonly PreparedBeat[],
    now: number,
    successorId: string,
  ): { placed: Placed[]; rows: TailRow[]; left: number } {
    return this.#write(now, (draft) => {
      const placed: Placed[] = []
      draft.sign()
      for (const beat of beats) {
        const known = beat.id_chosen ? draft.find(beat.id) : null
        if (known) placed.push({ known })
        else if (draft.state.ended_at !== null) break
        else placed.push(draft.beat(beat, successorId))
      }
      return { placed, rows: draft.rows, left: beats.length - placed.length }
    })
  }

  /** Notes a sign of life; writes only what it changes or once a minute. [B5] */
  heartbeat(now: number): TailRow[] {
    const state = this.#required()
    const stale = Math.abs(now - state.last_sign_at) >= 60_000
    if (state.pause_reason === 'silent' || !state.has_heartbeats || stale) {
      return this.#write(now, (draft) => {
        draft.sign()
        draft.state.has_heartbeats = true
        draft.decided = true
        return draft.rows
      })
    }
    return []
  }

  /**
   * Carries out a person's order. [R5]
   *
   * @returns the entries written (none if it was so already), or null where the run can't be ordered so
   */
  order(
    order: 'pause' | 'resume' | 'end',
    actor: Author,
    now: number,
    successorId: string,
    reason = 'operator',
  ): TailRow[] | null {
    const state = this.#required()
    if (order === 'end' && state.ended_at !== null) return []
    if (order === 'pause' && state.pause_reason === 'operator' && state.ended_at === null) return []
    if (state.ended_at !== null || transition(state.status, order) === null) return null
    return this.#write(now, (draft) => {
      draft.order(order, actor, successorId, reason)
      return draft.rows
    })
  }

  /**
   * Lets the clock speak: a silent client is paused, then its run ended. Ended is only what the clock paused
   * before, and counted from that pause: time in which this server did not run, or a clock that was put
   * forward, is no silence of the client's. [R7] [R10]
   */
  silence(lastSignAt: number, now: number, successorId: string): TailRow[] {
    const state = this.#required()
    if (state.ended_at !== null || !state.has_heartbeats) return []
    const { silent_after_s, end_after_s } = state.binding.settings
    if (state.pause_reason === 'silent' && state.silent_since !== null) {
      if (now - state.silent_since < (end_after_s - silent_after_s) * 1000) return []
      if (transition(state.status, 'expire') === null) return []
      return this.#write(now, (draft) => {
        draft.close('ended', { event: 'ended', reason: 'silent' }, successorId)
        return draft.rows
      })
    }
    if (now - lastSignAt < silent_after_s * 1000 || transition(state.status, 'silence') === null) return []
    return this.#write(now, (draft) => {
      draft.silence()
      return draft.rows
    })
  }

  /** Tells that the successor has opened; once. [R4] */
  supersede(nextRunId: string, now: number): TailRow[] {
    const { superseded, deleted_at } = this.#required()
    if (superseded) return []
    return this.#write(now, (draft) => {
      draft.state.superseded = true
      draft.decided = true
      if (deleted_at !== null) return []
      draft.happen({ event: 'superseded', nextRunId })
      return draft.rows
    })
  }

  /** Adds what was learned about a beat. [E7] */
  amend(amendment: PreparedAmendment, now: number): TailRow {
    return this.#write(now, (draft) => draft.amend(amendment))
  }

  /** Takes the distribution that beats are compared with from now on. [R9] */
  compareWith(baseline: Baseline | null): void {
    this.#write(this.#required().last_at, (draft) => {
      draft.state.baseline = baseline
      draft.decided = true
    })
  }

  /** Notes what is to be erased. [R11] */
  askErasure(erasure: Erasure | null): void {
    this.#write(this.#required().last_at, (draft) => {
      draft.state.erasure = erasure
      draft.decided = true
    })
  }

  /** Notes how far D1 has the log, drops what viewers no longer replay from here, and makes a checkpoint. */
  flushed(upTo: number, keep: number): void {
    this.#write(this.#required().last_at, (draft) => {
      draft.state.flushed_seq = Math.max(upTo, draft.state.flushed_seq)
      draft.decided = true
      draft.dropTo = Math.min(draft.state.flushed_seq, draft.state.last_seq - keep)
    })
  }

  /** Deletes all entries and all that was known of the run but its place in the chain of runs. [R11] */
  delete(now: number): void {
    const { binding, log, started_at, ended_at, next_run_id, superseded, status } = this.#required()
    const grave: RunState = {
      ...newRun(binding, started_at, { log }),
      status,
      ended_at,
      next_run_id,
      superseded,
      deleted_at: now,
    }
    this.#store.transaction(() => {
      this.#store.empty()
      this.#store.save(grave)
    })
    this.#state = grave
  }

  #required(): RunState {
    if (!this.#state) throw new Error('The run is not open')
    return this.#state
  }

  /**
   * Runs one transaction. Work changes the state in place, and what it wants written is written at its end; if
   * anything fails, the state is read anew. The usual beat is one statement, which needs no transaction to be
   * all or nothing.
   */
  #write<T>(now: number, work: (draft: RunDraft) => T): T {
    const draft = new RunDraft(this.#store, this.#required(), now)
    try {
      const result = work(draft)
      const alone = draft.rows.length <= rowsEach && draft.ids.length === 0 && !draft.decided
      if (alone) this.#store.insert(draft.rows)
      else this.#store.transaction(() => this.#commit(draft))
      return result
    } catch (error) {
      this.#state = recount(this.#store)
      throw error
    }
  }

  #commit(draft: RunDraft): void {
    this.#store.insert(draft.rows)
    for (const { type, id, run_id, seq, at } of draft.ids) this.#store.ids.remember(type, id, run_id, seq, at)
    if (draft.decided) this.#store.save(draft.state)
    if (draft.dropTo > 0) this.#store.dropTail(draft.dropTo)
  }
}

/** Whether a key's orders and its project's settings are those that the run goes by. */
function sameOrders(a: RunBinding, b: RunBinding): boolean {
  if (a.on_severe !== b.on_severe) return false
  const [mine, theirs] = [a.settings as Record<string, unknown>, b.settings as Record<string, unknown>]
  for (const name in theirs) if (mine[name] !== theirs[name]) return false
  return true
}
