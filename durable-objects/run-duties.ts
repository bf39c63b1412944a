import { closeCodes, problem } from '../protocol/index.ts'
import type { AlarmClock } from './alarm-clock.ts'
import { deleteFromLog, eraseTextsInLog, noteErased } from './erase-log.ts'
import type { Flusher } from './flusher.ts'
import { logDatabase } from './log-databases.ts'
import { newRunId } from './run-id.ts'
import type { RunLog } from './run-log.ts'
import { presentState, type RunParts, type RunSessionEnv } from './run-parts.ts'
import type { RunState } from './run-state.ts'
import type { RunStore } from './run-store.ts'
import { viewerRights } from './viewer-rights.ts'
import type { Viewers } from './viewers.ts'

/** Ids are remembered this long, ms: no client repeats a post later. [B4] */
const idsKeptMs = 24 * 3600 * 1000
export const idsTurnMs = 3600 * 1000
/** How often the rights of those who watch are looked at again, ms. [L6] */
export const rightsMs = 60_000

/**
 * What an object does when its alarm rings, besides bringing entries to D1. Each task sets when it is due again,
 * or clears itself.
 */
export class RunDuties {
  readonly #env: RunSessionEnv
  readonly #store: RunStore
  readonly #log: RunLog
  readonly #clock: AlarmClock
  readonly #flusher: Flusher
  readonly #viewers: Viewers
  readonly #tell: RunParts['tell']
  /** Last sign of life seen by this instance; the stored one may be a minute old. */
  lastSignAt: number

  constructor({ env, store, log, clock, flusher, viewers, tell }: RunParts) {
    this.#env = env
    this.#store = store
    this.#log = log
    this.#clock = clock
    this.#flusher = flusher
    this.#viewers = viewers
    this.#tell = tell
    this.lastSignAt = (log.state?.last_sign_at ?? 0) + 60_000
  }

  /** Looks whether the client has fallen silent, and when to look again. [R7] */
  watch(): void {
    const { state } = this.#log
    this.#clock.clear('watchdog')
    if (!state || state.ended_at !== null) return
    const now = Date.now()
    this.#tell(this.#log.silence(this.lastSignAt, now, newRunId()), now)
    const after = this.#log.state
    if (!after || after.ended_at !== null) return
    const { silent_after_s, end_after_s } = after.binding.settings
    const at =
      after.silent_since === null
        ? this.lastSignAt + silent_after_s * 1000
        : after.silent_since + (end_after_s - silent_after_s) * 1000
    // Never at once again, and never farther than the whole wait, whatever the clock did.
    this.#clock.set('watchdog', Math.min(Math.max(at, now + 1000), now + end_after_s * 1000))
  }

  /**
   * Ends the sockets of those whose right has ended, as D1 tells, and withholds texts from those who may no longer
   * read them, or gives them again; once more in a minute. [L6] [L7]
   */
  async checkRights(): Promise<void> {
    const { state } = this.#log
    if (!state || this.#viewers.count === 0) return this.#clock.clear('rights')
    const now = Date.now()
    const rightOf = await viewerRights(this.#env.DB, state.binding, this.#viewers.identities(), now)
    const why = problem('unauthenticated', 'Your access has ended. Sign in again.')
    this.#viewers.dismiss((who) => rightOf(who) === 'ended', why, closeCodes.unauthenticated)
    this.#viewers.withhold(rightOf)
    this.#clock.set('rights', now + rightsMs)
  }

  /** Forgets ids that no client will send again. [B4] */
  forgetIds(): void {
    const now = Date.now()
    this.#store.ids.forget(now - idsKeptMs, this.#log.state?.binding.run_id ?? '')
    if (this.#store.ids.any()) this.#clock.set('ids', now + idsTurnMs)
    else this.#clock.clear('ids')
  }

  /** Asks the run that the project names as its baseline how its beats are distributed. [R9] */
  async fetchBaseline(): Promise<void> {
    const { state } = this.#log
    const runId = state?.binding.settings.baseline_run_id ?? null
    if (!state || state.ended_at !== null) return this.#clock.clear('baseline')
    const of =
      runId === null
        ? null
        : await this.#env.RUNS.get(this.#env.RUNS.idFromName(runId)).distribution(state.binding.project_id)
    // A run that is not there, or is another project's, compares with nothing.
    this.#log.compareWith(runId === null ? null : { beats: 0, scores: [], rules: {}, ...of, run_id: runId })
    this.#clock.clear('baseline')
  }

  /** Erases texts, or deletes the run with all that it held. [E6] [R11] */
  async erase(): Promise<void> {
    const state = presentState(this.#log)
    const erasure = state?.erasure ?? null
    if (!state || !erasure) return this.#clock.clear('erase')
    const { texts_before } = erasure
    const now = Date.now()
    await this.#flusher.alone(async () => {
      this.#store.transaction(() =>
        this.#store.eraseTexts(erasure.whole ? Number.MAX_SAFE_INTEGER : texts_before),
      )
      if (erasure.whole) await deleteFromLog(this.#env, state, now)
      else
        await eraseTextsInLog(
          logDatabase(this.#env, state.log),
          this.#log.state?.binding.run_id ?? '',
          texts_before,
        )
    })
    if (erasure.whole) {
      const gone = problem('not_found', 'The run has been deleted.')
      this.#viewers.dismiss(() => true, gone, closeCodes.gone)
      this.#log.delete(now)
      this.#clock.reset()
      this.#flusher.reset()
      return
    }
    const done = state.ended_at !== null && state.last_at < texts_before
    await noteErased(
      this.#env.DB,
      this.#log.state?.binding.run_id ?? '',
      done ? Number.MAX_SAFE_INTEGER : texts_before,
    )
    this.#log.askErasure(null)
    this.#clock.clear('erase')
  }
}

/** How long after a sign of life the watchdog looks, ms. [R7] */
export function watchdogMs(state: RunState): number {
  const { silent_after_s, end_after_s } = state.binding.settings
  return (state.silent_since === null ? silent_after_s : end_after_s) * 1000
}
