import type { Client } from '../client.ts'
import type { Exchange } from '../draft.ts'
import { guardStream } from '../stream/guard-stream.ts'
import { isStream } from './streams.ts'
import { promptText, responseText } from './texts.ts'
import {
  checkPromptAtEdge,
  checkPromptLocally,
  enforceAtEdge,
  enforceLocally,
  type OnVerdict,
} from './enforce.ts'
import { interrogate } from './interrogate.ts'

/** A function of whose parameters and result nothing is known. */
export type Call = (this: unknown, ...args: unknown[]) => unknown

/**
 * Makes a function that calls another and has what comes back judged.
 *
 * @param self what `this` is in the wrapped function; left out, it is what the wrapper is called on
 */
export function wrapFunction(client: Client, fn: Call, self?: object): Call {
  const judge = client.settings.mode === 'edge' ? guardAtEdge : guardInPlace
  const wrapped: Call = function (...args) {
    client.keepAlive()
    return judge(client, (given) => fn.apply(self ?? this, [...given]), args)
  }
  // `length` tells some frameworks what to pass (Express), `name` tells a stack trace what was called.
  Object.defineProperties(wrapped, {
    name: { value: fn.name, configurable: true },
    length: { value: fn.length, configurable: true },
  })
  return wrapped
}

type Model = (args: readonly unknown[]) => unknown

async function guardAtEdge(client: Client, call: Model, args: unknown[]): Promise<unknown> {
  await client.connection.ensureOpen()
  if (client.settings.checkPrompt) {
    const refused = await checkPromptAtEdge(client, toPrompt(client, args))
    if (refused !== null) return refused.value
  }
  const value = await call(args)
  if (isStream(value)) return passStream(client, args, value)
  return enforceAtEdge(client, toExchange(client, args, value), value, probing(client, call, args))
}

/** `local` and `monitor`: a sync function stays sync. */
function guardInPlace(client: Client, call: Model, args: unknown[]): unknown {
  const { mode, checkPrompt } = client.settings
  if (mode === 'local') {
    client.connection.assertOpen()
    const refused = checkPrompt ? checkPromptLocally(client, toPrompt(client, args)) : null
    if (refused !== null) return refused.value
  }
  const finish = (value: unknown): unknown => {
    if (isStream(value)) return passStream(client, args, value)
    const exchange = toExchange(client, args, value)
    const onVerdict = probing(client, call, args)
    if (mode === 'local') return enforceLocally(client, exchange, value, onVerdict)
    client.record(exchange, onVerdict && ((receipt) => onVerdict(receipt, receipt)))
    return value
  }
  const value = call(args)
  return isThenable(value) ? value.then(finish) : finish(value)
}

function probing(client: Client, call: Model, args: unknown[]): OnVerdict | undefined {
  if (!client.settings.interrogate) return undefined
  return (receipt, { probes }) => interrogate(client, receipt, probes, args, call)
}

function toPrompt(client: Client, args: unknown[]): Exchange {
  return { prompt: promptText(args) ?? '', response: null, confidence: null, meta: client.settings.meta }
}

function toExchange(client: Client, args: unknown[], value: unknown): Exchange {
  const response = responseText(value)
  // The wire wants at least one of the two: a call without either still is a call that was made.
  const prompt = promptText(args) ?? (response === null ? '' : null)
  return { prompt, response, confidence: null, meta: client.settings.meta }
}

function passStream(client: Client, args: unknown[], value: object): unknown {
  const guarded = guardStream(client, promptText(args), value)
  if (guarded !== null) return guarded
  client.once.tell('stream', () =>
    client.settings.logger.warn(
      'A wrapped function returned a stream of a kind that is not read: it is passed on unchecked and unrecorded.',
    ),
  )
  return value
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  )
}
