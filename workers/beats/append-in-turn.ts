import type { PreparedBeat } from '../../durable-objects/prepared-beat.ts'
import type { KeyActor } from '../auth/actor.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { appendToKey, type Appended } from './append-beats.ts'

/** What one call to the object carries at most: beats, and UTF-16 units of them, unless one request has more. */
const beatsMost = 500
const unitsMost = 4_000_000
/** Calls of one key that an isolate has under way at a time. */
const callsMost = 1
/** How often a request looks whether its beats were taken along, ms, after waiting as long as the last call took. */
const lookMs = 2
const firstLookMs = 50
/** How long a request waits to be taken along before it makes a call of its own, ms. */
const patienceMs = 1000
/** After this long no answer will come any more, ms: the request that made the call is gone. */
const lostMs = 20_000

/** What keeps a call alive that others wait for, when the client of the request that makes it hangs up. */
export type KeepAlive = Pick<ExecutionContext, 'waitUntil'>

/** The beats of one request that waits for a call to take them along. */
interface Waiting {
  beats: PreparedBeat[]
  /** True once a call has taken them along. */
  aboard: boolean
  /** What became of them: null until it is known. */
  outcome: { appended: Appended } | { error: unknown } | null
}

/** Who waits at one key, in order, and how many calls are under way. */
interface Line {
  waiting: Waiting[]
  underWay: number
  /** How long the last call took, ms. */
  lastMs: number
}

/** By the key as it was looked up, which happens anew every few seconds. */
const lines = new WeakMap<KeyActor, Line>()

/**
 * Appends beats as {@link appendToKey} does, together with those of other requests of the same key: what comes
 * while calls are under way waits for one to come back, and goes in a single call then, as a database commits
 * in groups. A lone post goes at once. Every post is answered after the transaction that holds its own beats.
 *
 * @throws ProblemError `overloaded`; also when nothing was heard of the beats, as after a lost acknowledgement
 */
export async function appendInTurn(
  env: Env,
  keepAlive: KeepAlive,
  key: KeyActor,
  beats: PreparedBeat[],
): Promise<Appended> {
  let line = lines.get(key)
  if (!line) lines.set(key, (line = { waiting: [], underWay: 0, lastMs: 0 }))
  const isFree = line.underWay < callsMost && line.waiting.length === 0
  const appended = isFree ? null : await takenAlong(line, beats)
  return appended ?? drive(env, keepAlive, key, line, beats)
}

/**
 * Waits to be taken along; null for a request that is to make a call itself. It looks again and again instead
 * of waiting for a promise, because the platform does not let a request wait for what another one settles:
 * it may take it for hung.
 */
async function takenAlong(line: Line, beats: PreparedBeat[]): Promise<Appended | null> {
  const own: Waiting = { beats, aboard: false, outcome: null }
  line.waiting.push(own)
  const start = Date.now()
  await scheduler.wait(Math.min(firstLookMs, Math.max(lookMs, line.lastMs)))
  for (;;) {
    if (own.outcome) {
      if ('error' in own.outcome) throw own.outcome.error
      return own.outcome.appended
    }
    const waited = Date.now() - start
    if (!own.aboard && (line.underWay < callsMost || waited >= patienceMs)) {
      line.waiting.splice(line.waiting.indexOf(own), 1)
      return null
    }
    if (waited >= lostMs) throw lostBeats()
    await scheduler.wait(lookMs)
  }
}

/** Makes one call with these beats and those of whoever waits. */
function drive(
  env: Env,
  keepAlive: KeepAlive,
  key: KeyActor,
  line: Line,
  own: PreparedBeat[],
): Promise<Appended> {
  const along = board(line.waiting, own)
  const call = carry(env, key, line, own, along)
  if (along.length > 0) keepAlive.waitUntil(call.catch(() => undefined))
  return call
}

async function carry(
  env: Env,
  key: KeyActor,
  line: Line,
  own: PreparedBeat[],
  along: Waiting[],
): Promise<Appended> {
  const start = Date.now()
  line.underWay++
  try {
    const beats = along.length === 0 ? own : [own, ...along.map((one) => one.beats)].flat()
    const { beats: all, refused } = await appendToKey(env, key, beats)
    let from = own.length
    for (const one of along) {
      one.outcome = { appended: { beats: all.slice(from, from + one.beats.length), refused } }
      from += one.beats.length
    }
    return { beats: all.slice(0, own.length), refused }
  } catch (error) {
    for (const one of along) one.outcome = { error }
    throw error
  } finally {
    line.underWay--
    line.lastMs = Date.now() - start
  }
}

/** Takes off the line, in order, those who fit into one call with these beats. */
function board(waiting: Waiting[], own: readonly PreparedBeat[]): Waiting[] {
  let beats = own.length
  let units = unitsOf(own)
  let count = 0
  for (const one of waiting) {
    beats += one.beats.length
    units += unitsOf(one.beats)
    if (beats > beatsMost || units > unitsMost) break
    count++
  }
  const taken = waiting.splice(0, count)
  for (const one of taken) one.aboard = true
  return taken
}

function unitsOf(beats: readonly PreparedBeat[]): number {
  return beats.reduce((sum, { content, header }) => sum + content.length + header.before.length, 0)
}

function lostBeats(): ProblemError {
  return new ProblemError(
    'overloaded',
    'Nothing was heard of the beats; they may be recorded. Send them again under the same ids.',
    {},
    { 'Retry-After': '1' },
  )
}
