import OpenAI from 'openai'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AlignmentViolation, type GuardianOptions } from './index.ts'
import { wrapOpenAI } from './openai.ts'
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

const wrapped = (options: GuardianOptions = {}): OpenAI =>
  wrapOpenAI(new OpenAI({ apiKey: 'sk-none', baseURL: provider.url, maxRetries: 0 }), {
    ...testOptions(server),
    ...options,
  })
const chat = { model: 'm', messages: [{ role: 'user' as const, content: 'Hello' }] }
const ask = { model: 'm', input: 'Hello' }
const answers = () => server.beats.map(({ prompt, response }) => [prompt, response])
const schema = { type: 'json_schema' as const, json_schema: { name: 'n', schema: { type: 'object' } } }

describe('chat completions', () => {
  it('passes an answer on as it was, and records it', async () => {
    provider.reply = 'Good day.'
    const completion = await wrapped().chat.completions.create(chat)
    expect(completion.choices[0]?.message.content).toBe('Good day.')
    expect(completion._request_id).toBe('req_1')
    expect(answers()).toEqual([['user: Hello', 'Good day.']])
  })

  it('keeps withResponse() and asResponse(), which read once', async () => {
    provider.reply = 'Good day.'
    const { data, response, request_id } = await wrapped().chat.completions.create(chat).withResponse()
    expect([data.choices[0]?.message.content, response.status, request_id]).toEqual([
      'Good day.',
      200,
      'req_1',
    ])
    const raw = await wrapped().chat.completions.create(chat).asResponse()
    expect(await raw.json()).toMatchObject({ id: 'chatcmpl_1' })
    expect(provider.bodies).toHaveLength(2)
    expect(server.beats).toHaveLength(2)
  })

  it('raises, or says the fallback in the shape of an answer, or nothing', async () => {
    provider.reply = 'It is red.'
    await expect(wrapped().chat.completions.create(chat)).rejects.toThrow(AlignmentViolation)
    const replaced = await wrapped({ onViolation: 'replace', fallback: 'No.' }).chat.completions.create(chat)
    expect(replaced).toMatchObject({ id: 'chatcmpl_1', choices: [{ index: 0, message: { content: 'No.' } }] })
    const none = await wrapped({ onViolation: 'return_none' }).chat.completions.create(chat)
    expect(none.choices[0]?.message.content).toBeNull()
  })

  it('judges what is given to tools', async () => {
    provider.toolArguments = '{"to":"red@example.test"}'
    await expect(wrapped().chat.completions.create(chat)).rejects.toThrow(AlignmentViolation)
    expect(answers()).toEqual([['user: Hello', provider.toolArguments]])
  })

  it('parses structured answers, once they are judged', async () => {
    provider.reply = '{"mood":"fine"}'
    const parsed = await wrapped().chat.completions.parse({ ...chat, response_format: schema })
    expect(parsed.choices[0]?.message.content).toBe(provider.reply)
    provider.reply = '{"mood":"red"}'
    await expect(wrapped().chat.completions.parse({ ...chat, response_format: schema })).rejects.toThrow(
      AlignmentViolation,
    )
    expect(server.beats).toHaveLength(2)
  })

  it("guards a stream, which is of the client's own class", async () => {
    provider.reply = 'One two three, and it turns red'
    const stream = await wrapped().chat.completions.create({ ...chat, stream: true })
    expect(stream.constructor.name).toBe('Stream')
    let said = ''
    const reading = (async () => {
      for await (const chunk of stream) said += chunk.choices[0]?.delta.content ?? ''
    })()
    await expect(reading).rejects.toThrow(AlignmentViolation)
    expect(provider.reply.startsWith(said)).toBe(true)
    expect(said).toContain('turns')
    expect(said).not.toContain('red')
    expect(answers()).toEqual([['user: Hello', provider.reply]])
  })

  it('guards the helpers that make calls of their own', async () => {
    provider.reply = 'All is fine here.'
    expect(await wrapped().chat.completions.stream(chat).finalContent()).toBe(provider.reply)
    expect(answers()).toEqual([['user: Hello', provider.reply]])
    provider.reply = 'All is red.'
    await expect(wrapped().chat.completions.stream(chat).finalContent()).rejects.toThrow('Custos blocked')
  })
})

describe('responses', () => {
  it('passes on, replaces, and streams', async () => {
    provider.reply = 'Good day.'
    expect((await wrapped().responses.create(ask)).output_text).toBe('Good day.')
    let said = ''
    for await (const event of await wrapped().responses.create({ ...ask, stream: true })) {
      if (event.type === 'response.output_text.delta') said += event.delta
    }
    expect(said).toBe('Good day.')
    const final = await wrapped().responses.stream(ask).finalResponse()
    expect(final.output_text).toBe('Good day.')
    provider.reply = 'It is red.'
    const replaced = await wrapped({ onViolation: 'replace', fallback: 'No.' }).responses.create(ask)
    expect([replaced.id, replaced.output_text]).toEqual(['resp_1', 'No.'])
    expect(answers().map(([, response]) => response)).toEqual([
      'Good day.',
      'Good day.',
      'Good day.',
      'It is red.',
    ])
  })
})

describe('around the calls', () => {
  it('a prompt that blocks is never sent', async () => {
    server.judged = ({ prompt }) => prompt ?? ''
    const options = { checkPrompt: true, onViolation: 'replace', fallback: 'No.' } as const
    const red = { ...chat, messages: [{ role: 'user' as const, content: 'see red' }] }
    const completion = await wrapped(options).chat.completions.create(red)
    expect(completion.choices[0]).toMatchObject({
      finish_reason: 'content_filter',
      message: { content: 'No.' },
    })
    await expect(wrapped(options).chat.completions.create({ ...red, stream: true })).rejects.toThrow(
      AlignmentViolation,
    )
    expect((await wrapped(options).responses.create({ ...ask, input: 'red' })).output_text).toBe('No.')
    expect(provider.bodies).toEqual([])
  })

  it("passes the provider's errors and everything else of the client on", async () => {
    const client = wrapped()
    await provider.close()
    await expect(client.chat.completions.create(chat)).rejects.toThrow(OpenAI.APIConnectionError)
    expect(client.baseURL).toBe(provider.url)
    expect(client).toBeInstanceOf(OpenAI)
    expect(server.beats).toEqual([])
  })

  it('stays guarded with other options', async () => {
    provider.reply = 'red'
    const other = wrapped().withOptions({ timeout: 5000 })
    await expect(other.chat.completions.create(chat)).rejects.toThrow(AlignmentViolation)
  })
})
