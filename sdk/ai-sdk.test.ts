import { createOpenAI } from '@ai-sdk/openai'
import type { LanguageModelV3Middleware, LanguageModelV4Middleware } from '@ai-sdk/provider'
import { generateText, streamText, wrapLanguageModel } from 'ai'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { custosMiddleware, custosMiddlewareV3, type CustosMiddleware } from './ai-sdk.ts'
import { AlignmentViolation, type GuardianOptions } from './index.ts'
import { startNullServer, type NullServer } from './testing/null-server.ts'
import { startOpenAIServer, type OpenAIServer } from './testing/openai-server.ts'

let server: NullServer
let provider: OpenAIServer
beforeEach(async () => {
  server = await startNullServer()
  provider = await startOpenAIServer()
})
afterEach(() => Promise.all([server.close(), provider.close()]))

const options = (more: GuardianOptions = {}): GuardianOptions => ({
  apiKey: 'cus_test_0123456789abcdef',
  backendUrl: server.url,
  enableHeartbeats: false,
  redact: false,
  logger: null,
  ...more,
})
const model = (more: GuardianOptions = {}) =>
  wrapLanguageModel({
    model: createOpenAI({ apiKey: 'sk-none', baseURL: provider.url }).chat('m'),
    middleware: custosMiddleware(options(more)),
  })
const ask = (more: GuardianOptions = {}) => ({ model: model(more), prompt: 'Hello', maxRetries: 0 })
const answers = () => server.beats.map(({ prompt, response }) => [prompt, response])

describe('generateText', () => {
  it('passes on and records; raises; says the fallback; says nothing', async () => {
    provider.reply = 'Good day.'
    expect((await generateText(ask())).text).toBe('Good day.')
    expect(answers()).toEqual([['user: Hello', 'Good day.']])
    provider.reply = 'It is red.'
    await expect(generateText(ask())).rejects.toThrow(AlignmentViolation)
    const replaced = await generateText(ask({ onViolation: 'replace', fallback: 'No.' }))
    expect([replaced.text, replaced.finishReason]).toEqual(['No.', 'content-filter'])
    expect((await generateText(ask({ onViolation: 'return_none' }))).text).toBe('')
  })

  it('never sends a prompt that blocks', async () => {
    server.judged = ({ prompt }) => (prompt === 'user: Hello' ? 'red' : '')
    const { text } = await generateText(ask({ checkPrompt: true, onViolation: 'replace', fallback: 'No.' }))
    expect([text, provider.bodies]).toEqual(['No.', []])
  })
})

describe('streamText', () => {
  it('passes on word by word, and cuts', async () => {
    provider.reply = 'One two three, and on it goes.'
    const clean = streamText(ask())
    expect(await clean.text).toBe(provider.reply)
    expect(await clean.finishReason).toBe('stop')
    provider.reply = 'One two three, and it turns red'
    const replaced = streamText(ask({ onViolation: 'replace', fallback: 'No.' }))
    const text = await replaced.text
    expect(text).toMatch(/^One two three, .*No\.$/)
    expect(text).not.toContain('red')
    expect(await replaced.finishReason).toBe('content-filter')
    const errors: unknown[] = []
    const raised = streamText({ ...ask(), onError: ({ error }) => void errors.push(error) })
    await raised.consumeStream()
    expect(errors).toEqual([expect.any(AlignmentViolation)])
  })
})

it('is a middleware of both specifications', () => {
  expectTypeOf<CustosMiddleware<'v4'>>().toExtend<LanguageModelV4Middleware>()
  expectTypeOf<CustosMiddleware<'v3'>>().toExtend<LanguageModelV3Middleware>()
  expect(custosMiddlewareV3(options()).specificationVersion).toBe('v3')
})
