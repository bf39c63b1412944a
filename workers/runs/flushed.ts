import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { runSession } from './run-session-stub.ts'

/**
 * Waits until D1 has everything of a run that was acknowledged so far, so that a reader sees it. [G1]
 *
 * @throws ProblemError `overloaded` when D1 does not take it
 */
export async function flushed(env: Pick<Env, 'RUNS'>, runId: string): Promise<void> {
  try {
    await runSession(env, runId).flush()
  } catch {
    throw new ProblemError(
      'overloaded',
      'The log is catching up. Try again in a moment.',
      {},
      { 'Retry-After': '2' },
    )
  }
}
