import { Client } from './client.ts'
import type { Exchange } from './draft.ts'
import { answerInstead, answerSaying, answerText, type Api } from './openai/answers.ts'
import { guardedPromise, type ApiPromise, type Started } from './openai/guarded-promise.ts'
import type { GuardianOptions } from './options.ts'
import { isRecord } from './record.ts'
import { settle } from './settings.ts'
import { guardStream } from './stream/guard-stream.ts'
import { beforeCall, enforceAnswer } from './wrap/around-call.ts'
import type { OnVerdict } from './wrap/enforce.ts'
import { interrogate } from './wrap/interrogate.ts'
import { isStream } from './wrap/streams.ts'
import { promptText } from './wrap/texts.ts'

/** As much of OpenAI's client as this needs; its package is not. */
interface OpenAILike {
  chat: object
}

/** Parts of the client on the way to the calls that are guarded. */
const guarded: Record<string, { api: Api; calls: readonly string[] }> = {
  'chat.completions': { api: 'chat', calls: ['create', 'parse'] },
  responses: { api: 'responses', calls: ['create', 'parse'] },
}
/** Methods that make calls of their own, which must go through the guarded ones. */
const helpers = ['stream', 'runTools']

/**
 * Guards an OpenAI client: chat completions and responses, `create`, `parse`, `stream` and `runTools`, streaming and
 * tools, with `withResponse()` and `asResponse()` as they were. All else of the client is left as it is.
 *
 * With `onViolation: "replace"` a blocked answer keeps its shape and says the fallback; with `"return_none"` it says
 * nothing. A prompt that is blocked before a streaming call throws in any case.
 *
 * @param client an `OpenAI` of the package `openai`, or one that is called alike
 * @throws ConfigurationError as `guardian()` does
 * @example
 * const openai = wrapOpenAI(new OpenAI())
 * await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hello' }] })
 */
export function wrapOpenAI<T extends OpenAILike>(client: T, options: GuardianOptions = {}): T {
  return wrapRoot(client, new Client(settle(options))) as T
}

function wrapRoot(openai: object, custos: Client): object {
  const root: object = new Proxy(openai, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (name === 'withOptions' && typeof member === 'function') {
        return (...args: unknown[]) => wrapRoot(Reflect.apply(member, target, args) as object, custos)
      }
      if ((name === 'chat' || name === 'responses') && typeof member === 'object' && member !== null) {
        return wrapPart(member, name, custos, () => root)
      }
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })
  return root
}

function wrapPart(part: object, path: string, custos: Client, root: () => object): object {
  const { api, calls } = guarded[path] ?? { api: 'chat', calls: [] }
  return new Proxy(part, {
    get: (target, name, proxy) => {
      if (name === '_client') return root()
      const member: unknown = Reflect.get(target, name)
      if (
        typeof name === 'string' &&
        `${path}.${name}` in guarded &&
        typeof member === 'object' &&
        member !== null
      ) {
        return wrapPart(member, `${path}.${name}`, custos, root)
      }
      if (typeof member !== 'function') return member
      if (calls.includes(String(name))) {
        return (...args: unknown[]) =>
          guardCall(custos, api, args, (given) => Reflect.apply(member, target, given) as ApiPromise)
      }
      return member.bind(helpers.includes(String(name)) ? proxy : target) as unknown
    },
  })
}

type Call = (args: readonly unknown[]) => ApiPromise

function guardCall(custos: Client, api: Api, args: unknown[], call: Call): Promise<unknown> {
  custos.keepAlive()
  const [params] = args
  const { stream = false, model = null } = isRecord(params) ? params : {}
  const prompt = promptText(args)
  const exchange = (response: string | null): Exchange => ({
    prompt: prompt ?? '',
    response,
    confidence: null,
    meta: custos.settings.meta,
  })
  const start = async (): Promise<Started> => {
    const refused = await beforeCall(custos, exchange(null), stream === true)
    // In an object, so that the promise is not waited for here: that would read the answer.
    return refused === null ? { api: call(args) } : { instead: answerInstead(api, model, refused.value) }
  }
  const probing: OnVerdict = (receipt, { probes }) => interrogate(custos, receipt, probes, args, call)
  return guardedPromise(start(), {
    raw: (response) => (guardStream(custos, prompt, response) as Response | null) ?? response,
    data: async (value) => {
      if (isStream(value)) return guardedStream(custos, prompt, value)
      const asked = exchange(answerText(value))
      const said = await enforceAnswer(
        custos,
        asked,
        value,
        custos.settings.interrogate ? probing : undefined,
      )
      return said === value ? value : answerSaying(api, value, said as string | null)
    },
  })
}

interface StreamLike {
  constructor: new (iterate: () => unknown, controller: unknown) => object
  controller: unknown
}

/** A stream of the client's own class, so that `tee()` and `toReadableStream()` are guarded too. */
function guardedStream(custos: Client, prompt: string | null, value: object): object {
  const { constructor: Stream, controller } = value as unknown as StreamLike
  const guarded = guardStream(custos, prompt, value) as AsyncIterable<unknown> | null
  if (guarded === null || controller === undefined) return guarded ?? value
  return new Stream(() => guarded[Symbol.asyncIterator](), controller)
}
