import { Client } from './client.ts'
import type { Exchange } from './draft.ts'
import { CustosError } from './errors/custos-error.ts'
import type { GuardianOptions } from './options.ts'
import { isRecord } from './record.ts'
import { settle } from './settings.ts'
import { guardStream } from './stream/guard-stream.ts'
import { beforeCall, enforceAnswer } from './wrap/around-call.ts'
import type { OnVerdict } from './wrap/enforce.ts'
import { interrogate } from './wrap/interrogate.ts'
import { promptText } from './wrap/texts.ts'

/** A middleware of the AI SDK, as far as it is one of ours; the `ai` package's own types take it. */
export interface CustosMiddleware<Version extends 'v3' | 'v4'> {
  readonly specificationVersion: Version
  wrapGenerate<R>(call: {
    doGenerate: () => PromiseLike<R>
    params: { prompt: unknown }
    model: { modelId: string; doGenerate: (params: never) => PromiseLike<unknown> }
  }): Promise<R>
  wrapStream<R extends { stream: ReadableStream<unknown> }>(call: {
    doStream: () => PromiseLike<R>
    params: { prompt: unknown }
  }): Promise<R>
}

/**
 * Guards a language model of the AI SDK, whatever its provider: what it generates and what it streams.
 *
 * With `onViolation: "replace"` the model says the fallback, with `"return_none"` nothing; it ends as `content-filter`.
 * A prompt that is blocked before a stream throws in any case.
 *
 * @param options as for `guardian()`
 * @throws ConfigurationError as `guardian()` does
 * @example
 * const model = wrapLanguageModel({ model: openai('gpt-4o-mini'), middleware: custosMiddleware() })
 * await generateText({ model, prompt: 'Summarize our privacy policy' })
 */
export function custosMiddleware(options: GuardianOptions = {}): CustosMiddleware<'v4'> {
  return middleware('v4', options)
}

/**
 * As {@link custosMiddleware}, for models of specification v3 (AI SDK 6).
 *
 * @example
 * const middleware = custosMiddlewareV3({ onViolation: 'replace', fallback: '(redacted)' })
 */
export function custosMiddlewareV3(options: GuardianOptions = {}): CustosMiddleware<'v3'> {
  return middleware('v3', options)
}

function middleware<V extends 'v3' | 'v4'>(version: V, options: GuardianOptions): CustosMiddleware<V> {
  const custos = new Client(settle(options))
  const exchange = (prompt: unknown, response: string | null): Exchange => ({
    prompt: promptText([prompt]) ?? '',
    response,
    confidence: null,
    meta: custos.settings.meta,
  })
  return {
    specificationVersion: version,
    async wrapGenerate({ doGenerate, params, model }) {
      custos.keepAlive()
      const refused = await beforeCall(custos, exchange(params.prompt, null), false)
      if (refused !== null) return saying({ usage: noUsage, warnings: [] }, refused.value) as never
      const result = await doGenerate()
      const probing: OnVerdict = (receipt, { probes }) =>
        interrogate(custos, receipt, probes, [params.prompt], ([asked]) =>
          model.doGenerate({ ...params, prompt: asParts(asked) } as never),
        )
      const asked = exchange(params.prompt, contentText(result))
      const said = await enforceAnswer(
        custos,
        asked,
        result,
        custos.settings.interrogate ? probing : undefined,
      )
      return said === result ? result : (saying(result, said as string | null) as never)
    },
    async wrapStream({ doStream, params }) {
      custos.keepAlive()
      await beforeCall(custos, exchange(params.prompt, null), true)
      const result = await doStream()
      const guarded = guardStream(custos, promptText([params.prompt]), result.stream)
      return { ...result, stream: finishing(guarded as ReadableStream<unknown>) }
    },
  }
}

const noTokens = { total: undefined, text: undefined, reasoning: undefined }
const noUsage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: noTokens,
}
const filtered = { unified: 'content-filter', raw: undefined }

/** What was said, and what is given to tools. */
function contentText(result: unknown): string {
  const content: unknown[] = isRecord(result) && Array.isArray(result['content']) ? result['content'] : []
  const parts = content.filter(isRecord).map(({ type, text, input }) => {
    if (type === 'text') return text
    return type === 'tool-call' ? input : null
  })
  return parts.filter((part) => typeof part === 'string').join('\n')
}

function saying(result: unknown, text: string | null): object {
  const content = text === null ? [] : [{ type: 'text', text }]
  return { ...(result as object), content, finishReason: filtered }
}

/** A question stands in the prompt as plain text; the model wants its messages' content in parts. */
function asParts(prompt: unknown): unknown {
  if (!Array.isArray(prompt)) return prompt
  return prompt.map((message: unknown) => {
    if (!isRecord(message) || message['role'] !== 'user' || typeof message['content'] !== 'string')
      return message
    return { ...message, content: [{ type: 'text', text: message['content'] }] }
  })
}

/**
 * A stream that was cut ends as its readers expect: with an error part where it raised, open texts closed, and the
 * reason why it finished.
 */
function finishing(stream: ReadableStream<unknown>): ReadableStream<unknown> {
  const reader = stream.getReader()
  const open = new Set<unknown>()
  let finished = false
  const endOf = (): unknown[] => {
    const closing = [...open].map((id) => ({ type: 'text-end', id }))
    return finished ? [] : [...closing, { type: 'finish', finishReason: filtered, usage: noUsage }]
  }
  return new ReadableStream<unknown>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            for (const part of endOf()) controller.enqueue(part)
            controller.close()
            return
          }
          if (isRecord(value)) {
            if (value['type'] === 'text-start') open.add(value['id'])
            if (value['type'] === 'text-end') open.delete(value['id'])
            if (value['type'] === 'finish') finished = true
          }
          controller.enqueue(value)
        } catch (error) {
          if (!(error instanceof CustosError)) {
            controller.error(error)
            return
          }
          // A stream that merely breaks is not reported to `onError`.
          for (const part of [{ type: 'error', error }, ...endOf()]) controller.enqueue(part)
          controller.close()
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
