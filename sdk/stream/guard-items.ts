import type { ActionTaken, Client } from '../client.ts'
import type { Exchange } from '../draft.ts'
import type { Result } from '../result.ts'
import { decide } from '../wrap/enforce.ts'
import type { GrowingCheck } from './channel.ts'
import type { Codec } from './codec.ts'
import { StreamGuard } from './stream-guard.ts'

/** What is guarded, and how. */
export interface Guarding<T> {
  client: Client
  prompt: string | null
  codec: Codec<T>
  check: () => GrowingCheck | null | Promise<GrowingCheck | null>
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
  const { client, prompt, codec } = how
  const guard = new StreamGuard<T>(await how.check())
  const exchange = (): Exchange => ({
    prompt,
    response: guard.transcript.text() ?? '',
    confidence: null,
    meta: client.settings.meta,
  })
  let recorded = false
  try {
    for await (const item of source) {
      for (const ready of guard.push(item, codec.read(item))) yield ready
      if (guard.violation !== null) break
    }
    // The end is held until the whole is judged: what it turns to may be in its last words.
    const held = guard.firstText
    const last = guard.violation === null ? guard.end() : []
    recorded = true
    const ended = await endOf(client, exchange(), guard.violation)
    if (ended === null) {
      for (const ready of [...last, ...guard.rest()]) yield ready
      return
    }
    if ('error' in ended) throw ended.error
    if (ended.text !== null && held !== null) yield codec.replace(held.item, held.deltas, ended.text)
  } finally {
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
    let action: ActionTaken | null = null
    client.recordJudged(exchange, result, () => action)
    const ending = decide(client, result, null)
    action = ending.action
    return toEnd(ending, action)
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
