import { CustosError } from './custos-error.ts'

/** An operator paused the run: the model is not called until they resume it. */
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
