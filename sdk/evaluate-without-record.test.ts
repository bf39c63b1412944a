import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AlignmentViolation, guardian, UnavailableError } from './index.ts'
import { problemReply, startNullServer, type NullServer } from './testing/null-server.ts'
import { testOptions } from './testing/guardian-options.ts'

let server: NullServer
let said: string[]
beforeEach(async () => {
  server = await startNullServer()
  said = []
})
afterEach(() => server.close())

const base = () => testOptions(server, said)
const evaluated = () => server.requests.filter(({ path }) => path === '/api/v1/evaluate/')
const answers = () => server.beats.map(({ prompt, response }) => [prompt, response])
const tooOld = (): void => {
  server.intercept = ({ path }) => (path.startsWith('/api/') ? problemReply(404, 'not_found') : null)
}

const checking = () => ({ ...base(), checkPrompt: true })
const sampling = (sampleRate: number) => ({ ...base(), sampleRate })

/** Says something for ever, and red after a while; gives the other side time to answer between. */
async function* endless(said: string[], redAt: number): AsyncGenerator<string> {
  for (let at = 0; at < 2000; at++) {
    const word = at === redAt ? 'red ' : 'word '
    said.push(word)
    yield word
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

async function* refusing() {
  yield* endless([], -1)
  yield 'No. '
}

describe('checkPrompt', () => {
  beforeEach(() => {
    server.judged = ({ prompt, response }) => `${prompt} ${response ?? ''}`
  })

  it('records a prompt that passes with its answer only', async () => {
    expect(await guardian(checking())((prompt: string) => `You said ${prompt}`)('hello')).toBe(
      'You said hello',
    )
    expect(answers()).toEqual([['hello', 'You said hello']])
    expect(evaluated()).toHaveLength(1)
  })

  it('records one that blocks, with what was done about it, and never calls the model', async () => {
    const model = vi.fn((prompt: string) => prompt)
    const g = guardian(checking())
    const error = await g(model)('red').catch((caught: unknown) => caught)
    expect((error as AlignmentViolation).result).toMatchObject({ color: 'red', run_id: 'run_1', seq: 1 })
    await g.flush()
    expect(answers()).toEqual([['red', null]])
    expect(server.amendments).toHaveLength(1)
    expect(model).not.toHaveBeenCalled()
  })

  it('asks a server without the route as before, and asks for the route once', async () => {
    tooOld()
    const safe = guardian(checking())((prompt: string) => prompt)
    for (const prompt of ['a', 'b']) expect(await safe(prompt)).toBe(prompt)
    await expect(safe('red')).rejects.toThrow(AlignmentViolation)
    expect(answers()).toEqual([
      ['a', null],
      ['a', 'a'],
      ['b', null],
      ['b', 'b'],
      ['red', null],
    ])
    expect([evaluated().length, said]).toEqual([1, []])
  })

  it('goes by onUnavailable where no verdict can be had', async () => {
    server.intercept = ({ path }) => (path.startsWith('/api/') ? { status: 503 } : null)
    expect(await guardian(checking())((prompt: string) => prompt)('a')).toBe('a')
    const g = guardian({ ...checking(), onUnavailable: 'block' })
    await expect(g((prompt: string) => prompt)('b')).rejects.toThrow(UnavailableError)
    await g.flush()
    expect(answers()).toEqual([
      ['a', 'a'],
      ['b', null],
    ])
    expect(server.beats[1]?.['enforcement']).toMatchObject({ unavailable: 'block' })
  })
})

describe('sampleRate at the edge', () => {
  it('evaluates everything, records what is not green, and tells every verdict once', async () => {
    const colors: string[] = []
    const g = guardian({
      ...sampling(0),
      onViolation: 'return_none',
      onVerdict: ({ color }) => colors.push(color),
    })
    for (const text of ['fine', 'yellow', 'red']) await g(() => text)()
    await g.flush()
    expect(answers().map(([, response]) => response)).toEqual(['yellow', 'red'])
    expect(colors).toEqual(['green', 'yellow', 'red'])
    expect(server.amendments).toMatchObject([{ path: '/simulator/logs/run_1/2/amendments/' }])
  })

  it('records what is sampled, in one request', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.4).mockReturnValueOnce(0.6)
    const g = guardian(sampling(0.5))
    expect(await g.evaluate('a', 'fine')).toMatchObject({ seq: 1, source: 'edge' })
    expect(await g.evaluate('b', 'fine')).toMatchObject({ color: 'green', run_id: null, seq: null })
    vi.restoreAllMocks()
    expect(answers()).toEqual([['a', 'fine']])
    expect(server.requests).toHaveLength(2)
  })

  it('records all at a server without the route, and what no verdict could be had for', async () => {
    tooOld()
    const g = guardian(sampling(0))
    await g(() => 'fine')()
    expect(answers()).toEqual([[null, 'fine']])
    server.intercept = ({ path }) => (path.startsWith('/api/') ? { status: 503 } : null)
    const down = guardian(sampling(0))
    expect(await down(() => 'later')()).toBe('later')
    await down.flush()
    expect(server.beats[1]).toMatchObject({ response: 'later', enforcement: { unavailable: 'allow' } })
  })
})

describe('a stream at the edge', () => {
  it('is cut while it flows, by what the server says of it, and recorded once', async () => {
    const spoken: string[] = []
    const read: string[] = []
    const g = guardian(base())
    const stream = await g((_prompt: string) => endless(spoken, 20))('Say it')
    const reading = (async () => {
      for await (const word of stream) read.push(word)
    })()
    await expect(reading).rejects.toThrow(AlignmentViolation)
    expect(spoken.length).toBeLessThan(2000)
    await g.flush()
    expect(answers()).toEqual([['Say it', spoken.join('')]])
    expect(server.amendments.map(({ body }) => body['data'])).toMatchObject([{ action: 'raised' }])
  })

  it('that is red for its prompt alone is left to its end: it may yet refuse', async () => {
    server.judged = ({ prompt, response }) => (response?.endsWith('No. ') ? '' : (prompt ?? ''))
    const stream = await guardian(base())((_prompt: string) => refusing())('red')
    let length = 0
    for await (const word of stream) length += word.length
    expect(length).toBe(2000 * 5 + 4)
    // Each time it doubled, and the prompt by itself once.
    expect(evaluated().length).toBeGreaterThan(2)
    expect(evaluated().length).toBeLessThan(10)
  })

  it('asks nothing more of a server without the route', async () => {
    tooOld()
    const stream = await guardian(base())(() => endless([], -1))()
    for await (const _ of stream) void _
    expect(evaluated()).toHaveLength(1)
  })
})
