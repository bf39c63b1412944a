import { unavailable, type ActionTaken, type Client } from '../client.ts'
import { AlignmentViolation } from '../errors/alignment-violation.ts'
import type { CustosError } from '../errors/custos-error.ts'
import type { Exchange } from '../draft.ts'
import type { OnViolation } from '../options.ts'
import type { Result } from '../result.ts'

/** How one exchange ends for the caller. */
export type Ending<T> =
  { value: T | string | null; action: ActionTaken | null } | { error: CustosError; action: ActionTaken }

/** Told of a verdict once its beat is recorded: where that stands, and what was decided upon. */
export type OnVerdict = (receipt: Result, verdict: Result) => void

/**
 * Decides what the caller of a wrapped function gets.
 *
 * @param result the verdict; null when none could be had
 * @param value what the function returned
 * @param onViolation in the place of the settings', where they can't be followed
 */
export function decide<T>(
  client: Client,
  result: Result | null,
  value: T,
  onViolation = client.settings.onViolation,
): Ending<T> {
  const { onUnavailable, fallback, shouldBlock } = client.settings
  if (result === null && onUnavailable === 'allow') return { value, action: null }
  if (result !== null && !shouldBlock(result)) {
    return { value, action: result.color === 'red' ? 'allowed' : null }
  }
  if (onViolation === 'replace') return { value: fallback, action: 'replaced' }
  if (onViolation === 'return_none') return { value: null, action: 'returned_none' }
  return { error: result === null ? unavailable() : new AlignmentViolation(result), action: 'raised' }
}

/** `edge`: waits for the server's verdict and acts on it. */
export async function enforceAtEdge<T>(
  client: Client,
  exchange: Exchange,
  value: T,
  onVerdict?: OnVerdict,
): Promise<T | string | null> {
  const result = await client.ask(exchange, client.settings.signal)
  const ending = decide(client, result, value)
  if (result !== null && ending.action !== null) client.noteAction(result, ending.action)
  if (result !== null) onVerdict?.(result, result)
  return finish(ending)
}

/** `local`: judges here and now; the beat follows in the background with our verdict beside it. */
export function enforceLocally<T>(
  client: Client,
  exchange: Exchange,
  value: T,
  onVerdict?: OnVerdict,
): T | string | null {
  const result = client.judge(exchange)
  let ending: Ending<T> | null = null
  try {
    ending = decide(client, result, value)
    return finish(ending)
  } finally {
    // In any case, also when `shouldBlock` throws. What waits for delivery holds on to no more than this.
    const onRecorded = onVerdict && ((receipt: Result): void => onVerdict(receipt, result))
    client.recordJudged(exchange, result, ending?.action ?? null, onRecorded)
  }
}

/** What becomes of a call whose prompt was judged before the model was asked. */
export type Refusal = { value: string | null } | null

/**
 * `edge`: has a prompt judged before it is sent to the model. One that passes is recorded with its answer.
 *
 * @returns what the caller gets instead of an answer; null when the model may be called
 * @throws AlignmentViolation, UnavailableError as for an answer
 */
export async function checkPromptAtEdge(
  client: Client,
  exchange: Exchange,
  onViolation?: OnViolation,
): Promise<Refusal> {
  const { signal } = client.settings
  const evaluated = await client.evaluate(exchange, signal)
  if (evaluated === 'unavailable') {
    const ending = decide(client, null, null, onViolation)
    if (!stops(ending.action)) return null
    client.recordUnasked(exchange)
    return { value: finish(ending) }
  }
  if (evaluated !== 'unsupported' && !stops(decide(client, evaluated, null, onViolation).action)) return null
  const asked = await client.ask(exchange, signal)
  const result = asked ?? (evaluated === 'unsupported' ? null : evaluated)
  const ending = decide(client, result, null, onViolation)
  if (!stops(ending.action)) return null
  if (result !== null) client.noteAction(result, ending.action)
  return { value: finish(ending) }
}

/** `local`: as {@link checkPromptAtEdge}, here and now. A prompt that passes is recorded with its answer. */
export function checkPromptLocally(client: Client, exchange: Exchange, onViolation?: OnViolation): Refusal {
  const result = client.judge(exchange)
  const ending = decide(client, result, null, onViolation)
  if (!stops(ending.action)) return null
  client.recordJudged(exchange, result, ending.action)
  return { value: finish(ending) }
}

function stops(action: ActionTaken | null): action is Exclude<ActionTaken, 'allowed'> {
  return action !== null && action !== 'allowed'
}

function finish<T>(ending: Ending<T>): T | string | null {
  if ('error' in ending) throw ending.error
  return ending.value
}
