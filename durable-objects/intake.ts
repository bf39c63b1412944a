import type { Run } from '../protocol/index.ts'
import type { EntryReader } from './entry-reader.ts'
import type { AppendedBeat, AppendResult, PreparedBeat } from './prepared-beat.ts'
import { idsTurnMs, watchdogMs, type RunDuties } from './run-duties.ts'
import { newRunId } from './run-id.ts'
import type { RunParts } from './run-parts.ts'
import { iso, wireRun, type RunBinding } from './run-state.ts'
import { mayOpen, type Succession } from './succession.ts'
import { withTimeout } from './with-timeout.ts'

/** How long the first beat of a run waits for its run to be findable in D1, ms. */
const firstFlushMs = 3000

/** How a run is to be called, and which one it follows. */
export interface Opening {
  name?: string
  labels?: string[]
  previousRunId?: string | null
}

/** Whom the intake works with, besides the parts of the object. */
interface Colleagues {
  succession: Succession
  duties: RunDuties
  entries: EntryReader
}

/** Where a run opens, and beats and signs of life come in. Its methods are those of the object by the same name. */
export class Intake {
  readonly #parts: RunParts
  readonly #succession: Succession
  readonly #duties: RunDuties
  readonly #entries: EntryReader

  constructor(parts: RunParts, { succession, duties, entries }: Colleagues) {
    this.#parts = parts
    this.#succession = succession
    this.#duties = duties
    this.#entries = entries
  }

  async open(
    binding: RunBinding,
    how: Opening,
  ): Promise<{ created: boolean; run: Run } | { closed: true; next_run_id: string | null }> {
    const { log } = this.#parts
    await this.#succession.takeOver(binding, how.previousRunId ?? null)
    const known = log.state
    if (known && known.ended_at !== null) return { closed: true, next_run_id: known.next_run_id }
    const state = log.open(binding, Date.now(), how)
    if (known === null) await this.#makeFindable()
    return { created: known === null, run: wireRun(state) }
  }

  async append(
    binding: RunBinding,
    beats: PreparedBeat[],
    previousRunId: string | null,
  ): Promise<AppendResult> {
    const { clock, flusher, log, tell } = this.#parts
    const fresh = log.state === null
    if (fresh) {
      if (!mayOpen(binding, previousRunId)) return { ok: false, code: 'not_open' }
      await this.#succession.takeOver(binding, previousRunId)
    }
    const now = Date.now()
    const state = log.open(binding, now, { previousRunId })
    if (flusher.isFull) return { ok: false, code: 'overloaded', retry_after_s: 5 }
    if (!fresh && previousRunId !== null) this.#succession.announce(state, previousRunId)
    this.#duties.lastSignAt = now
    const halted = state.halted
    const { placed, rows, left } = log.append(beats, now, newRunId())
    tell(rows, now)
    if (beats.some((beat) => beat.id_chosen)) clock.within('ids', now, idsTurnMs)
    if (state.has_heartbeats) clock.within('watchdog', now, watchdogMs(state))
    // A run that was acknowledged can be found: its row is in the index first, unless D1 is down.
    if (fresh) await this.#makeFindable()
    const known: AppendedBeat[] = []
    for (const one of placed) {
      known.push('place' in one ? { kind: 'new', ...one } : await this.#entries.known(one.known))
    }
    const after = log.state ?? state
    if (left === 0) return { ok: true, beats: known, ended_at: after.ended_at, halted }
    const { next_run_id, ended_at } = after
    return { ok: false, code: 'run_closed', next_run_id, ended_at: ended_at ?? now, known }
  }

  async heartbeat(
    binding: RunBinding,
    confidence: number | null,
  ): Promise<{ status: Run['status']; ended: boolean; next_run_id: string | null }> {
    const { clock, log, tell, viewers } = this.#parts
    const now = Date.now()
    const fresh = log.state === null
    if (fresh && !mayOpen(binding, null)) return { status: 'ended', ended: true, next_run_id: null }
    const state = log.open(binding, now)
    if (fresh) clock.within('flush', now, 0)
    if (state.ended_at !== null) {
      return { status: state.status, ended: true, next_run_id: state.superseded ? state.next_run_id : null }
    }
    this.#duties.lastSignAt = now
    tell(log.heartbeat(now), now)
    clock.within('watchdog', now, watchdogMs(state))
    viewers.tell(JSON.stringify({ type: 'heartbeat', timestamp: iso(now), confidence }))
    return { status: state.status, ended: false, next_run_id: null }
  }

  /** The list of runs is read from D1; if it is down or slow the alarm catches up. */
  async #makeFindable(): Promise<void> {
    const { clock, flusher } = this.#parts
    clock.within('flush', Date.now(), 0)
    await withTimeout(flusher.flush(), firstFlushMs, 'The first flush').catch(() => undefined)
  }
}
