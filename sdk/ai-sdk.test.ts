import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAI as createOpenAIV3 } from '@ai-sdk/openai-v3'
import type { LanguageModelV3Middleware, LanguageModelV4Middleware } from '@ai-sdk/provider'
import * as ai7 from 'ai'
import * as ai6 from 'ai-v6'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { custosMiddleware, custosMiddlewareV3, type CustosMiddleware } from './ai-sdk.ts'
import { AlignmentViolation, type GuardianOptions } from './index.ts'
import { testOptions } from './testing/guardian-options.ts'
import { startNullServer, type NullServer } from './testing/null-server.ts'
import { startOpenAIServer, type OpenAIServer } from './testing/openai-server.ts'

let server: NullServer
let provider: OpenAIServer
beforeEach(async () => {
  server = await startNullServer()
  provider = await startOpenAIServer()
})
afterEach(() => Promise.all([server.close(), provider.close()]))

const options = (more: GuardianOptions = {}): GuardianOptions => ({ ...testOptions(server), ...more })
const openai = () => ({ apiKey: 'sk-none', baseURL: provider.url })
const question = { prompt: 'Hello', maxRetries: 0 }
const ignore = (): void => undefined
const answers = () => server.beats.map(({ prompt, response }) => [prompt, response])

/** The same calls by each version of the SDK, with the model and the middleware of its specification. */
const versions = [
  {
    name: 'AI SDK 7, specification v4',
    call: (more: GuardianOptions = {}) => {
      const middleware = custosMiddleware(options(more))
      const model = ai7.wrapLanguageModel({ model: createOpenAI(openai()).chat('m'), middleware })
      return {
        generate: () => ai7.generateText({ model, ...question }),
        stream: (onError: (error: unknown) => void = ignore) =>
          ai7.streamText({ model, ...question, onError: ({ error }) => onError(error) }),
      }
    },
  },
  {
    name: 'AI SDK 6, specification v3',
    call: (more: GuardianOptions = {}) => {
      const middleware = custosMiddlewareV3(options(more))
      const model = ai6.wrapLanguageModel({ model: createOpenAIV3(openai()).chat('m'), middleware })
      return {
        generate: () => ai6.generateText({ model, ...question }),
        stream: (onError: (error: unknown) => void = ignore) =>
          ai6.streamText({ model, ...question, onError: ({ error }) => onError(error) }),
      }
    },
  },
]

describe.each(versions)('$name', ({ call }) => {
  it('generates: passes on and records; raises; says the fallback; says nothing', async () => {
    provider.reply = 'Good day.'
    expect((await call().generate()).text).toBe('Good day.')
    expect(answers()).toEqual([['user: Hello', 'Good day.']])
    provider.reply = 'It is red.'
    await expect(call().generate()).rejects.toThrow(AlignmentViolation)
    const replaced = await call({ onViolation: 'replace', fallback: 'No.' }).generate()
    expect([replaced.text, replaced.finishReason]).toEqual(['No.', 'content-filter'])
    expect((await call({ onViolation: 'return_none' }).generate()).text).toBe('')
  })

  it('never sends a prompt that blocks', async () => {
    server.judged = ({ prompt }) => (prompt === 'user: Hello' ? 'red' : '')
    const { text } = await call({ checkPrompt: true, onViolation: 'replace', fallback: 'No.' }).generate()
    expect([text, provider.bodies]).toEqual(['No.', []])
  })

  it('streams: passes on word by word, and cuts', async () => {
    provider.reply = 'One two three, and on it goes.'
    const clean = call().stream()
    expect(await clean.text).toBe(provider.reply)
    expect(await clean.finishReason).toBe('stop')
    provider.reply = 'One two three, and it turns red'
    const replaced = call({ onViolation: 'replace', fallback: 'No.' }).stream()
    const text = await replaced.text
    expect(text).toMatch(/^One two three, .*No\.$/)
    expect(text).not.toContain('red')
    expect(await replaced.finishReason).toBe('content-filter')
    const errors: unknown[] = []
    await call()
      .stream((error) => void errors.push(error))
      .consumeStream()
    expect(errors).toEqual([expect.any(AlignmentViolation)])
  })
})

it('is a middleware of both specifications', () => {
  expectTypeOf<CustosMiddleware<'v4'>>().toExtend<LanguageModelV4Middleware>()
  expectTypeOf<CustosMiddleware<'v3'>>().toExtend<LanguageModelV3Middleware>()
  expect([custosMiddleware(options()), custosMiddlewareV3(options())]).toMatchObject([
    { specificationVersion: 'v4' },
    { specificationVersion: 'v3' },
  ])
})
