import type { ActionTaken, Client } from '../client.ts'
import type { Exchange, Tell } from '../draft.ts'
import { localEvaluator } from '../local-evaluator.ts'
import type { Result } from '../result.ts'
import { decide } from '../wrap/enforce.ts'
import type { Codec } from './codec.ts'
import { growingCheck } from './growing-check.ts'
import { EdgeWatch } from './edge-watch.ts'
import { StreamGuard } from './stream-guard.ts'

/** What is guarded, and how. */
export interface Guarding<T> {
  client: Client
  prompt: string | null
  codec: Codec<T>
  /** Settled where the call was made: a stream may be read elsewhere. */
  tell: Tell
}

/**
 * Passes the items of a stream on in their order, each once its text is settled and judged; cuts the stream at a
 * violation, and records what was said.
 *
 * @throws AlignmentViolation, UnavailableError where `onViolation` is `"raise"`; what the stream itself throws
 */
export async function* guardItems<T>(
  source: AsyncIterable<T>,
  how: Guarding<T>,
): AsyncGenerator<T, void, undefined> {
  const { client, prompt, codec, tell } = how
  const guard = new StreamGuard<T>(await growingCheck(client, prompt))
  const exchange = (): Exchange => ({
    prompt,
    response: guard.transcript.text() ?? '',
    confidence: null,
    meta: client.settings.meta,
    tell,
  })
  // With a guardian in this process there is nothing to ask the server for before the end.
  const isWatched = client.settings.mode === 'edge' && localEvaluator() === null
  const watch = isWatched ? new EdgeWatch(client, prompt) : null
  const violation = (): Result | null => guard.violation ?? watch?.violation ?? null
  let recorded = false
  try {
    for await (const item of source) {
      for (const ready of guard.push(item, codec.read(item))) yield ready
      if (violation() !== null) break
      watch?.grew(guard.transcript.length, () => guard.transcript.text())
    }
    // The end is held until the whole is judged: what it turns to may be in its last words.
    const held = guard.firstText
    const last = violation() === null ? guard.end() : []
    watch?.end()
    recorded = true
    const ended = await endOf(client, exchange(), violation())
    if (ended === null) {
      for (const ready of [...last, ...guard.rest()]) yield ready
      return
    }
    if ('error' in ended) throw ended.error
    if (ended.text !== null && held !== null) yield codec.replace(held.item, held.deltas, ended.text)
  } finally {
    watch?.end()
    // The reader stopped early, or the stream broke: what came until then was said all the same.
    if (!recorded && guard.transcript.text() !== null) client.record(exchange())
  }
}

/** How a stream ends: null as it would have, an error, or a text in the place of what is held. */
type End = { error: Error } | { text: string | null } | null

async function endOf(client: Client, exchange: Exchange, found: Result | null): Promise<End> {
  const { mode } = client.settings
  if (mode === 'monitor') {
    client.record(exchange)
    return null
  }
  if (mode === 'local') {
    const whole = client.judge(exchange)
    const result = found !== null && !client.settings.shouldBlock(whole) ? { ...found, id: whole.id } : whole
    const ending = decide(client, result, null)
    client.recordJudged(exchange, result, ending.action)
    return toEnd(ending, ending.action)
  }
  const asked = await client.ask(exchange, client.settings.signal)
  // The server saw the whole; where it has no word, or a milder one, what was found here stands.
  const result = found !== null && (asked === null || !client.settings.shouldBlock(asked)) ? found : asked
  const ending = decide(client, result, null)
  if (asked !== null && ending.action !== null) client.noteAction(asked, ending.action)
  return toEnd(ending, ending.action)
}

function toEnd(ending: ReturnType<typeof decide<null>>, action: ActionTaken | null): End {
  if ('error' in ending) return { error: ending.error }
  return action === 'replaced' || action === 'returned_none' ? { text: ending.value } : null
}
