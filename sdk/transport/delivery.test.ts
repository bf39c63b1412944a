import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardian, type GuardianOptions } from '../index.ts'
import { testOptions } from '../testing/guardian-options.ts'
import { problemReply, startNullServer, type NullServer } from '../testing/null-server.ts'

let server: NullServer
let said: string[]

beforeEach(async () => {
  server = await startNullServer()
  said = []
})
afterEach(() => server.close())

const monitor = (options: GuardianOptions = {}) =>
  guardian({ ...testOptions(server, said), ...options, mode: 'monitor' })

const brokenForBad = (exchange: { prompt: string | null }) => {
  if (exchange.prompt === 'bad') throw new Error('broken')
  return { prompt: 'P', response: 'R', meta: null, redactions: {} }
}

// Retries draw their pauses at random, up to seconds.
vi.setConfig({ testTimeout: 60_000 })

const echo = (prompt: string): string => prompt
const prompts = (): unknown[] => server.beats.map((beat) => beat.prompt)

describe('delivery in the background', () => {
  it('keeps a sync function sync, and delivers in batches in order', async () => {
    const g = monitor()
    const safe = g(echo)
    const given = Array.from({ length: 1050 }, (_, index) => `${index}`)
    expect(given.map((each) => safe(each))).toEqual(given)
    expect(server.requests).toHaveLength(0)
    expect(await g.flush()).toEqual({ delivered: 1050, pending: 0, dropped: 0, refused: 0 })
    expect(prompts()).toEqual(given)
    expect(server.requests).toHaveLength(5)
  })

  it('sends again through failures of every kind: none lost, none doubled, order kept [B4]', async () => {
    const answers = [
      { status: 500 },
      { status: 200, body: '<html>' },
      { status: 0, cut: true },
      problemReply(429, 'x'),
    ]
    server.intercept = () => answers.shift() ?? null
    const g = monitor()
    for (let index = 0; index < 150; index++) g(echo)(`${index}`)
    expect(await g.flush(20_000)).toMatchObject({ delivered: 150, pending: 0 })
    expect(prompts()).toEqual(Array.from({ length: 150 }, (_, index) => `${index}`))
    expect(said.filter((text) => text.includes('sent again'))).toHaveLength(1)
  })

  it('sends again what was recorded although its answer was lost, and it stays one beat [B4]', async () => {
    const real = await startNullServer()
    let lost = true
    server.intercept = async ({ body }) => {
      const answer = await fetch(`${real.url}/simulator/logs/batch/`, {
        method: 'POST',
        body: JSON.stringify(body),
      })
      const text = await answer.text()
      const reply = lost ? { status: 0, cut: true } : { status: 200, body: text }
      lost = false
      return reply
    }
    const g = monitor()
    g(echo)('once')
    expect(await g.flush()).toMatchObject({ delivered: 1 })
    expect(server.requests).toHaveLength(2)
    expect(real.beats).toHaveLength(1)
    await real.close()
  })

  it('waits as long as Retry-After asks', async () => {
    let first = true
    server.intercept = () => (first ? problemReply(503, 'overloaded', { 'retry-after': '60' }) : null)
    const g = monitor()
    g(echo)('patient')
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), 30_000)
    first = false
    expect(await g.flush(1500)).toMatchObject({ delivered: 0, pending: 1 })
    expect(server.requests).toHaveLength(1)
  })

  it('gives up a refused item, tells why once, and delivers the others [B12]', async () => {
    server.intercept = ({ body }) => {
      const beats = body['beats'] as { prompt: string; id: string }[]
      const results = beats.map(({ prompt, id }) =>
        prompt === 'bad'
          ? { status: 400, problem: { code: 'invalid_body', detail: 'meta is too deep.' } }
          : { status: 201, beat: { id, color: 'green', alignment_score: 1, violations: [] } },
      )
      return { status: 200, body: { results } }
    }
    const g = monitor()
    for (const prompt of ['a', 'bad', 'b', 'bad']) g(echo)(prompt)
    expect(await g.flush()).toEqual({ delivered: 2, pending: 0, dropped: 0, refused: 2 })
    expect(said).toEqual([expect.stringContaining('meta is too deep.')])
  })

  it('splits a batch that is too large as a whole', async () => {
    server.intercept = ({ body }) => {
      const beats = body['beats'] as { prompt: string }[]
      const tooLarge = beats.length > 3 || beats.some(({ prompt }) => prompt === 'huge')
      return tooLarge ? { status: 413, body: 'Request Entity Too Large' } : null
    }
    const g = monitor()
    const given = ['0', '1', '2', '3', 'huge', '5', '6', '7']
    for (const prompt of given) g(echo)(prompt)
    expect(await g.flush()).toEqual({ delivered: 7, pending: 0, dropped: 0, refused: 1 })
    expect(prompts()).toEqual(given.filter((prompt) => prompt !== 'huge'))
  })

  it('counts a halted beat as recorded, alone and in a batch [R4]', async () => {
    server.intercept = ({ body }) => ({
      status: 200,
      body: {
        results: (body['beats'] as unknown[]).map(() => ({ status: 403, problem: { code: 'key_halted' } })),
      },
    })
    const g = monitor()
    g(echo)('a')
    expect(await g.flush()).toMatchObject({ delivered: 1, refused: 0 })
    server.intercept = () => problemReply(403, 'key_halted')
    g(echo)('b')
    expect(await g.flush()).toMatchObject({ delivered: 2, refused: 0 })
    expect(said).toHaveLength(1)
  })

  it('never throws into the caller while the server is gone, and says what is still pending', async () => {
    await server.close()
    const g = monitor()
    expect(g(echo)('lonely')).toBe('lonely')
    await vi.waitFor(() => expect(said).toHaveLength(1), 30_000)
    expect(await g.flush(100)).toEqual({ delivered: 0, pending: 1, dropped: 0, refused: 0 })
    expect(said).toEqual([expect.stringMatching(/can't be delivered to http:.*ECONNREFUSED/)])
  })
})

it('delivers a redacted beat that no redactor failed on, and never one in the clear', async () => {
  const secret = `cus_test_${'k3Jd9fQ2'.repeat(5)}abc`
  const g = monitor({ redact: brokenForBad })
  g(() => secret)()
  g((_prompt: string) => secret)('bad')
  expect(await g.flush(2000)).toEqual({ delivered: 1, pending: 0, dropped: 0, refused: 1 })
  expect(JSON.stringify(server.requests)).not.toContain(secret)
  expect(said).toEqual([expect.stringContaining('broken')])
})
