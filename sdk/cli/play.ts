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
/** Exchanges handed over in `monitor` mode before waiting for the server to have them. */
const window = 2000
const flushTimeoutMs = 30_000

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
  let calls = 0
  const safe = custos((_prompt: string | null, recorded: string | null): string | null => {
    calls++
    return recorded
  })
  const startedMs = performance.now()
  const show = (): void => progress.show(tally.describe(performance.now() - startedMs), performance.now())

  /** Calls once, and waits out an operator's pause: a call that was refused is made again when the run goes on. */
  const call = async ({ prompt, response }: RecordedExchange): Promise<void> => {
    tally.sent++
    for (;;) {
      const callsBefore = calls
      try {
        await safe(prompt, response)
        return
      } catch (error) {
        if (error instanceof AlignmentViolation) {
          tally.blocked++
          return
        }
        if (!(error instanceof RunPausedError || error instanceof KeyHaltedError)) throw error
        // Calls overlap only when asked to, and then one beat too many may be waited out, none lost.
        if (calls > callsBefore && error instanceof KeyHaltedError) return
        progress.show(`waiting: ${error.message}`, performance.now())
        await sleep(1100, undefined, { signal })
      }
    }
  }

  const running = new Set<Promise<void>>()
  try {
    for await (const exchange of exchanges) {
      if (signal.aborted) break
      if ('problem' in exchange) {
        tally.skipped++
        if (tally.skipped <= namedBadLines) progress.say(`line ${exchange.line} ${exchange.problem}: skipped`)
        if (tally.skipped === namedBadLines) progress.say('further bad lines are counted, not named')
        continue
      }
      if (mode === 'monitor') {
        await call(exchange)
        if (tally.sent % window === 0) await settle()
      } else {
        const one = call(exchange).finally(() => running.delete(one))
        running.add(one)
        if (running.size >= how.concurrency) await Promise.race(running)
        const pause = how.pauseMs()
        if (pause > 0) await sleep(pause, undefined, { signal })
      }
      show()
    }
    await Promise.all(running)
  } catch (error) {
    if (!signal.aborted) throw error
  }
  const report = await custos.flush(flushTimeoutMs)
  return { tally, report, elapsedMs: performance.now() - startedMs }

  /** Lets the server catch up, so that what waits in memory stays bounded. */
  async function settle(): Promise<void> {
    const { pending } = await custos.flush(flushTimeoutMs)
    if (pending > 0)
      throw new NotTaken(`${credentials.url} has not taken ${pending} beats for half a minute.`)
  }
}
