import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardian, AlignmentViolation, ConfigurationError, CustosError, type Result } from './index.ts'
import { KeyHaltedError, RunPausedError, AuthenticationError, UnavailableError } from './index.ts'
import { testOptions } from './testing/guardian-options.ts'
import { problemReply, startNullServer, type NullServer } from './testing/null-server.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: NullServer
let said: string[]

beforeEach(async () => {
  server = await startNullServer()
  said = []
})
afterEach(() => server.close())

const base = () => testOptions(server, said)
const say = (text: string) => () => text

function ask(this: { reply: string }, prompt: string): string {
  return `${prompt}: ${this.reply}`
}

describe('wrapping', () => {
  it('returns what the function returned, and records the exchange', async () => {
    const safe = guardian({ ...base(), meta: { source: 'test' } })((prompt: string) => `You said ${prompt}`)
    expect(await safe('hello')).toBe('You said hello')
    expect(server.requests[0]?.authorization).toBe('ApiKey cus_test_0123456789abcdef')
    expect(server.beats).toEqual([
      expect.objectContaining({
        kind: 'response',
        id: expect.stringMatching(/^bt_[0-9a-f-]{36}$/) as string,
        prompt: 'hello',
        response: 'You said hello',
        meta: { source: 'test' },
        enforcement: { mode: 'edge', on_violation: 'raise' },
      }),
    ])
  })

  it('takes async functions, keeps `this`, name and length', async () => {
    class Model {
      reply = 'fine'
      async generate(prompt: string): Promise<string> {
        await Promise.resolve()
        return `${prompt}: ${this.reply}`
      }
    }
    const model = new Model()
    const safe = guardian(base())(model, { method: 'generate' })
    expect(await safe('weather')).toBe('weather: fine')
    expect([safe.name, safe.length]).toEqual(['generate', 1])
    const holder = { reply: 'borrowed', ask: guardian(base())(ask) }
    expect(await holder.ask('weather')).toBe('weather: borrowed')
  })

  it("passes the function's own error on, and records nothing", async () => {
    const safe = guardian(base())((): string => {
      throw new TypeError('model down')
    })
    await expect(safe()).rejects.toThrow(new TypeError('model down'))
    expect(server.beats).toEqual([])
  })

  it('names what is wrong with a target', () => {
    const g = guardian(base()) as unknown as (target: unknown, how?: object) => unknown
    expect(() => g('text')).toThrow(ConfigurationError)
    expect(() => g({ chat: 1 }, { method: 'chat' })).toThrow(/no method "chat"/)
  })
})

describe('violations', () => {
  it('raises AlignmentViolation with the result, and notes that it did', async () => {
    const g = guardian(base())
    const error = await g(say('red'))().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AlignmentViolation)
    expect(error).toBeInstanceOf(CustosError)
    const { result } = error as AlignmentViolation
    expect(result).toMatchObject({
      violations: ['It said red'],
      status: 'red',
      color: 'red',
      run_id: 'run_1',
      seq: 1,
    })
    await g.flush()
    expect(server.amendments).toEqual([
      {
        path: '/simulator/logs/run_1/1/amendments/',
        body: {
          id: expect.stringMatching(/^am_/) as string,
          amendment: 'action',
          data: { action: 'raised', on_violation: 'raise' },
        },
      },
    ])
  })

  it.each([
    [{ onViolation: 'replace', fallback: '(redacted)' }, '(redacted)', 'replaced'],
    [{ onViolation: 'replace' }, null, 'replaced'],
    [{ onViolation: 'return_none' }, null, 'returned_none'],
    [{ shouldBlock: () => false }, 'red', 'allowed'],
  ] as const)('does as %j says', async (options, returned, action) => {
    const g = guardian({ ...base(), ...options })
    expect(await g(say('red'))()).toBe(returned)
    await g.flush()
    expect(server.amendments.map(({ body }) => body['data'])).toEqual([expect.objectContaining({ action })])
  })

  it('blocks red by default, yellow never', async () => {
    const g = guardian(base())
    expect(await g(say('yellow'))()).toBe('yellow')
    await expect(g(say('flatline'))()).rejects.toThrow(AlignmentViolation)
  })

  it('blocks what shouldBlock says', async () => {
    const safe = guardian({ ...base(), shouldBlock: (result) => result.alignment_score < 0.9 })(say('yellow'))
    await expect(safe()).rejects.toThrow(/yellow/)
  })

  it('hands every verdict to onVerdict, whose errors stay out of the way', async () => {
    const colors: string[] = []
    const onVerdict = (result: Result): void => {
      colors.push(result.color)
      throw new Error('mine')
    }
    const g = guardian({ ...base(), onViolation: 'return_none', onVerdict })
    for (const text of ['green', 'yellow', 'red']) await g(say(text))()
    expect(colors).toEqual(['green', 'yellow', 'red'])
    expect(said.every((text) => text.includes('mine'))).toBe(true)
  })
})

describe('as a client', () => {
  it('evaluates an exchange and never throws for what the verdict says', async () => {
    const g = guardian({ ...base(), meta: { app: 'x', source: 'y' } })
    const result = await g.evaluate('prompt', 'red', { confidence: 0.92, meta: { source: 'backend-batch' } })
    expect(result).toMatchObject({ color: 'red', source: 'edge', confidence: 0.92 })
    expect(server.beats[0]).toMatchObject({ confidence: 0.92, meta: { app: 'x', source: 'backend-batch' } })
    expect(await g.flush()).toEqual({ delivered: 1, pending: 0, dropped: 0, refused: 0 })
  })

  it('sends heartbeats at once and then by the interval, until stopped', async () => {
    const g = guardian({ ...base(), enableHeartbeats: true, heartbeatInterval: 0.02 })
    await vi.waitFor(() => expect(server.requests.length).toBeGreaterThan(2), 10_000)
    g.stopHeartbeats()
    const { length } = server.requests
    await new Promise((resolve) => setTimeout(resolve, 200))
    // One may have been on its way.
    expect(server.requests.length).toBeLessThanOrEqual(length + 1)
    expect(server.requests[0]?.body).toEqual({ kind: 'heartbeat', confidence: null })
  })

  it('answers a heartbeat with the run', async () => {
    expect(await guardian(base()).heartbeat(0.7)).toEqual({ run_id: 'run_1', status: 'active' })
    expect(server.requests[0]?.body).toEqual({ kind: 'heartbeat', confidence: 0.7 })
  })

  it('flushes and stops its heartbeats at the end of `await using`', async () => {
    {
      await using g = guardian({ ...base(), mode: 'monitor' })
      await g.evaluate('a', 'b')
    }
    expect(server.beats).toHaveLength(1)
  })
})

describe('orders of the operator', () => {
  it('stops further calls while the run is paused, before the model is called', async () => {
    const model = vi.fn(() => 'fine')
    const safe = guardian(base())(model)
    server.runStatus = 'paused'
    await safe()
    await expect(safe()).rejects.toThrow(RunPausedError)
    expect(model).toHaveBeenCalledTimes(1)
  })

  it('asks again after a second, and goes on once the run is resumed', async () => {
    const clock = vi.spyOn(Date, 'now')
    const safe = guardian(base())(say('fine'))
    server.runStatus = 'paused'
    await safe()
    server.runStatus = 'active'
    await expect(safe()).rejects.toThrow(RunPausedError)
    const later = Date.now() + 1500
    clock.mockImplementation(() => later)
    expect(await safe()).toBe('fine')
    clock.mockRestore()
  })

  it('hears that the key is halted [R4]: the call fails, the next one is not made', async () => {
    const model = vi.fn(() => 'flatline')
    server.intercept = () => problemReply(403, 'key_halted')
    const safe = guardian(base())(model)
    await expect(safe()).rejects.toThrow(KeyHaltedError)
    await expect(safe()).rejects.toThrow(KeyHaltedError)
    expect(model).toHaveBeenCalledTimes(1)
    expect(said).toHaveLength(1)
  })

  it('stays halted while a heartbeat says misaligned, and is released by active', async () => {
    const clock = vi.spyOn(Date, 'now')
    server.intercept = () => problemReply(403, 'key_halted')
    const safe = guardian(base())(say('fine'))
    await expect(safe()).rejects.toThrow(KeyHaltedError)
    server.intercept = () => null
    server.runStatus = 'misaligned'
    let later = Date.now() + 1500
    clock.mockImplementation(() => later)
    await expect(safe()).rejects.toThrow(KeyHaltedError)
    server.runStatus = 'active'
    later += 1500
    expect(await safe()).toBe('fine')
    clock.mockRestore()
  })

  it('does not stop a monitor', async () => {
    const g = guardian({ ...base(), mode: 'monitor' })
    server.runStatus = 'paused'
    for (let call = 0; call < 3; call++) {
      expect(g(say('fine'))()).toBe('fine')
      await g.flush()
    }
    expect(server.beats).toHaveLength(3)
  })
})

describe('a wrong key', () => {
  it('is an error, told once', async () => {
    server.intercept = () => problemReply(401, 'unauthenticated')
    const safe = guardian(base())(say('fine'))
    await expect(safe()).rejects.toThrow(AuthenticationError)
    await expect(safe()).rejects.toThrow(/cus_test_0123… \(401\)/)
    expect(said).toEqual([expect.stringContaining('does not accept the API key')])
    expect(said.join()).not.toContain('0123456789')
  })

  it('never reaches the caller of a monitor; what waits is dropped and counted', async () => {
    server.intercept = () => problemReply(401, 'unauthenticated')
    const g = guardian({ ...base(), mode: 'monitor' })
    expect(g(say('fine'))()).toBe('fine')
    expect(await g.flush()).toEqual({ delivered: 0, pending: 0, dropped: 1, refused: 0 })
    expect(said.filter((text) => text.includes('does not accept the API key'))).toHaveLength(1)
    expect(said.filter((text) => text.includes('dropped'))).toHaveLength(1)
  })
})

describe('a server out of reach', () => {
  it('lets through by default, says so once, and delivers later, marked', async () => {
    let down = true
    server.intercept = () => (down ? { status: 503, body: {} } : null)
    const g = guardian(base())
    const safe = g(say('red'))
    expect(await safe()).toBe('red')
    expect(await safe()).toBe('red')
    expect(said.filter((text) => text.includes('let through unchecked'))).toHaveLength(1)
    down = false
    await g.flush()
    expect(server.beats.map((beat) => beat['enforcement'])).toEqual([
      { mode: 'edge', on_violation: 'raise', unavailable: 'allow' },
      { mode: 'edge', on_violation: 'raise', unavailable: 'allow' },
    ])
  })

  it('blocks where asked to', async () => {
    server.intercept = () => ({ status: 503, body: {} })
    const options = { ...base(), onUnavailable: 'block' } as const
    await expect(guardian(options)(say('fine'))()).rejects.toThrow(UnavailableError)
    await expect(guardian(options).evaluate('a', 'b')).rejects.toThrow(UnavailableError)
    const replaced = guardian({ ...options, onViolation: 'replace', fallback: 'later' })(say('fine'))
    expect(await replaced()).toBe('later')
  })

  it('waits no longer than verdictTimeoutMs, and records the beat once although it is sent twice [B4]', async () => {
    const { promise: slow, resolve: release } = Promise.withResolvers<null>()
    server.intercept = ({ path }) => (path === '/simulator/logs/' ? slow : null)
    const g = guardian({ ...base(), verdictTimeoutMs: 500 })
    expect(await g(say('fine'))()).toBe('fine')
    release(null)
    await g.flush()
    await vi.waitFor(() => expect(server.requests).toHaveLength(2), 10_000)
    expect(server.beats).toHaveLength(1)
  })

  it('does not ask for a while after three failures', async () => {
    server.intercept = ({ path }) => (path === '/simulator/logs/' ? { status: 503 } : null)
    const g = guardian(base())
    for (let call = 0; call < 6; call++) await g(say('fine'))()
    await g.flush()
    expect(server.requests.filter(({ path }) => path === '/simulator/logs/')).toHaveLength(3)
    expect(server.beats).toHaveLength(6)
  })

  it('stops waiting when the signal says so', async () => {
    server.intercept = () => new Promise(() => undefined)
    const controller = new AbortController()
    const call = guardian({ ...base(), signal: controller.signal })(say('fine'))()
    setTimeout(() => controller.abort(new Error('enough')), 20)
    await expect(call).rejects.toThrow('enough')
  })
})
