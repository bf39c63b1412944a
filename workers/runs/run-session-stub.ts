import type { RunSession } from '../../durable-objects/run-session.ts'
import type { Env } from '../env.ts'

/** The object of a run. */
export function runSession(env: Pick<Env, 'RUNS'>, runId: string): DurableObjectStub<RunSession> {
  return env.RUNS.get(env.RUNS.idFromName(runId))
}
