import type { CustosError } from './errors/custos-error.ts'
import { KeyHaltedError } from './errors/key-halted-error.ts'
import { RunPausedError } from './errors/run-paused-error.ts'

/**
 * Whether the model may be called, by what the server said last: a halted key or an operator's pause stop
 * further calls. A pause for silence never shows here: the very request that hears of the run ends it.
 */
export class Gate {
  #closed: CustosError | null = null
  #heardAtMs = 0

  /**
   * The server answered for a run. A paused or halted run stays so until a person resumes or ends it, whatever
   * else its status shows meanwhile: severe beats show through a pause, and a halt shows as misaligned.
   */
  heardStatus(status: string | null, runId: string | null, nowMs: number): void {
    this.#heardAtMs = nowMs
    if (status === 'active' || status === 'warning' || status === 'ended') this.#closed = null
    else if (status === 'paused') this.#closed ??= new RunPausedError(runId)
  }

  /** The server answered `key_halted`. */
  heardHalt(nowMs: number): void {
    this.#heardAtMs = nowMs
    this.#closed = new KeyHaltedError()
  }

  /** Why calls are refused; null when they are not. Made anew each time, so that its stack is the caller's. */
  reason(): CustosError | null {
    if (this.#closed instanceof RunPausedError) return new RunPausedError(this.#closed.runId)
    return this.#closed === null ? null : new KeyHaltedError()
  }

  /** Whether the refusal is old enough to ask again. */
  isStale(nowMs: number): boolean {
    return nowMs - this.#heardAtMs > 1000
  }
}
