import { problem, problems, type BeatInput, type Problem } from '../../protocol/index.ts'
import type { PreparedBeat } from '../../durable-objects/prepared-beat.ts'
import type { RunBinding } from '../../durable-objects/run-state.ts'
import type { Actor, KeyActor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findRun } from '../runs/find-run.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { keyBinding, targetOf, type RunTarget } from '../runs/run-binding.ts'
import { appendToRun, type Appended } from './append-beats.ts'
import { appendInTurn, type KeepAlive } from './append-in-turn.ts'
import { prepareBeat } from './prepare-beat.ts'
import type { ReadBeat } from './read-beat.ts'
import { receiptText } from './receipt.ts'

/** One thing to take: a beat, or why it could not be read. */
export type Item = ReadBeat | { problem: Problem }

/** What became of it: the answer's JSON text, or a refusal. */
export type Outcome = { kind: BeatInput['kind']; status: 200 | 201; text: string } | { problem: Problem }

/**
 * Takes beats and heartbeats in their order, and answers each. [B1] [B12] [B14]
 *
 * @throws ProblemError what concerns all of them, such as `overloaded`
 */
export async function takeBeats(
  env: Env,
  keepAlive: KeepAlive,
  actor: Actor,
  items: Item[],
): Promise<Outcome[]> {
  if (actor.type === 'key') {
    requireRight(actor, 'beat:write', { ...actor, apiKeyId: actor.id })
  }
  const outcomes: Outcome[] = []
  for (let i = 0; i < items.length;) {
    const item = items[i]
    if (item === undefined) break
    if ('problem' in item) outcomes.push(item)
    else if (item.input.kind === 'heartbeat') outcomes.push(await heartbeat(env, actor, item.input))
    else outcomes.push(...(await appendStretch(env, keepAlive, actor, stretchFrom(items, i))))
    i = outcomes.length
  }
  return outcomes
}

/** The beats from `start` on that go to the same run, as one append takes them. */
function stretchFrom(items: readonly Item[], start: number): ReadBeat[] {
  const stretch: ReadBeat[] = []
  for (const item of items.slice(start)) {
    if ('problem' in item || item.input.kind !== 'response') break
    if (stretch[0] && (stretch[0].input.run_id ?? null) !== (item.input.run_id ?? null)) break
    stretch.push(item)
  }
  return stretch
}

async function appendStretch(
  env: Env,
  keepAlive: KeepAlive,
  actor: Actor,
  stretch: ReadBeat[],
): Promise<Outcome[]> {
  const runId = stretch[0]?.input.run_id ?? null
  try {
    const key = await keyToFollow(env, actor, runId)
    const target = key ?? (await namedRun(env, actor, runId))
    const standards = 'binding' in target ? { ...target.binding, policy: target.policy } : target
    const beats = stretch.map((beat) => prepareBeat(beat, standards))
    const appended = await ('binding' in target
      ? appendToRun(env, target.binding, beats)
      : appendInTurn(env, keepAlive, target, beats))
    return beats.map((beat, i) => outcomeOf(appended, beat, i))
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= problems.internal.status) throw error
    return stretch.map(() => ({ problem: error.problem }))
  }
}

/**
 * The key whose beats go wherever the chain of its runs leads: those that name no run, or name the successor
 * that its closed run has announced. [B14]
 */
async function keyToFollow(env: Env, actor: Actor, runId: string | null): Promise<KeyActor | null> {
  if (actor.type !== 'key' || runId === actor.currentRunId) return null
  if (runId === null) return actor
  const current = await runSession(env, actor.currentRunId).state()
  return current?.next_run_id === runId ? actor : null
}

/** The run that beats or a heartbeat name. */
async function namedRun(env: Env, actor: Actor, runId: string | null): Promise<RunTarget> {
  if (runId === null) {
    throw new ProblemError('invalid_body', 'run_id: a person names the run that a beat belongs to', {
      errors: [{ field: 'run_id', message: 'required with a user token' }],
    })
  }
  if (actor.type === 'key' && runId === actor.currentRunId) {
    return { binding: keyBinding(actor, runId), policy: actor.policy }
  }
  return targetOf(env.DB, await findRun(env, actor, runId, 'beat:write'))
}

function outcomeOf(appended: Appended, beat: PreparedBeat, i: number): Outcome {
  const done = appended.beats[i]
  if (!done) return { problem: appended.refused ?? problem('internal', 'The beat came to nothing.') }
  if ('problem' in done) return done
  // A repeated beat gets its first answer, whatever has happened since. [B4]
  if (done.halted && !done.duplicate) {
    const detail =
      'The beat is recorded, but this key is halted: a person must look at the run and resume it.'
    return { problem: problem('key_halted', detail) }
  }
  return {
    kind: 'response',
    status: done.duplicate ? 200 : 201,
    text: receiptText(done, beat.id, done.endedAt),
  }
}

async function heartbeat(env: Env, actor: Actor, input: BeatInput): Promise<Outcome> {
  try {
    const runId = input.run_id ?? null
    const named = runId ?? (actor.type === 'key' ? actor.currentRunId : null)
    const { binding } = await namedRun(env, actor, named)
    const beat = await beatOnce(env, actor, binding, input.confidence ?? null, runId === null)
    return { kind: 'heartbeat', status: 201, text: JSON.stringify({ ok: true, ...beat }) }
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= problems.internal.status) throw error
    return { problem: error.problem }
  }
}

/** A heartbeat follows a key to the successor of its run, if a response has opened one; it opens none itself. */
async function beatOnce(
  env: Env,
  actor: Actor,
  binding: RunBinding,
  confidence: number | null,
  follow: boolean,
): Promise<{ run_id: string; status: string }> {
  const result = await runSession(env, binding.run_id).heartbeat(binding, confidence)
  const next = result.next_run_id
  if (result.ended && next !== null && follow && actor.type === 'key') {
    actor.currentRunId = next
    return beatOnce(env, actor, keyBinding(actor, next), confidence, follow)
  }
  return { run_id: binding.run_id, status: result.ended ? 'ended' : result.status }
}
