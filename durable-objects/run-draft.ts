import type { AmendmentHeader, Author, RunStatus, SystemEvent } from '../protocol/index.ts'
import { contentCommitment, linkHash } from './chain.ts'
import { isCalm, watchDrift } from './drift.ts'
import { fillBeatHeader, headerText, type HeaderPlace } from './entry-text.ts'
import { transition, type LifecycleEvent } from './lifecycle.ts'
import type { PreparedBeat } from './prepared-beat.ts'
import { countBeat, iso, type RunState } from './run-state.ts'
import type { RunStore, TailRow } from './run-store.ts'
import { hrv, recentMean, stability, type BeatFigures } from './run-window.ts'

/** Something that happens to a run, as the log tells it; see {@link RunDraft.order} for the orders of people. */
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

/** The next state of a run while a transaction builds it. */
export class RunDraft {
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
  readonly #timestamp: string

  constructor(store: RunStore, state: RunState, now: number) {
    this.#store = store
    this.state = state
    this.#now = now
    this.#at = Math.max(now, state.last_at)
    this.#timestamp = iso(this.#at)
  }

  /** Where a beat's id was written first, be it in this very transaction. [B4] */
  find(id: string): { run_id: string; seq: number } | null {
    return this.#beats.get(id) ?? this.#store.ids.findBeat(id)
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
      timestamp: this.#timestamp,
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
      timestamp: this.#timestamp,
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
