import { createExecutionContext, env, SELF, waitOnExecutionContext } from 'cloudflare:test'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createApp } from '../app.ts'
import type { Env } from '../env.ts'
import { call, postBeat, readProblem } from '../testing/call.ts'
import { seedKey, seedUser } from '../testing/seed.ts'

const origin = 'https://custos.test'
const app = createApp()

/** One request to a server that is set up in another way. */
async function callWith(settings: Partial<Env>, path: string, init?: RequestInit): Promise<Response> {
  const ctx = createExecutionContext()
  const answer = await app.fetch(new Request(`${origin}${path}`, init), { ...env, ...settings }, ctx)
  await waitOnExecutionContext(ctx)
  return answer
}

describe('what is kept', () => {
  it.each(['/account/', '/incidents/', '/simulator/runs/', '/nowhere/'])(
    '[N5] nobody keeps %s',
    async (path) => {
      for (const headers of [{}, { Authorization: 'Token cus_user_none' }]) {
        expect((await call('GET', path, headers)).headers.get('Cache-Control')).toBe('no-store')
      }
    },
  )

  it('[M3] what is the same for all may be kept', async () => {
    expect((await call('GET', '/openapi.json')).headers.get('Cache-Control')).toContain('public')
  })
})

describe('a body of the wrong shape', () => {
  it('[B11] of a beat is told what is not known, and what is missing', async () => {
    const { auth } = await seedKey()
    const answer = await call('POST', '/simulator/logs/', auth, { promt: 1 })
    expect([answer.status, await readProblem(answer)]).toMatchObject([
      400,
      {
        detail:
          'response: a response beat needs a response or a prompt (it may be empty); promt: is not a field of a beat',
        errors: [{ field: 'response' }, { field: 'promt', message: 'is not a field of a beat' }],
      },
    ])
  })

  it('[P1] names each field that is not known before those that are missing', async () => {
    const answer = await call('POST', '/auth/resend/', {}, { emial: 'ada@example.com' })
    expect((await readProblem(answer)).errors).toEqual([
      { field: 'emial', message: 'is not known here' },
      { field: 'email', message: 'is missing' },
    ])
  })

  it.each([`cus_live_${'a'.repeat(43)}`, `AKIA${'Q7'.repeat(8)}`, 'd41d8cd98f00b204e9800998ecf8427e'])(
    '[P2] repeats no name that could be a credential, as %s could',
    async (secret) => {
      for (const body of [{ [secret]: 1 }, { email: 'ada@example.com', [secret]: { [secret]: 1 } }]) {
        const text = await (await call('POST', '/auth/resend/', {}, body)).text()
        expect(text).toContain('has a field that is not known here')
        expect(text).not.toContain(secret)
      }
    },
  )
})

describe('methods', () => {
  it.each([
    ['DELETE', '/simulator/logs/', 'OPTIONS, POST'],
    ['GET', '/simulator/logs/', 'OPTIONS, POST'],
    ['PUT', '/simulator/logs/batch', 'GET, HEAD, OPTIONS, POST'],
    ['PUT', '/simulator/runs', 'GET, HEAD, OPTIONS, POST'],
    ['GET', '/simulator/runs/run_a/pause/', 'OPTIONS, POST'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
  ])('[N5] answers %s %s with 405 and what it takes', async (method, path, allow) => {
    const answer = await call(method, path)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allow])
    expect((await readProblem(answer)).code).toBe('method_not_allowed')
  })

  it('[N5] answers 404 where there is nothing, and the page where a person may go', async () => {
    expect((await call('POST', '/nowhere/')).status).toBe(404)
    expect((await call('POST', '/simulator/runs/run_a/dance/')).status).toBe(404)
    const browser = { headers: { Accept: 'text/html,*/*;q=0.8' } }
    expect(await (await SELF.fetch(`${origin}/settings/account`, browser)).text()).toBe('page')
    expect(await (await call('GET', '/')).text()).toBe('page')
  })

  it.each(['/api/v1/nowhere', '/simulator/runs/run_a/nowhere/', '/settings/account'])(
    '[N5] does not answer a program that asks for %s with the page',
    async (path) => {
      const answer = await SELF.fetch(`${origin}${path}`, { headers: { Accept: '*/*' } })
      expect([answer.status, answer.headers.get('Vary')]).toEqual([404, 'Accept'])
      expect((await readProblem(answer)).code).toBe('not_found')
    },
  )

  it('[N5] answers HEAD as GET without a body, and OPTIONS with what there is', async () => {
    const head = await call('HEAD', '/healthz')
    expect([head.status, await head.text()]).toEqual([200, ''])
    const options = await call('OPTIONS', '/simulator/runs/run_a/ticket/')
    expect([options.status, options.headers.get('Allow')]).toEqual([204, 'OPTIONS, POST'])
    expect(options.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

/** A key that pages of these origins may use. */
async function allowing(...origins: string[]) {
  const key = await seedKey()
  await env.DB.prepare('UPDATE api_keys SET allowed_origins = ? WHERE id = ?')
    .bind(JSON.stringify(origins), key.id)
    .run()
  return key
}

describe('CORS', () => {
  const page = 'https://chat.example.com'

  it.each(['/simulator/logs/', '/simulator/logs/batch/', '/simulator/ping/', '/api/v1/evaluate/'])(
    '[N6] grants the preflight of %s to all, without credentials',
    async (path) => {
      const answer = await call('OPTIONS', path, { Origin: page, 'Access-Control-Request-Method': 'POST' })
      expect(answer.status).toBe(204)
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(answer.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    },
  )

  it('[N6] takes a beat from a page that the key allows, and lets it read the answer', async () => {
    const { auth } = await allowing(page)
    const answer = await call('POST', '/simulator/logs/', { ...auth, Origin: page }, { response: 'Hi' })
    expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([201, page])
    expect(answer.headers.get('Vary')).toContain('Origin')
  })

  it.each([['https://evil.example'], ['https://chat.example.com.evil.example'], ['null']])(
    '[N6] refuses one from %s before it is recorded',
    async (from) => {
      const { auth } = await allowing(page)
      const answer = await call('POST', '/simulator/logs/', { ...auth, Origin: from }, { response: 'Hi' })
      expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([403, null])
      expect((await postBeat(auth, { response: 'Hi' })).seq).toBe(1)
    },
  )

  it('[N6] takes no person at the word of a page elsewhere, and opens no other route to one', async () => {
    const { organizationId, auth } = await allowing(page)
    const person = await seedUser(organizationId)
    const beat = await call('POST', '/simulator/logs/', { ...person.auth, Origin: page }, { response: 'Hi' })
    expect(beat.status).toBe(403)
    const runs = await call('GET', '/simulator/runs/', { ...auth, Origin: page })
    expect(runs.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('settings', () => {
  it.each([
    [{ AUTH_SECRET: '' }, 'AUTH_SECRET is too weak'],
    [{ AUTH_SECRET: 'hunter2' }, 'AUTH_SECRET is too weak'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is no address'],
    [{ SIGN_UP: 'hunter2' }, 'SIGN_UP is none of'],
    [{ METRICS_TOKEN: 'hunter2' }, 'METRICS_TOKEN is too weak'],
    [{ EXPORT_SIGNING_KEY: '{"d":"hunter2"}' }, 'EXPORT_SIGNING_KEY is no private'],
    [{ NEW_RUN_LOGS: 'hunter2' }, 'NEW_RUN_LOGS is no list'],
  ])(
    '[N8] answers everything with what to set for %o, and not with what it was',
    async (settings, sentence) => {
      const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      for (const path of ['/healthz', '/simulator/runs/', '/']) {
        const answer = await callWith(settings, path)
        const problem = await readProblem(answer)
        expect([answer.status, problem.code]).toEqual([500, 'misconfigured'])
        expect(problem.detail).toContain(sentence)
        expect(JSON.stringify(problem)).not.toContain('hunter2')
      }
      expect(told).toHaveBeenCalledWith(expect.stringContaining(sentence))
      expect(JSON.stringify(told.mock.calls)).not.toContain('hunter2')
    },
  )
})

describe('the request log', () => {
  afterEach(() => vi.restoreAllMocks())

  const lineSchema = z.strictObject({
    event: z.literal('request'),
    method: z.string(),
    route: z.string(),
    status: z.int(),
    ms: z.number(),
    request_id: z.string(),
    actor: z.string().nullable(),
  })

  async function lines(which: string, path: string, init?: RequestInit) {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const answer = await callWith({ LOG_REQUESTS: which }, path, init)
    await answer.text()
    return log.mock.calls.map(([line]) => lineSchema.parse(JSON.parse(String(line))))
  }

  it('[M4] writes one line a request: the route, not the path; no query, header or body', async () => {
    const { auth, id, key } = await seedKey()
    const path = `/simulator/runs/run_secret-id/?token=${key}&x=%0A%22injected%22`
    const written = await lines('all', path, {
      headers: { ...auth, 'User-Agent': '"}{"event":"forged"', 'X-Request-Id': 'forged' },
    })
    expect(written).toHaveLength(1)
    expect(written[0]).toMatchObject({
      method: 'GET',
      route: '/simulator/runs/:run_id',
      status: 404,
      actor: id,
    })
    expect(written[0]?.request_id).toMatch(/^req_[0-9a-f]{32}$/)
    expect(JSON.stringify(written)).not.toMatch(/secret-id|forged|injected|cus_/)
  })

  it('[M4] leaves out what was taken, all but errors, or all', async () => {
    const { auth } = await seedKey()
    const beat = { method: 'POST', headers: auth, body: '{"response":"Hi"}' }
    const bad = { ...beat, body: '{' }
    expect(await lines('all', '/simulator/logs/', beat)).toHaveLength(1)
    vi.restoreAllMocks()
    expect(await lines('most', '/simulator/logs/', beat)).toHaveLength(0)
    expect(await lines('most', '/simulator/logs/', bad)).toHaveLength(1)
    vi.restoreAllMocks()
    expect(await lines('errors', '/healthz')).toHaveLength(0)
    expect(await lines('none', '/simulator/logs/', bad)).toHaveLength(0)
  })
})

describe('hostile requests', () => {
  const deep = 100_000
  const nested = [
    ['arrays', `${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['objects', `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`],
  ] as const

  describe.each(nested)('[N7] %s nested a hundred thousand deep', (_, text) => {
    it.each([
      ['as a beat', '/simulator/logs/', text],
      ['in its meta', '/simulator/logs/', `{"response":"Hi","meta":${text}}`],
      ['in what was reported', '/simulator/logs/', `{"response":"Hi","reported":{"redactions":${text}}}`],
      ['in a batch', '/simulator/logs/batch/', `{"beats":[{"response":"Hi","meta":${text}}]}`],
      ['in an unknown field of a run', '/simulator/runs/', `{"name":${text}}`],
      ['to be judged', '/api/v1/evaluate/', `{"response":"Hi","violations":${text}}`],
    ])('are refused %s', async (_where, path, body) => {
      const { auth } = await seedKey()
      const answer = await call('POST', path, auth, body)
      const whole = await answer.text()
      expect([200, 400]).toContain(answer.status)
      expect(whole).toMatch(/invalid_(body|json)/)
    })
  })

  it('[N7] takes __proto__ and constructor for data, and changes nothing by them', async () => {
    const { auth } = await seedKey()
    const body = `{"response":"Hi","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
      "meta":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"note":"\\ud800"}}`
    const answer = await call('POST', '/simulator/logs/', auth, body)
    expect(answer.status).toBe(201)
    const clean: Record<string, unknown> = {}
    expect(clean['polluted']).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it.each(['a\u{0}b', '\u{2028}', 'x'.repeat(65), '../../etc', 'a b', '%0d%0aSet-Cookie: x=1'])(
    'answers the odd id %j like any other that is not there, and puts none of it in a header',
    async (id) => {
      const { auth } = await seedKey()
      const answer = await call('GET', `/simulator/runs/${encodeURIComponent(id)}/`, auth)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(JSON.stringify([...answer.headers])).not.toContain('Set-Cookie')
    },
  )

  it('[B11] refuses a body that says it is too large, before it is read, and one that does not say', async () => {
    const { auth } = await seedKey()
    const large = 'x'.repeat(16 * 1024 * 1024 + 1)
    const said = await call('POST', '/simulator/logs/', auth, large)
    expect(said.status).toBe(413)
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writing = new Blob([large])
      .stream()
      .pipeTo(writable)
      .catch(() => undefined)
    const streamed = await SELF.fetch(`${origin}/simulator/logs/`, {
      method: 'POST',
      headers: auth,
      body: readable,
    })
    expect(streamed.status).toBe(413)
    await streamed.text()
    await writing
  })
})
