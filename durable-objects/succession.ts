import type { AlarmClock } from './alarm-clock.ts'
import { idsTurnMs } from './run-duties.ts'
import { firstRunId } from './run-id.ts'
import type { RunLog } from './run-log.ts'
import type { RunSessionEnv } from './run-parts.ts'
import type { RunBinding, RunState } from './run-state.ts'
import type { RunStore } from './run-store.ts'

/** Ids that a run hands over to its successor at a time. */
export const idPage = 5000

/** Whether a call may open the run: a key's first one anybody may, a successor only who knows what it follows. */
export function mayOpen(binding: RunBinding, previousRunId: string | null): boolean {
  if (previousRunId !== null) return true
  return binding.api_key_id !== null && binding.run_id === firstRunId(binding.api_key_id)
}

/** How a run follows another one of its key. */
export class Succession {
  readonly #ctx: DurableObjectState
  readonly #env: RunSessionEnv
  readonly #store: RunStore
  readonly #log: RunLog
  readonly #clock: AlarmClock

  constructor(
    ctx: DurableObjectState,
    env: RunSessionEnv,
    parts: { store: RunStore; log: RunLog; clock: AlarmClock },
  ) {
    this.#ctx = ctx
    this.#env = env
    this.#store = parts.store
    this.#log = parts.log
    this.#clock = parts.clock
  }

  /** A successor takes over the ids its predecessor remembers before it takes a beat. [B4] */
  async takeOver(binding: RunBinding, previousRunId: string | null): Promise<void> {
    if (this.#log.state !== null || previousRunId === null) return
    const failed = await this.#ctx.blockConcurrencyWhile(async () => {
      if (this.#log.state !== null) return null
      try {
        await this.#inherit(binding, previousRunId)
        return null
      } catch (error) {
        // Thrown in here, it would put the object down; the caller alone is to hear of it.
        return String(error)
      }
    })
    if (failed !== null) throw new Error(`The run before could not be taken over: ${failed}`)
  }

  async #inherit(binding: RunBinding, previousRunId: string): Promise<void> {
    const previous = this.#env.RUNS.get(this.#env.RUNS.idFromName(previousRunId))
    this.#store.prepare()
    for (let after = ''; ;) {
      const page = await previous.handOver(binding.run_id, after)
      if (page.length > 0) this.#store.transaction(() => this.#store.ids.inherit(page))
      const last = page.at(-1)
      if (page.length < idPage || !last) break
      after = last.id
    }
    const now = Date.now()
    this.#log.open(binding, now, { previousRunId })
    this.#clock.within('flush', now, 0)
    this.#clock.within('ids', now, idsTurnMs)
    this.announce(this.#log.open(binding, now), previousRunId)
  }

  /**
   * Shows the viewers of the run before the way to this one, now that it is there. Should this be lost, whoever
   * comes that way next says it again; the run before writes it once.
   */
  announce({ binding }: RunState, previousRunId: string): void {
    const previous = this.#env.RUNS.get(this.#env.RUNS.idFromName(previousRunId))
    this.#ctx.waitUntil(previous.supersede(binding.run_id).catch(() => undefined))
  }
}
