import type { AppendedBeat, PreparedBeat } from '../../durable-objects/prepared-beat.ts'
import type { RunBinding } from '../../durable-objects/run-state.ts'
import { problem, type Problem } from '../../protocol/index.ts'
import type { KeyActor } from '../auth/actor.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { keyBinding } from '../runs/run-binding.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** Beats after an append: what each became, and how the run stands. */
export interface Appended {
  beats: AppendedBeat[]
  endedAt: number | null
  /** True when the key was halted before these beats came. */
  halted: boolean
  /** Why the beats after `beats` were not taken, if any were not. */
  refused: Problem | null
}

/** How often a key's chain of runs is followed: an isolate's idea of the current run is seconds old. */
const maxHops = 20

/**
 * Appends beats to a key's current run, following the chain of its runs to the one that is open. [B14]
 *
 * @param key its `currentRunId` is moved on when the run turns out to have a successor
 * @throws ProblemError `overloaded`
 */
export async function appendToKey(env: Env, key: KeyActor, beats: PreparedBeat[]): Promise<Appended> {
  const done: AppendedBeat[] = []
  let pending = beats
  let previousRunId: string | null = null
  for (let hop = 0; hop < maxHops; hop++) {
    const runId = key.currentRunId
    const result = await runSession(env, runId).append(keyBinding(key, runId), pending, previousRunId)
    if (result.ok) {
      const beats = [...done, ...result.beats]
      return { beats, endedAt: result.ended_at, halted: result.halted, refused: null }
    }
    if (result.code === 'overloaded') throw overloaded(result.retry_after_s)
    const known = result.known.filter((beat) => beat !== null)
    done.push(...known)
    pending = pending.slice(known.length)
    if (result.next_run_id === null) break
    previousRunId = runId
    // Another request may have moved it on while this one waited.
    if (key.currentRunId === runId) key.currentRunId = result.next_run_id
  }
  throw overloaded(1)
}

/**
 * Appends beats to one named run, which may have closed. [B14]
 *
 * @throws ProblemError `overloaded`
 */
export async function appendToRun(env: Env, binding: RunBinding, beats: PreparedBeat[]): Promise<Appended> {
  const result = await runSession(env, binding.run_id).append(binding, beats, null)
  if (result.ok) {
    return { beats: result.beats, endedAt: result.ended_at, halted: result.halted, refused: null }
  }
  if (result.code === 'overloaded') throw overloaded(result.retry_after_s)
  const known = result.known.filter((beat) => beat !== null)
  const refused = problem('run_ended', 'The run has ended and takes no more beats. Start a new one.', {
    next_run_id: result.next_run_id,
  })
  return { beats: known, endedAt: result.ended_at, halted: false, refused }
}

function overloaded(seconds: number): ProblemError {
  return new ProblemError(
    'overloaded',
    `The run cannot take more beats just now. Send them again in ${seconds} s.`,
    {},
    { 'Retry-After': String(seconds) },
  )
}
