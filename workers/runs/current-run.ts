import type { Run } from '../../protocol/index.ts'
import type { Actor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { listRuns } from './list-runs.ts'
import { runSession } from './run-session-stub.ts'
import { keyFor } from './start-run.ts'

/**
 * The open run of a key, or of a person who has only one. [R8]
 *
 * @param apiKeyId which key's; a key may name only itself
 * @throws ProblemError `not_found` when none is open, `run_ambiguous` when several are
 */
export async function currentRun(env: Env, actor: Actor, apiKeyId: string | null): Promise<Run> {
  if (actor.type === 'key') {
    if (apiKeyId !== null && apiKeyId !== actor.id) throw notFound('key')
    requireRight(actor, 'run:read', { ...actor, apiKeyId: actor.id })
    return openRun(env, actor.currentRunId)
  }
  if (apiKeyId !== null) return openRun(env, (await keyFor(env, actor, apiKeyId, 'run:read')).currentRunId)
  const { data } = await listRuns(env.DB, actor, { limit: 500 })
  const open = data.filter((run) => run.ended_at === null)
  const [only, another] = open
  if (!only) throw notFound('open run')
  if (another) {
    throw new ProblemError('run_ambiguous', `There are ${open.length} open runs: name one by api_key_id.`)
  }
  return openRun(env, only.id)
}

async function openRun(env: Env, runId: string): Promise<Run> {
  const run = await runSession(env, runId).state()
  if (!run) throw notFound('open run')
  if (run.ended_at === null) return run
  if (run.next_run_id === null) throw notFound('open run')
  return openRun(env, run.next_run_id)
}
