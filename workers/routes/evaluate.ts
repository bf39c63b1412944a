import { Hono } from 'hono'
import type { Actor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import { evaluateBeat } from '../beats/evaluate-beat.ts'
import type { Standards } from '../beats/guardian-for.ts'
import { readBeat } from '../beats/read-beat.ts'
import type { AppContext, Env } from '../env.ts'
import { problemResponse } from '../http/answer-error.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readJson } from '../http/read-body.ts'
import { admitSender } from '../limits/admit-sender.ts'
import { findRun } from '../runs/find-run.ts'
import { targetOf } from '../runs/run-binding.ts'

/** A verdict by the project's policy, and nothing recorded. [B17] */
export const evaluate = new Hono<AppContext>({ strict: false }).post('/', async (c) => {
  const actor = await admitSender(c)
  if (actor.type === 'key') requireRight(actor, 'beat:write', { ...actor, apiKeyId: actor.id })
  const { value, malformedText } = await readJson(c.req.raw)
  const beat = readBeat(value, malformedText)
  if ('problem' in beat) return problemResponse(c, beat.problem)
  if (beat.input.kind !== 'response') throw fieldError('kind', 'a heartbeat has nothing to evaluate')
  return c.json(evaluateBeat(beat, await standardsFor(c.env, actor, beat.input.run_id ?? null)))
})

/** A key's own project decides; a person names a run, and that one's does. */
async function standardsFor(env: Env, actor: Actor, runId: string | null): Promise<Standards> {
  if (actor.type === 'key' && (runId === null || runId === actor.currentRunId)) return actor
  if (runId === null) throw fieldError('run_id', 'required with a user token')
  const run = await findRun(env, actor, runId, 'beat:write')
  const { binding, policy } = await targetOf(env.DB, run)
  return { settings: binding.settings, policy }
}

function fieldError(field: string, message: string): ProblemError {
  return new ProblemError('invalid_body', `${field}: ${message}`, { errors: [{ field, message }] })
}
