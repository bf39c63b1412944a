import type { AmendmentHeader, Author, RunStatus, SystemEvent } from '../protocol/index.ts'
import { contentCommitment, linkHash } from './chain.ts'
import { isCalm, watchDrift, type Baseline } from './drift.ts'
import { fillBeatHeader, headerText, type HeaderPlace } from './entry-text.ts'
import { transition, type LifecycleEvent } from './lifecycle.ts'
import type { PreparedBeat } from './prepared-beat.ts'
import { countBeat, iso, newRun, type Erasure, type RunBinding, type RunState } from './run-state.ts'
import { rowsEach, type RunStore, type TailRow } from './run-store.ts'
import { hrv, recentMean, stability, type BeatFigures } from './run-window.ts'

/** Something that happens to a run, as the log tells it; see {@link RunLog.order} for the orders of people. */
interface Happening {
  event: SystemEvent
  reason?: string
  actor?: Author
  figures?: Record<string, number | null>
  nextRunId?: string
}

/** What one beat became: its place in the log, or where its id was written before. */
export type Placed = { place: HeaderPlace; hash: string } | { known: { run_id: string; seq: number } }

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
  #write<T>(now: number, work: (draft: Draft) => T): T {
    const draft = new Draft(this.#store, this.#required(), now)
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

  #commit(draft: Draft): void {
    this.#store.insert(draft.rows)
    for (const { type, id, run_id, seq, at } of draft.ids) this.#store.rememberId(type, id, run_id, seq, at)
    if (draft.decided) this.#store.save(draft.state)
    if (draft.dropTo > 0) this.#store.dropTail(draft.dropTo)
  }
}

/** The state as SQLite tells it: the checkpoint, and what the entries behind it add. */
function recount(store: RunStore): RunState | null {
  const state = store.load()
  if (state === null) return null
  for (const row of store.figures(state.last_seq)) {
    state.last_seq = row.seq
    state.head = row.hash
    state.last_at = Math.max(state.last_at, row.at)
    if (row.type !== 'beat' || row.color === null || row.score === null) continue
    state.last_sign_at = row.at
    const beat: BeatFigures = {
      at: row.at,
      score: row.score,
      color: row.color,
      flatline: row.flatline === 1,
      violations: row.violations,
      // Written by `Draft` alone.
      rules: row.rules === null ? [] : (JSON.parse(row.rules) as string[]),
    }
    countBeat(state, beat)
    watchDrift(state.drift, beat, state.baseline, state.binding.settings)
  }
  return state
}

/** Whether a key's orders and its project's settings are those that the run goes by. */
function sameOrders(a: RunBinding, b: RunBinding): boolean {
  if (a.on_severe !== b.on_severe) return false
  const [mine, theirs] = [a.settings as Record<string, unknown>, b.settings as Record<string, unknown>]
  for (const name in theirs) if (mine[name] !== theirs[name]) return false
  return true
}

/** The next state of a run while a transaction builds it. */
class Draft {
  readonly rows: TailRow[] = []
  readonly state: RunState
  /** Ids to remember. */
  readonly ids: { type: TailRow['type']; id: string; run_id: string; seq: number; at: number }[] = []
  /** Whether something changed that no recount of the entries would tell. */
  decided = false
  /** Entries up to here may go from the tail. */
  dropTo = 0
  readonly #beats = new Map<string, { run_id: string; seq: number }>()
  readonly #store: RunStore
  readonly #now: number
  /** The time of new entries: the clock's, but never earlier than the last entry's. [B7] */
  readonly #at: number

  constructor(store: RunStore, state: RunState, now: number) {
    this.#store = store
    this.state = state
    this.#now = now
    this.#at = Math.max(now, state.last_at)
  }

  /** Where a beat's id was written first, be it in this very transaction. [B4] */
  find(id: string): { run_id: string; seq: number } | null {
    return this.#beats.get(id) ?? this.#store.findBeat(id)
  }

  #remember(type: TailRow['type'], id: string, seq: number): void {
    const { run_id } = this.state.binding
    this.ids.push({ type, id, run_id, seq, at: this.#at })
    if (type === 'beat') this.#beats.set(id, { run_id, seq })
  }

  /** A sign of life: ends a silent pause. [R6] */
  sign(): void {
    const { state } = this
    state.last_sign_at = this.#now
    if (state.pause_reason !== 'silent' || state.ended_at !== null) return
    this.decided = true
    state.pause_reason = null
    state.silent_since = null
    if (this.#move('sign_of_life')) this.happen({ event: 'resumed', reason: 'sign_of_life' })
  }

  beat(beat: PreparedBeat, successorId: string): { place: HeaderPlace; hash: string } {
    const { state } = this
    const figures: BeatFigures = { ...beat.figures, at: this.#at }
    countBeat(state, figures)
    const events = this.#consequences(figures)
    const place: HeaderPlace = {
      run_id: state.binding.run_id,
      run_status: state.status,
      seq: state.last_seq + 1,
      timestamp: iso(this.#at),
      while_paused: state.pause_reason !== null,
    }
    const header = fillBeatHeader(beat.header, place)
    const { hash } = this.#push('beat', beat.id, header, beat.content, beat.salt, figures)
    if (beat.id_chosen) this.#remember('beat', beat.id, place.seq)
    for (const event of events) this.happen(event)
    if (figures.flatline && state.binding.on_severe === 'end') {
      this.close('misaligned', { event: 'ended', reason: 'misaligned' }, successorId)
    }
    return { place, hash }
  }

  /** Moves the status as a beat demands, and says which events that makes. [R3] [R4] [R9] */
  #consequences(beat: BeatFigures): Happening[] {
    const { state } = this
    const { settings, on_severe } = state.binding
    const drifted = watchDrift(state.drift, beat, state.baseline, settings)
    const events: Happening[] = []
    if (beat.flatline) {
      if (this.#move('severe')) events.push({ event: 'misaligned', reason: 'severe' })
      if (on_severe === 'halt' && !state.halted) {
        state.halted = true
        events.push({ event: 'halted', reason: 'severe' })
      }
      return events
    }
    const mean = recentMean(state.window.scores)
    const variability = hrv(state.window.scores)
    const says = stability(state.totals.beats, mean, variability, settings)
    const figures = { score_recent: mean, hrv: variability }
    if (says === 'unstable' && this.#move('unstable')) {
      state.warn_reason = 'score'
      events.push({ event: 'warning', reason: 'score', figures })
    } else if (drifted && this.#move('drift')) {
      state.warn_reason = 'drift'
      events.push({ event: 'warning', reason: 'drift', figures: { ...figures, ...drifted } })
    } else if (says === 'stable' && (state.warn_reason !== 'drift' || isCalm(state.drift, settings))) {
      if (this.#move('stable'))
        events.push({ event: 'recovered', reason: state.warn_reason ?? 'score', figures })
    }
    return events
  }

  order(order: 'pause' | 'resume' | 'end', actor: Author, successorId: string, reason: string): void {
    if (order === 'end') return this.close('ended', { event: 'ended', reason, actor }, successorId)
    this.#move(order)
    this.state.pause_reason = order === 'pause' ? 'operator' : null
    this.state.silent_since = null
    if (order === 'resume' && this.state.halted) {
      this.state.halted = false
      this.happen({ event: 'unhalted', actor })
    }
    this.happen({ event: order === 'pause' ? 'paused' : 'resumed', reason, actor })
  }

  silence(): void {
    if (!this.#move('silence')) return
    this.state.pause_reason = 'silent'
    this.state.silent_since = this.#now
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
    this.decided = true
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
    this.#remember('amendment', id, seq)
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
    figures?: BeatFigures,
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
      violations: figures?.violations ?? 0,
      flatline: figures?.flatline ? 1 : 0,
      rules: figures && figures.rules.length > 0 ? JSON.stringify(figures.rules) : null,
    }
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
    this.decided = true
    this.state.status = next
    return true
  }
}
