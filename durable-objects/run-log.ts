import type { AmendmentHeader, Author, RunStatus, SystemEvent } from '../protocol/index.ts'
import { contentCommitment, linkHash } from './chain.ts'
import { fillBeatHeader, headerText } from './entry-text.ts'
import { transition, type LifecycleEvent } from './lifecycle.ts'
import type { PreparedBeat } from './prepared-beat.ts'
import { countBeat, iso, newRun, type RunBinding, type RunState } from './run-state.ts'
import type { RunStore, TailRow } from './run-store.ts'
import { stability, type RunWindow } from './run-window.ts'

/** Something that happens to a run, as the log tells it; see {@link RunLog.order} for the orders of people. */
interface Happening {
  event: SystemEvent
  reason?: string
  actor?: Author
  figures?: Record<string, number | null>
  nextRunId?: string
}

/** What one beat became: the new row, or where its id was written before. */
export type Placed = { row: TailRow } | { known: { run_id: string; seq: number } }

/** An amendment as the Worker hands it over; `content` is RFC 8785 text. */
export interface PreparedAmendment {
  id: string
  amendment: AmendmentHeader['amendment']
  author: Author
  beat_seq: number
  beat_id: string
  content: string
  salt: string
}

/** Most beats whose way to D1 may be pending before new ones are turned away. */
export const outboxBound = 200_000

/**
 * The log of one run and the state that follows from it. Knows no sockets, no D1 and no clock: every method
 * is one synchronous transaction that either did all of it or nothing, and memory follows only what was
 * written. Entries that a call added come back for the viewers.
 */
export class RunLog {
  readonly #store: RunStore
  #state: RunState | null
  #window: RunWindow

  constructor(store: RunStore) {
    this.#store = store
    this.#state = store.load()
    this.#window = store.window()
  }

  get state(): RunState | null {
    return this.#state
  }

  get window(): RunWindow {
    return this.#window
  }

  /** Opens the run if it is not there yet. */
  open(
    binding: RunBinding,
    now: number,
    how: { name?: string; labels?: string[]; previousRunId?: string | null } = {},
  ): RunState {
    if (this.#state) return this.#state
    const state = newRun(binding, now, how)
    this.#store.transaction(() => this.#store.save(state))
    this.#state = state
    return state
  }

  /**
   * Numbers, links and stores beats, with the events that they cause.
   *
   * @param now ms since the epoch; an entry is never earlier than the one before it [B7]
   * @param successorId the id the run's successor gets, should a severe beat close the run
   * @returns what became of each beat, and every entry written, in order; null once the run is closed
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
        const known = beat.id_chosen ? this.#store.findId('beat', beat.id) : null
        if (known) placed.push({ known })
        else if (draft.state.ended_at !== null) break
        else placed.push({ row: draft.beat(beat, successorId) })
      }
      return { placed, rows: draft.rows, left: beats.length - placed.length }
    })
  }

  /** Notes a sign of life; writes only what it changes or once a minute. [B5] */
  heartbeat(now: number): TailRow[] {
    const state = this.#required()
    const stale = now - state.last_sign_at >= 60_000
    if (state.pause_reason === 'silent' || !state.has_heartbeats || stale) {
      return this.#write(now, (draft) => {
        draft.sign()
        draft.state.has_heartbeats = true
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
  ): TailRow[] | null {
    const state = this.#required()
    if (order === 'end' && state.ended_at !== null) return []
    if (order === 'pause' && state.pause_reason === 'operator' && state.ended_at === null) return []
    if (state.ended_at !== null || transition(state.status, order) === null) return null
    return this.#write(now, (draft) => {
      draft.order(order, actor, successorId)
      return draft.rows
    })
  }

  /** Lets the clock speak: a silent client is paused, then its run ended. [R7] */
  silence(lastSignAt: number, now: number, successorId: string): TailRow[] {
    const state = this.#required()
    if (state.ended_at !== null || !state.has_heartbeats) return []
    const { silent_after_s, end_after_s } = state.binding.settings
    const silentFor = now - lastSignAt
    if (silentFor >= end_after_s * 1000) {
      return this.#write(now, (draft) => {
        draft.close('ended', { event: 'ended', reason: 'silent' }, successorId)
        return draft.rows
      })
    }
    if (silentFor < silent_after_s * 1000 || transition(state.status, 'silence') === null) return []
    return this.#write(now, (draft) => {
      draft.silence()
      return draft.rows
    })
  }

  /** Tells that a successor has opened. [R4] */
  supersede(nextRunId: string, now: number): TailRow[] {
    return this.#write(now, (draft) => {
      draft.happen({ event: 'superseded', nextRunId })
      return draft.rows
    })
  }

  /** Adds what was learned about a beat. [E7] */
  amend(amendment: PreparedAmendment, now: number): TailRow {
    return this.#write(now, (draft) => draft.amend(amendment))
  }

  /** Notes how far D1 has the log, and drops what viewers no longer replay from here. */
  flushed(upTo: number, keep: number): void {
    const state = { ...this.#required(), flushed_seq: upTo }
    this.#store.transaction(() => {
      this.#store.save(state)
      this.#store.dropTail(Math.min(upTo, state.last_seq - keep))
    })
    this.#state = state
  }

  #required(): RunState {
    if (!this.#state) throw new Error('The run is not open')
    return this.#state
  }

  /** Runs one transaction; state and window in memory change only once it is written. */
  #write<T>(now: number, work: (draft: Draft) => T): T {
    const draft = new Draft(this.#store, this.#required(), this.#window, now)
    const rows = { result: undefined as T | undefined }
    try {
      this.#store.transaction(() => {
        rows.result = work(draft)
        this.#store.save(draft.state)
      })
    } catch (error) {
      // The window was moved on by beats that were then rolled back.
      this.#window = this.#store.window()
      throw error
    }
    this.#state = draft.state
    return rows.result as T
  }
}

/** The next state of a run while a transaction builds it. */
class Draft {
  readonly rows: TailRow[] = []
  readonly state: RunState
  readonly #store: RunStore
  readonly #window: RunWindow
  readonly #now: number
  /** The time of new entries: the clock's, but never earlier than the last entry's. [B7] */
  readonly #at: number

  constructor(store: RunStore, state: RunState, window: RunWindow, now: number) {
    this.#store = store
    this.#window = window
    this.state = { ...state }
    this.#now = now
    this.#at = Math.max(now, state.last_at)
  }

  /** A sign of life: ends a silent pause. [R6] */
  sign(): void {
    this.state.last_sign_at = this.#now
    if (this.state.pause_reason !== 'silent' || this.state.ended_at !== null) return
    this.state.pause_reason = null
    if (this.#move('sign_of_life')) this.happen({ event: 'resumed', reason: 'sign_of_life' })
  }

  beat(beat: PreparedBeat, successorId: string): TailRow {
    const { state } = this
    const seq = state.last_seq + 1
    const figures = { ...beat.figures, at: this.#at }
    this.#window.push(figures)
    state.totals = countBeat(state.totals, figures)
    state.last_beat_at = this.#at
    const events = this.#consequences(figures.flatline)
    const header = fillBeatHeader(beat.header, {
      run_id: state.binding.run_id,
      run_status: state.status,
      seq,
      timestamp: iso(this.#at),
      while_paused: state.pause_reason !== null,
    })
    const row = this.#push('beat', beat.id, header, beat.content, beat.salt, beat.figures)
    if (beat.id_chosen) this.#store.rememberId('beat', beat.id, state.binding.run_id, seq, this.#at)
    for (const event of events) this.happen(event)
    if (figures.flatline && state.binding.on_severe === 'end') {
      this.close('misaligned', { event: 'ended', reason: 'misaligned' }, successorId)
    }
    return row
  }

  /** Moves the status as a beat demands, and says which events that makes. [R3] [R4] */
  #consequences(severe: boolean): Happening[] {
    const { state } = this
    const events: Happening[] = []
    if (severe) {
      if (this.#move('severe')) events.push({ event: 'misaligned', reason: 'severe' })
      if (state.binding.on_severe === 'halt' && !state.halted) {
        state.halted = true
        events.push({ event: 'halted', reason: 'severe' })
      }
      return events
    }
    const { mean, hrv } = this.#window
    const says = stability(state.totals.beats, mean, hrv, state.binding.settings)
    if (says && this.#move(says)) {
      const event = says === 'unstable' ? 'warning' : 'recovered'
      events.push({ event, reason: 'score', figures: { score_recent: mean, hrv } })
    }
    return events
  }

  order(order: 'pause' | 'resume' | 'end', actor: Author, successorId: string): void {
    if (order === 'end')
      return this.close('ended', { event: 'ended', reason: 'operator', actor }, successorId)
    this.#move(order)
    this.state.pause_reason = order === 'pause' ? 'operator' : null
    if (order === 'resume' && this.state.halted) {
      this.state.halted = false
      this.happen({ event: 'unhalted', actor })
    }
    this.happen({ event: order === 'pause' ? 'paused' : 'resumed', reason: 'operator', actor })
  }

  silence(): void {
    if (!this.#move('silence')) return
    this.state.pause_reason = 'silent'
    this.happen({ event: 'paused', reason: 'silent' })
  }

  /** Closes the run for good and mints the id of its successor, once. [I2] */
  close(status: RunStatus, happening: Happening, successorId: string): void {
    this.state.status = status
    this.state.ended_at = this.#at
    this.state.next_run_id = successorId
    this.happen({ ...happening, nextRunId: successorId })
  }

  happen(happening: Happening): void {
    const { state } = this
    const seq = state.last_seq + 1
    const id = `ev_${seq}`
    const header = headerText({
      ...this.#headerBase(seq, id, null),
      type: 'system',
      event: happening.event,
      status: state.status,
      reason: happening.reason ?? null,
      actor: happening.actor ?? null,
      figures: happening.figures ?? null,
      next_run_id: happening.nextRunId ?? null,
    })
    this.#push('system', id, header, null, null)
  }

  amend(amendment: PreparedAmendment): TailRow {
    const { id, content, salt, ...about } = amendment
    const seq = this.state.last_seq + 1
    const header = headerText({
      ...this.#headerBase(seq, id, contentCommitment(salt, content)),
      type: 'amendment',
      ...about,
    })
    const row = this.#push('amendment', id, header, content, salt)
    this.#store.rememberId('amendment', id, this.state.binding.run_id, seq, this.#at)
    return row
  }

  #headerBase(seq: number, id: string, commitment: string | null) {
    return {
      v: 1 as const,
      run_id: this.state.binding.run_id,
      seq,
      id,
      timestamp: iso(this.#at),
      content_commitment: commitment,
    }
  }

  #push(
    type: TailRow['type'],
    id: string,
    header: string,
    content: string | null,
    salt: string | null,
    figures?: PreparedBeat['figures'],
  ): TailRow {
    const { state } = this
    const hash = linkHash(state.head, header)
    const row: TailRow = {
      seq: state.last_seq + 1,
      type,
      id,
      at: this.#at,
      header,
      content,
      salt,
      hash,
      color: figures?.color ?? null,
      score: figures?.score ?? null,
      flagged: figures && figures.violations > 0 ? 1 : 0,
    }
    this.#store.insert(row)
    state.last_seq = row.seq
    state.head = hash
    state.last_at = this.#at
    this.rows.push(row)
    return row
  }

  /** Goes along an edge of the lifecycle; false where there is none, or it leads nowhere else. */
  #move(event: LifecycleEvent): boolean {
    const next = transition(this.state.status, event)
    if (next === null || next === this.state.status) return false
    this.state.status = next
    return true
  }
}
