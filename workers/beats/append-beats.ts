import { fillBeatHeader } from '../../durable-objects/entry-text.ts'
import type { AppendedBeat, PreparedBeat } from '../../durable-objects/prepared-beat.ts'
import type { RunBinding } from '../../durable-objects/run-state.ts'
import { problem, type Problem } from '../../protocol/index.ts'
import type { KeyActor } from '../auth/actor.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { keyBinding } from '../runs/run-binding.ts'
import { firstRunId } from '../../durable-objects/run-id.ts'
import { runSession } from '../runs/run-session-stub.ts'
import type { StoredBeat } from './receipt.ts'

/** What became of a beat: stored, now or before, or not to be had. */
export type AppendedItem = TakenBeat | { problem: Problem }

/** A stored beat, and how its run stood. */
export interface TakenBeat extends StoredBeat {
  /** When the run closed, ms; null while it is open. */
  endedAt: number | null
  /** True when the key was halted before the beat came. */
  halted: boolean
}

/** Beats after an append: what each became. */
export interface Appended {
  beats: AppendedItem[]
  /** Why the beats after `beats` were not taken, if any were not. */
  refused: Problem | null
}

/** How often a key's chain of runs is followed: an isolate's idea of the current run is seconds old. */
const maxHops = 200

/**
 * Appends beats to a key's current run, following the chain of its runs to the one that is open. [B14]
 *
 * @param key its `currentRunId` is moved on once a successor has taken beats; not before, or another request
 *   would come to the successor without knowing what it follows
 * @throws ProblemError `overloaded`
 */
export async function appendToKey(env: Env, key: KeyActor, beats: PreparedBeat[]): Promise<Appended> {
  const done: AppendedItem[] = []
  let pending = beats
  let previousRunId: string | null = null
  let runId = key.currentRunId
  for (let hop = 0; hop < maxHops; hop++) {
    const result = await runSession(env, runId).append(keyBinding(key, runId), pending, previousRunId)
    if (result.ok) {
      if (previousRunId !== null) key.currentRunId = runId
      done.push(...items(pending, result.beats, result.ended_at, result.halted))
      return { beats: done, refused: null }
    }
    if (result.code === 'overloaded') throw overloaded(result.retry_after_s)
    if (result.code === 'not_open') {
      // The index named a run that nobody has opened: from the first run on the way can be found.
      previousRunId = null
      runId = firstRunId(key.id)
      continue
    }
    done.push(...items(pending, result.known, result.ended_at, false))
    pending = pending.slice(result.known.length)
    if (result.next_run_id === null) break
    previousRunId = runId
    runId = result.next_run_id
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
    return { beats: items(beats, result.beats, result.ended_at, result.halted), refused: null }
  }
  if (result.code !== 'run_closed') throw overloaded(result.code === 'overloaded' ? result.retry_after_s : 1)
  const refused = problem('run_ended', 'The run has ended and takes no more beats. Start a new one.', {
    next_run_id: result.next_run_id,
  })
  return { beats: items(beats, result.known, result.ended_at, false), refused }
}

function items(
  beats: readonly PreparedBeat[],
  appended: readonly AppendedBeat[],
  endedAt: number | null,
  halted: boolean,
): AppendedItem[] {
  return appended.map((one, i) => {
    const beat = beats[i]
    if (one.kind === 'new' && beat) {
      const header = fillBeatHeader(beat.header, one.place)
      return { header, hash: one.hash, duplicate: false, endedAt, halted }
    }
    if (one.kind === 'known') {
      return { header: one.header, hash: one.hash, duplicate: true, endedAt, halted }
    }
    return { problem: problem('not_found', 'This beat was recorded before, in a run that is deleted since.') }
  })
}

/** The refusal of a run that has too much waiting; nothing of the request is recorded. */
export function overloaded(seconds: number): ProblemError {
  return new ProblemError(
    'overloaded',
    `The run cannot take more beats just now. Send them again in ${seconds} s.`,
    {},
    { 'Retry-After': String(seconds) },
  )
}
