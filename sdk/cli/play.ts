import { setTimeout as sleep } from 'node:timers/promises'
import { AlignmentViolation, guardian, KeyHaltedError, RunPausedError, type FlushReport } from '../index.ts'
import type { Credentials } from './credentials.ts'
import type { Progress } from './progress.ts'
import type { BadLine, RecordedExchange } from './read-exchanges.ts'
import { Tally } from './tally.ts'

/** How exchanges are played. */
export interface Playing {
  credentials: Credentials
  /**
   * `monitor` goes as fast as batches go; `edge` awaits each verdict as a live caller would, `concurrency` calls
   * at a time.
   */
  mode: 'edge' | 'monitor'
  concurrency: number
  /** Milliseconds to let pass before the next call. */
  pauseMs: () => number
  progress: Progress
  signal: AbortSignal
}

/** What came of it. */
export interface Played {
  tally: Tally
  report: FlushReport
  elapsedMs: number
}

/** The server could not be reached, or does not take beats any more. */
export class NotTaken extends Error {
  override name = 'NotTaken'
}

/** Bad lines named one by one, before they are only counted. */
const namedBadLines = 50
/** What may wait in `monitor` mode before the server has to catch up: exchanges, and characters of their texts. */
const ahead = { exchanges: 2000, characters: 8 * 1024 * 1024 }
const flushTimeoutMs = 30_000
/** How long to wait before a call that an operator's pause refused is made again. */
const pausedMs = 1100

/**
 * Plays recorded exchanges through the SDK, as if a model were answering now: in the order of the file, each
 * through `guardian()(fn)`.
 *
 * @throws NotTaken when the server is out of reach or stops taking beats; what reading the exchanges throws
 */
export async function play(
  exchanges: AsyncIterable<RecordedExchange | BadLine>,
  how: Playing,
): Promise<Played> {
  const { credentials, mode, progress, signal } = how
  const tally = new Tally()
  await using custos = guardian({
    backendUrl: credentials.url,
    apiKey: credentials.apiKey,
    mode,
    // What is judged is the recording as it is. The server redacts what it stores.
    redact: false,
    onVerdict: (result) => tally.take(result),
    logger: { warn: (text) => progress.say(text), error: (text) => progress.say(text) },
  })
  if ((await custos.heartbeat()) === null) {
    throw new NotTaken(`${credentials.url} does not take beats. Is it running? Start it with \`npm start\`.`)
  }
  const answer = custos((_prompt: string | null, recorded: string | null, made: () => void) => {
    made()
    return recorded
  })
  const startedMs = performance.now()
  const running = new Set<Promise<void>>()
  let failure: unknown
  let waiting = { exchanges: 0, characters: 0 }
  try {
    for await (const exchange of exchanges) {
      if (signal.aborted || failure !== undefined) break
      if ('problem' in exchange) {
        skip(exchange, tally, progress)
        continue
      }
      tally.sent++
      const call = callOnce(answer, exchange, how, tally)
        .catch((error: unknown) => {
          failure ??= error
        })
        .finally(() => running.delete(call))
      running.add(call)
      if (running.size >= how.concurrency) await Promise.race(running)
      if (mode === 'monitor') {
        waiting.exchanges++
        waiting.characters += (exchange.prompt?.length ?? 0) + (exchange.response?.length ?? 0)
        if (waiting.exchanges >= ahead.exchanges || waiting.characters >= ahead.characters) {
          const { pending } = await custos.flush(flushTimeoutMs)
          if (pending > 0) throw new NotTaken(`${credentials.url} has taken nothing for half a minute.`)
          waiting = { exchanges: 0, characters: 0 }
        }
      }
      const pause = how.pauseMs()
      if (pause > 0) await sleep(pause, undefined, { signal })
      progress.show(tally.describe(performance.now() - startedMs), performance.now())
    }
    await Promise.all(running)
    if (failure !== undefined) throw failure
  } catch (error) {
    if (!signal.aborted) throw error
  }
  const report = await custos.flush(flushTimeoutMs)
  return { tally, report, elapsedMs: performance.now() - startedMs }
}

type Answer = (prompt: string | null, recorded: string | null, made: () => void) => unknown

/** Makes one call. One that is refused because an operator paused the run is made when the run goes on. */
async function callOnce(
  answer: Answer,
  { prompt, response }: RecordedExchange,
  { progress, signal }: Playing,
  tally: Tally,
): Promise<void> {
  let made = false
  for (;;) {
    try {
      await answer(prompt, response, () => {
        made = true
      })
      return
    } catch (error) {
      if (error instanceof AlignmentViolation) {
        tally.blocked++
        return
      }
      if (!(error instanceof RunPausedError || error instanceof KeyHaltedError)) throw error
      // The beat that a halt answers is recorded all the same.
      if (made) return
      progress.show(`waiting: ${error.message}`, performance.now())
      await sleep(pausedMs, undefined, { signal })
    }
  }
}

function skip({ line, problem }: BadLine, tally: Tally, progress: Progress): void {
  tally.skipped++
  if (tally.skipped <= namedBadLines) progress.say(`line ${line} ${problem}: skipped`)
  if (tally.skipped === namedBadLines) progress.say('further bad lines are counted, not named')
}
