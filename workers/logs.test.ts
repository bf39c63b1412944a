import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { limits } from '../protocol/index.ts'
import { newSecret } from './auth/secrets.ts'
import { call, postBeat, readLog, readProblem, readRun } from './testing/call.ts'
import { seedKey, seedProject, seedUser } from './testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }

async function currentRun(auth: Record<string, string>) {
  return readRun(await call('GET', '/simulator/runs/current/', auth))
}

describe('a beat comes in', () => {
  it('[B3] is answered with the stored beat, and found in the log', async () => {
    const { auth, key } = await seedKey()
    const receipt = await postBeat(
      { Authorization: `ApiKey   ${key}  ` },
      { kind: 'response', ...benign, confidence: 0.92 },
    )
    expect(receipt).toMatchObject({
      seq: 1,
      color: 'green',
      flatline: false,
      violations: [],
      confidence: 0.92,
    })
    expect(receipt.log_id).toBe(receipt.id)
    expect(receipt.run_status).toBe('active')
    expect(receipt.ended_at).toBeNull()
    const [entry] = await readLog(auth, receipt.run_id)
    expect(entry).toMatchObject({ ...benign, id: receipt.id, hash: receipt.hash })
  })

  it('[B1] on routes with and without the slash, never by a redirect', async () => {
    const { auth } = await seedKey()
    for (const path of ['/simulator/logs', '/simulator/logs/']) {
      expect((await call('POST', path, auth, benign)).status).toBe(201)
    }
  })

  it('[B4] twice under one id, and is the same beat', async () => {
    const { auth } = await seedKey()
    const first = await postBeat(auth, { ...benign, id: 'once' })
    const again = await call('POST', '/simulator/logs/', auth, { ...benign, response: 'Lyon.', id: 'once' })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual({ ...first, duplicate: true })
    expect(await readLog(auth, first.run_id)).toHaveLength(1)
  })

  it('[B5] a heartbeat keeps the run alive and leaves no entry', async () => {
    const { auth } = await seedKey()
    const answer = await call('POST', '/simulator/logs/', auth, {
      kind: 'heartbeat',
      confidence: 0.9971145274,
    })
    expect(answer.status).toBe(201)
    const run = await currentRun(auth)
    expect(await answer.json()).toEqual({ ok: true, run_id: run.id, status: 'active' })
    expect(run.last_seq).toBe(0)
    expect(run.stats.score_mean).toBeNull()
  })

  it('[B6] the first heartbeat and the first response of a fresh key share one run', async () => {
    for (let trial = 0; trial < 6; trial++) {
      const { auth } = await seedKey()
      const [heartbeat, response] = await Promise.all([
        call('POST', '/simulator/logs/', auth, { kind: 'heartbeat', confidence: 1 }),
        call('POST', '/simulator/logs/', auth, { kind: 'response', ...benign }),
      ])
      expect([heartbeat.status, response.status]).toEqual([201, 201])
      const runIds = [await heartbeat.json(), await response.json()].map(
        (body) => (body as { run_id: string }).run_id,
      )
      expect(new Set(runIds).size).toBe(1)
    }
  })

  it('[B7] fifty posts at once are all kept, numbered without gaps', async () => {
    const { auth } = await seedKey()
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        postBeat(auth, { prompt: `Question ${i}`, response: `Answer ${i}` }),
      ),
    )
    const seqs = receipts.map((receipt) => receipt.seq).toSorted((a, b) => a - b)
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    const log = await readLog(auth, receipts[0]?.run_id ?? '')
    expect(log.map((entry) => entry.seq)).toEqual(seqs)
    const times = log.map((entry) => entry.timestamp)
    expect(times).toEqual(times.toSorted())
  })

  it('[B12] a batch is answered item by item, and a bad item spoils no other', async () => {
    const { auth } = await seedKey()
    const beats = [
      benign,
      { response: 7 },
      { kind: 'heartbeat' },
      { ...benign, id: 'b' },
      { ...benign, id: 'b' },
    ]
    const answer = await call('POST', '/simulator/logs/batch/', auth, { beats })
    expect(answer.status).toBe(200)
    const { results } = await answer.json<{ results: { status: number; problem?: { errors: unknown } }[] }>()
    expect(results.map((result) => result.status)).toEqual([201, 400, 201, 201, 200])
    expect(results[1]?.problem?.errors).toMatchObject([{ field: 'response' }])
  })

  it('[B13] secrets and personal data are stored redacted, in meta too, and spans index the stored text', async () => {
    const { auth } = await seedKey()
    const receipt = await postBeat(auth, {
      prompt: 'What card is on file?',
      response: 'Your card is 4539 1488 0343 6467, as you asked.',
      meta: { note: { card: 'card number 4539 1488 0343 6467' } },
    })
    const [entry] = await readLog(auth, receipt.run_id)
    expect(JSON.stringify(entry)).not.toContain('0343')
    expect(entry).toMatchObject({
      type: 'beat',
      response: expect.stringContaining('Your card is [card') as string,
    })
    if (entry?.type !== 'beat') throw new Error('not a beat')
    const pii = entry.findings.find((finding) => finding.task === 'pii')
    const [span] = pii?.spans ?? []
    expect(entry.response?.slice(span?.start, span?.end)).toMatch(/^\[card/)
    const row = await env.DB.prepare('SELECT header, content FROM entries WHERE run_id = ?')
      .bind(receipt.run_id)
      .first()
    expect(JSON.stringify(row)).not.toContain('0343')
  })

  it('[B15] what the client reports stands when it is worse', async () => {
    const { auth } = await seedKey()
    const body = { ...benign, status: 'red', violations: ['policy-name-1'], flatline: true }
    const receipt = await postBeat(auth, body)
    expect(receipt).toMatchObject({ color: 'red', flatline: true, run_status: 'misaligned' })
    expect(receipt.violations).toContain('policy-name-1')
    const [entry] = await readLog(auth, receipt.run_id)
    expect(entry).toMatchObject({ reported: { color: 'red', violations: ['policy-name-1'], flatline: true } })
  })
})

describe('odd bodies', () => {
  it('an empty response is recorded and evaluated as empty', async () => {
    const { auth } = await seedKey()
    const receipt = await postBeat(auth, { prompt: 'Hello?', response: '' })
    const [entry] = await readLog(auth, receipt.run_id)
    expect(entry).toMatchObject({ response: '' })
  })

  it.each(['NaN', 'Infinity', '-Infinity', '7', '-0.5'])(
    '[B8] a confidence of %s is recorded as null, with a warning',
    async (confidence) => {
      const { auth } = await seedKey()
      const receipt = await postBeat(
        auth,
        `{"prompt": "a", "response": "NaN is not Infinity", "confidence": ${confidence}}`,
      )
      expect(receipt.confidence).toBeNull()
      expect(receipt.warnings).toMatchObject([{ code: 'confidence_invalid', field: 'confidence' }])
      const [entry] = await readLog(auth, receipt.run_id)
      expect(entry).toMatchObject({ response: 'NaN is not Infinity' })
    },
  )

  it('[B9] lone surrogates are recorded as U+FFFD, with a warning', async () => {
    const { auth } = await seedKey()
    const receipt = await postBeat(
      auth,
      String.raw`{"prompt": "half \ud83d pair", "response": "ok", "meta": {"k\udc00": "\ud800"}}`,
    )
    expect(receipt.warnings).toMatchObject([{ code: 'text_malformed' }])
    const [entry] = await readLog(auth, receipt.run_id)
    expect(entry).toMatchObject({ prompt: 'half \ufffd pair', meta: { 'k\ufffd': '\ufffd' } })
  })

  it('[B10] a 5 MB prompt is evaluated whole and stored cut', async () => {
    const { auth } = await seedKey()
    const prompt = 'A quiet line of text. '.repeat(5 * 50_000) + 'é'.repeat(1000)
    const receipt = await postBeat(auth, { prompt, response: 'ok' })
    expect(receipt.warnings).toMatchObject([{ code: 'text_truncated', field: 'prompt' }])
    const [entry] = await readLog(auth, receipt.run_id)
    if (entry?.type !== 'beat') throw new Error('not a beat')
    const bytes = new TextEncoder().encode(entry.prompt ?? '').length
    expect(bytes).toBeGreaterThan(limits.textBytes - 10)
    expect(bytes).toBeLessThanOrEqual(limits.textBytes)
    expect(entry.prompt).not.toContain('\ufffd')
    expect(entry.truncated?.prompt?.bytes).toBe(new TextEncoder().encode(prompt).length)
  })

  it('[B11] a body over the limit is 413, and nothing is recorded', async () => {
    const { auth } = await seedKey()
    const answer = await call('POST', '/simulator/logs/', auth, {
      prompt: 'x'.repeat(limits.bodyBytes),
      response: '',
    })
    expect(answer.status).toBe(413)
    expect(await readProblem(answer)).toMatchObject({ code: 'body_too_large' })
    expect((await call('GET', '/simulator/runs/current/', auth)).status).toBe(404)
  })

  it.each([
    ["[{'role': 'user', 'content': 'hi'}]", 'None'],
    ['user: hi\nassistant: hello\nuser: bye', ''],
  ])('Python reprs and role lines are recorded as they are', async (prompt, response) => {
    const { auth } = await seedKey()
    const receipt = await postBeat(auth, { kind: 'response', prompt, response, confidence: 1.0 })
    expect(await readLog(auth, receipt.run_id)).toMatchObject([{ prompt, response }])
  })

  it.each([
    ['{"prompt": "a", "response": ', 'invalid_json', undefined],
    ['', 'invalid_json', undefined],
    ['[]', 'invalid_body', '(body)'],
    ['"text"', 'invalid_body', '(body)'],
    ['{"prompt": 5, "response": "a"}', 'invalid_body', 'prompt'],
    ['{"response": ["a"]}', 'invalid_body', 'response'],
    ['{"kind": "pulse", "response": "a"}', 'invalid_body', 'kind'],
    ['{"response": "a", "confidence": "high"}', 'invalid_body', 'confidence'],
    ['{"response": "a", "id": "no spaces allowed"}', 'invalid_body', 'id'],
    ['{"response": "a", "status": "blue"}', 'invalid_body', 'status'],
    [`{"response": "a", "meta": ${'{"a":'.repeat(9)}1${'}'.repeat(9)}}`, 'invalid_body', 'meta'],
    [`{"response": "a", "meta": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'invalid_body', 'meta'],
    [`{"response": "a", "meta": {"a": "${'x'.repeat(17_000)}"}}`, 'invalid_body', 'meta'],
    ['{"kind": "response"}', 'invalid_body', 'response'],
  ])('[B11] %.60s is refused, naming the field, and changes nothing', async (body, code, field) => {
    const { auth } = await seedKey()
    const answer = await call('POST', '/simulator/logs/', auth, body)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    const problem = await readProblem(answer)
    expect(problem.code).toBe(code)
    expect(problem.errors?.[0]?.field).toBe(field)
    expect((await call('GET', '/simulator/runs/current/', auth)).status).toBe(404)
  })

  it('[B2] unknown fields are ignored and named; __proto__ stays data', async () => {
    const { auth } = await seedKey()
    const receipt = await postBeat(
      auth,
      '{"response": "a", "colour": "red", "meta": {"__proto__": {"admin": true}}}',
    )
    expect(receipt.warnings).toMatchObject([{ code: 'field_unknown', field: 'colour' }])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('[B9] [B13] names of unknown fields are cut to well-formed text without a secret, or a part of one', async () => {
    const { auth } = await seedKey()
    const longest = `${'a'.repeat(63)}\u{1F600}`
    const secret = `${'x '.repeat(15)}${newSecret('cus_live_')}`
    const { warnings } = await postBeat(auth, { ...benign, [longest]: 1, [secret]: 1 })
    expect(warnings.map(({ field }) => field)).toEqual([
      `${'a'.repeat(63)}\uFFFD`,
      expect.stringMatching(/^(?:x ){15}\[/),
    ])
  })
})

describe('attacks that were tried', () => {
  it('[G1] a batch of long Chinese texts reaches the log', async () => {
    const { auth } = await seedKey()
    const text = '好'.repeat(43_600)
    const beats = Array.from({ length: 12 }, () => ({ prompt: text, response: text }))
    expect((await call('POST', '/simulator/logs/batch/', auth, { beats })).status).toBe(200)
    const { id } = await currentRun(auth)
    expect(await readLog(auth, id, 'kinds=all')).toHaveLength(12)
  })

  it('[G1] texts of control characters and quotes, with all else at its limit, reach the log', async () => {
    const { auth } = await seedKey()
    const beat = {
      prompt: '\u0001'.repeat(140_000),
      response: '"\\'.repeat(80_000),
      meta: { a: '\u0002'.repeat(2500) },
      violations: Array.from({ length: 100 }, (_, i) => `${i}${'\u0003'.repeat(490)}`),
    }
    const { run_id } = await postBeat(auth, beat)
    expect(await readLog(auth, run_id)).toHaveLength(1)
  })

  it('[B15] a report of thousands of redactions is refused, naming the field and none of its keys', async () => {
    const { auth } = await seedKey()
    const redactions = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`kind_${i}`, 1]))
    const many = await call('POST', '/simulator/logs/', auth, { response: 'x', reported: { redactions } })
    expect(many.status).toBe(400)
    const secret = { response: 'x', reported: { redactions: { AKIA2E0A8F3B244C9986: 1 } } }
    const answer = await call('POST', '/simulator/logs/', auth, secret)
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toContain('AKIA')
  })

  it('[B13] names that a client chooses are redacted, or refused where they can’t be', async () => {
    const { auth } = await seedKey()
    const person = 'ann.lee@firma.de'
    const run = await readRun(
      await call('POST', '/simulator/runs/', auth, {
        name: `of ${person}`,
        labels: ['card 4539148803436467'],
      }),
    )
    expect(JSON.stringify(run)).not.toMatch(/ann\.lee|4539148803436467/)
    const receipt = await postBeat(auth, { response: 'x', [person]: 1 })
    expect(JSON.stringify(receipt)).not.toContain('ann.lee')
    const id = 'ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5'
    const refused = await call('POST', '/simulator/logs/', auth, { response: 'x', id })
    expect(refused.status).toBe(400)
    expect(await refused.text()).not.toContain(id)
  })

  it('[B8] NaN in meta becomes null', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, '{"response": "x", "meta": {"loss": NaN, "big": [1e999, 2]}}')
    expect(await readLog(auth, run_id)).toMatchObject([{ meta: { loss: null, big: [null, 2] } }])
  })

  it('[E2] a client’s time beyond the years of ISO 8601 is left out', async () => {
    const { auth } = await seedKey()
    for (const client_timestamp of ['9999-12-31T23:59:59-14:00', '0000-01-01T00:00:00+10:00']) {
      expect(await postBeat(auth, { response: 'x', client_timestamp })).toMatchObject({
        client_timestamp: null,
      })
    }
  })
})

describe('who may write', () => {
  it.each([
    [{}, 'no credential'],
    [{ Authorization: 'ApiKey cus_live_wrong' }, 'an unknown key'],
    [{ Authorization: 'ApiKey ' }, 'an empty key'],
    [{ Authorization: 'Basic dXNlcjpwYXNz' }, 'another scheme'],
    [{ Cookie: '__Host-custos_session=cus_session_nope' }, 'an unknown session'],
  ])('[A2] %s: 401 with WWW-Authenticate (%s)', async (headers: Record<string, string>, _name: string) => {
    const answer = await call(
      'POST',
      '/simulator/logs/',
      { Origin: 'https://custos.test', ...headers },
      benign,
    )
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toContain('ApiKey')
    expect(await readProblem(answer)).toMatchObject({ code: 'unauthenticated', instance: '/simulator/logs/' })
  })

  it('[A2] an expired key is unknown; a key without the scope is forbidden', async () => {
    const expired = await seedKey({ expiresAt: Date.now() - 1 })
    expect((await call('POST', '/simulator/logs/', expired.auth, benign)).status).toBe(401)
    const reader = await seedKey({ scopes: ['read'] })
    expect((await call('POST', '/simulator/logs/', reader.auth, benign)).status).toBe(403)
  })

  it("[A2] another organisation's run is as missing as one that never was", async () => {
    const mine = await seedKey()
    const theirs = await seedKey()
    const { run_id } = await postBeat(theirs.auth, benign)
    const user = await seedUser(mine.organizationId)
    for (const id of [run_id, 'run_never']) {
      for (const auth of [mine.auth, user.auth]) {
        for (const path of [`/simulator/logs/${id}/`, `/simulator/runs/${id}/`, `/simulator/export/${id}/`]) {
          expect((await call('GET', path, auth)).status).toBe(404)
        }
      }
      expect((await call('POST', `/simulator/runs/${id}/pause/`, user.auth)).status).toBe(404)
      expect((await call('POST', '/simulator/logs/', mine.auth, { ...benign, run_id: id })).status).toBe(404)
    }
  })

  it('[A3] a key sees the runs of its project only with the scope `project`, and orders none', async () => {
    const project = await seedProject()
    const writer = await seedKey({ project })
    const { run_id } = await postBeat(writer.auth, benign)
    const other = await seedKey({ project })
    const wide = await seedKey({ project, scopes: ['read', 'project'] })
    expect((await call('GET', `/simulator/logs/${run_id}/`, other.auth)).status).toBe(404)
    expect((await call('GET', `/simulator/logs/${run_id}/`, wide.auth)).status).toBe(200)
    expect((await call('GET', `/simulator/export/${run_id}/`, wide.auth)).status).toBe(403)
    expect((await call('POST', `/simulator/runs/${run_id}/end/`, writer.auth)).status).toBe(403)
  })

  it('[A4] a session writes from its own origin only', async () => {
    const { organizationId } = await seedKey()
    const { token } = await seedUser(organizationId)
    const headers = { Cookie: `__Host-custos_session=${token}` }
    expect((await call('POST', '/simulator/runs/', headers, {})).status).toBe(403)
    expect(
      (await call('POST', '/simulator/runs/', { ...headers, Origin: 'https://evil.example' }, {})).status,
    ).toBe(403)
    expect(
      (await call('POST', '/simulator/runs/', { ...headers, Origin: 'https://custos.test' }, {})).status,
    ).toBe(201)
    const quiet = { ...headers, 'Sec-Fetch-Site': 'same-origin' }
    expect((await call('POST', '/simulator/runs/', quiet, {})).status).toBe(201)
    const lying = { ...quiet, Origin: 'null' }
    expect((await call('POST', '/simulator/runs/', lying, {})).status).toBe(403)
  })
})

describe('what every answer has', () => {
  it('[N2] ping and health need no credential', async () => {
    expect(await (await call('GET', '/simulator/ping/')).json()).toEqual({ pong: true })
    expect(await (await call('GET', '/healthz')).json()).toEqual({ ok: true })
  })

  it('a deployed server has no local door', async () => {
    const answer = await call('POST', '/local/session', { Origin: 'https://custos.test' }, { secret: 'x' })
    expect(answer.status).toBe(404)
  })

  it('[P2] a request id, in the header and in the problem', async () => {
    const answer = await call('GET', '/simulator/runs/')
    const id = answer.headers.get('X-Request-Id')
    expect(id).toMatch(/^req_/)
    expect((await readProblem(answer)).request_id).toBe(id)
  })
})
