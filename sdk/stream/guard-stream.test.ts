import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AlignmentViolation, guardian, UnavailableError } from '../index.ts'
import { testOptions } from '../testing/guardian-options.ts'
import { problemReply, startNullServer, type NullServer } from '../testing/null-server.ts'

let server: NullServer
let said: string[]
beforeEach(async () => {
  server = await startNullServer()
  said = []
})
afterEach(() => server.close())

const base = () => testOptions(server, said)
const key = `sk-proj-${'aB3dE5gH7j'.repeat(5)}`

async function* tokens(text: string): AsyncGenerator<string> {
  for (const token of text.split(/(?<=\s)/)) {
    yield token.slice(0, 3)
    yield await Promise.resolve(token.slice(3))
  }
}

async function* broken(): AsyncGenerator<string> {
  yield 'half an '
  throw new TypeError('model down')
}

const delta = (content: string) => ({ choices: [{ index: 0, delta: { content } }] })

const respond = (body: string) => () =>
  new Response(body, {
    status: 201,
    headers: { 'content-type': 'text/event-stream', 'content-length': '9' },
  })

/** Reads all there is, and the error that ended it. */
async function drain<T>(stream: AsyncIterable<T>): Promise<{ items: T[]; error: unknown }> {
  const items: T[] = []
  try {
    for await (const item of stream) items.push(item)
  } catch (error) {
    return { items, error }
  }
  return { items, error: null }
}

const answers = () => server.beats.map(({ prompt, response }) => ({ prompt, response }))
const actions = () => server.amendments.map(({ body }) => (body['data'] as { action: string }).action)

describe('at the edge', () => {
  it('passes a clean stream on word by word, and records the whole', async () => {
    const stream = await guardian(base())((_prompt: string) => tokens('one two three'))('count')
    const { items, error } = await drain(stream)
    expect([items.join(''), error]).toEqual(['one two three', null])
    expect(items.length).toBeGreaterThan(2)
    expect(answers()).toEqual([{ prompt: 'count', response: 'one two three' }])
    expect(said).toEqual([])
  })

  it('holds the last word until the server has judged the whole', async () => {
    const g = guardian(base())
    const { items, error } = await drain(await g(() => tokens('fine until it turns red'))())
    expect(items.join('')).toBe('fine until it turns ')
    expect(error).toBeInstanceOf(AlignmentViolation)
    await g.flush()
    expect(actions()).toEqual(['raised'])
  })

  it.each([
    ['replace', 'fine until it turns (redacted)', 'replaced'],
    ['return_none', 'fine until it turns ', 'returned_none'],
  ] as const)('%s ends it so: %s', async (onViolation, expected, action) => {
    const g = guardian({ ...base(), onViolation, fallback: '(redacted)' })
    const { items, error } = await drain(await g(() => tokens('fine until it turns red'))())
    expect([items.join(''), error]).toEqual([expected, null])
    await g.flush()
    expect(actions()).toEqual([action])
  })

  it('cuts at a leaked key, stops the model, and says what was done', async () => {
    let stopped = false
    async function* model(): AsyncGenerator<string> {
      try {
        yield* tokens(`Your key is ${key} and more, and more`)
      } finally {
        stopped = true
      }
    }
    // The null server finds nothing: what was found here stands.
    const g = guardian(base())
    const { items, error } = await drain(await g(model)())
    expect(items.join('')).toBe('Your key is ')
    expect((error as AlignmentViolation).result.violations).toEqual(['Secret in the response'])
    expect(stopped).toBe(true)
    await g.flush()
    expect(actions()).toEqual(['raised'])
  })

  it('lets the end through, or not, when there is no verdict', async () => {
    server.intercept = ({ path }) => (path === '/simulator/logs/' ? problemReply(503, 'overloaded') : null)
    const allowed = await drain(await guardian(base())(() => tokens('one two'))())
    expect([allowed.items.join(''), allowed.error]).toEqual(['one two', null])
    const blocked = await drain(
      await guardian({ ...base(), onUnavailable: 'block' })(() => tokens('one two'))(),
    )
    expect(blocked.items.join('')).toBe('one ')
    expect(blocked.error).toBeInstanceOf(UnavailableError)
    const options = { onUnavailable: 'block', onViolation: 'replace', fallback: '(unchecked)' } as const
    const replaced = await drain(await guardian({ ...base(), ...options })(() => tokens('one two'))())
    expect(replaced.items.join('')).toBe('one (unchecked)')
  })

  it('records what came until the reader left, or the stream broke', async () => {
    const g = guardian(base())
    for await (const item of await g(() => tokens('one two three four'))()) if (item.includes('two')) break
    const { items, error } = await drain(await g(broken)())
    expect([items, error]).toEqual([['half an '], new TypeError('model down')])
    await g.flush()
    expect(answers().map(({ response }) => response)).toEqual(['one two ', 'half an '])
  })
})

describe('kinds of streams', () => {
  it("takes a client's own stream class, which stays what it is", async () => {
    class Stream {
      #items = [delta('Hello '), delta('red'), { usage: 3 }]
      controller = new AbortController()
      async *[Symbol.asyncIterator]() {
        yield* this.#items
      }
      count(): number {
        return this.#items.length
      }
    }
    const g = guardian({ ...base(), onViolation: 'replace', fallback: 'no.' })
    const stream = await g(() => new Stream())()
    expect(stream).toBeInstanceOf(Stream)
    expect(stream.count()).toBe(3)
    const { items } = await drain(stream)
    expect(items).toEqual([delta('Hello '), delta('no.')])
  })

  it('takes a ReadableStream of text and of bytes, and cancels it when its reader does', async () => {
    const cancelled = vi.fn()
    const text = (chunks: unknown[]) =>
      new ReadableStream<unknown>({
        pull: (controller) => {
          const chunk = chunks.shift()
          if (chunk === undefined) controller.close()
          else controller.enqueue(chunk)
        },
        cancel: cancelled,
      })
    const g = guardian(base())
    const strings = await g(() => text(['Hel', 'lo ', 'there']))()
    expect((await drain(strings)).items.join('')).toBe('Hello there')
    const bytes = new TextEncoder().encode('Grüße, 世界 und mehr')
    const chopped = Array.from(bytes, (_, at) => bytes.slice(at, at + 1))
    const passed = (await drain(await g(() => text(chopped))())).items as Uint8Array[]
    expect(new TextDecoder().decode(Buffer.concat(passed))).toBe('Grüße, 世界 und mehr')
    expect(server.beats.map(({ response }) => response)).toEqual(['Hello there', 'Grüße, 世界 und mehr'])
    const early = (await g(() => text(['a ', 'b ', 'c ']))()).getReader()
    await early.read()
    await early.cancel()
    await (await g(() => text(['a ', 'b ']))()).cancel()
    expect(cancelled).toHaveBeenCalledTimes(2)
  })

  it('takes an SSE response, byte for byte when nothing is found', async () => {
    const events = [
      `: hello\n\n`,
      `event: message\ndata: ${JSON.stringify(delta('Hel'))}\r\n\r\n`,
      `data: ${JSON.stringify(delta('lo you'))}\n\n`,
      'data: [DONE]\n\n',
    ]
    const g = guardian({ ...base(), onViolation: 'replace', fallback: 'no.' })
    const response = await g(respond(events.join('')))()
    expect([response.status, response.headers.get('content-length')]).toEqual([201, null])
    expect(await response.text()).toBe(events.join(''))
    expect(server.beats[0]?.response).toBe('Hello you')
    const cut = await g(respond(events.join('').replace('lo you', `lo ${key} `)))()
    expect(await cut.text()).toBe(`${events.slice(0, 2).join('')}data: ${JSON.stringify(delta('no.'))}\n\n`)
  })

  it('says of what it cannot read that it did not', async () => {
    const g = guardian(base())
    const node = Readable.from(['a'])
    expect(await g(() => node)()).toBe(node)
    const picture = new Response('x', { headers: { 'content-type': 'image/png' } })
    expect(await g(() => picture)()).toBe(picture)
    expect(said).toEqual([expect.stringContaining('unchecked and unrecorded')])
  })
})

describe('in a monitor', () => {
  it('holds nothing, and records', async () => {
    const g = guardian({ ...base(), mode: 'monitor' })
    const { items } = await drain(g(() => tokens('red and red'))())
    expect(items).toEqual((await drain(tokens('red and red'))).items)
    await g.flush()
    expect(answers()).toEqual([{ prompt: null, response: 'red and red' }])
  })
})
