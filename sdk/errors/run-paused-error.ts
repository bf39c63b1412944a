import { CustosError } from './custos-error.ts'

/**
 * An operator paused the run: the model is not called until they resume it.
 *
 * @example
 * await safeGenerate('Hello').catch((error) => {
 *   if (error instanceof RunPausedError) console.error('Paused:', error.runId)
 *   else throw error
 * })
 */
export class RunPausedError extends CustosError {
  override name = 'RunPausedError'
  /** The paused run, where it is known. */
  readonly runId: string | null

  constructor(runId: string | null) {
    super(
      'run_paused',
      `An operator paused this run${runId === null ? '' : ` (${runId})`}. Resume it in the simulator.`,
    )
    this.runId = runId
  }
}
