import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentRun, exportRun } from './support/log.ts'
import { discard, startServer, type TestServer } from './support/server.ts'

/*
 * What the published Python client puts on the wire, byte for byte as it was watched: a fresh connection a
 * post, an ApiKey that may be padded, no reading of the reply, no retry.
 */

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 60_000)
afterAll(() => discard(server))

/** One post on a connection of its own, as the client's threads make them. */
function postAsClient(
  body: string,
  { key = server.api_key, path = '/simulator/logs/' } = {},
): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const headers = {
    'User-Agent': 'python-requests/2.32.3',
    'Accept-Encoding': 'gzip, deflate',
    Accept: '*/*',
    Connection: 'keep-alive',
    Authorization: `ApiKey ${key}`,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  }
  const options = { method: 'POST', headers, agent: new Agent() }
  const sent = request(`${server.url}${path}`, options, (answer) => {
    let text = ''
    answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

it('[B6] the first heartbeat and the first response of a fresh key land in one run', async () => {
  const [heartbeat, response] = await Promise.all([
    postAsClient('{"kind": "heartbeat", "confidence": 0.9971145274}', { key: ` ${server.api_key} ` }),
    postAsClient(
      '{"kind": "response", "prompt": "Hi", "response": "Hello! How can I help?", "confidence": 1.0}',
    ),
  ])
  expect([heartbeat.status, response.status]).toEqual([201, 201])
  expect(JSON.parse(heartbeat.text)).toMatchObject({ ok: true, status: 'active' })
  const { run_id } = JSON.parse(heartbeat.text) as { run_id: string }
  // What the first backend answered with, and what is new beside it.
  expect(JSON.parse(response.text)).toMatchObject({
    log_id: expect.any(String) as string,
    run_id,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    alignment_score: expect.any(Number) as number,
    color: 'green',
    flatline: false,
    violations: [],
    confidence: 1,
    run_status: 'active',
    ended_at: null,
    seq: 1,
  })
})

it('[B5] a heartbeat keeps the line moving and leaves no trace in log, score or HRV', async () => {
  const before = await currentRun(server)
  for (const confidence of [0.1, 0.9, 0.2]) {
    const answer = await postAsClient(JSON.stringify({ kind: 'heartbeat', confidence }))
    expect(JSON.parse(answer.text)).toEqual({ ok: true, run_id: before.id, status: before.status })
  }
  const { last_seq, stats } = await currentRun(server)
  expect([last_seq, stats.score_mean, stats.hrv]).toEqual([
    before.last_seq,
    before.stats.score_mean,
    before.stats.hrv,
  ])
})

it('[B2] a post without a kind is a response', async () => {
  const answer = await postAsClient('{"prompt": "Hi", "response": "Hello!"}')
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([201, { color: 'green' }])
})

it('[B1] no route redirects, with its slash or without: a redirect would turn a post into a get', async () => {
  const answer = await postAsClient('{"prompt": "Hi", "response": "Hello!"}', { path: '/simulator/logs' })
  expect(answer.status).toBe(201)
  for (const path of [
    'ping',
    'runs/current',
    `logs/${(JSON.parse(answer.text) as { run_id: string }).run_id}`,
  ]) {
    for (const slash of ['', '/']) {
      const init = { headers: server.keyAuth, redirect: 'error' } as const
      expect((await fetch(`${server.url}/simulator/${path}${slash}`, init)).status).toBe(200)
    }
  }
})

it('[B7] fifty posts on fifty connections, in any order, with heartbeats between, are all kept', async () => {
  const before = (await currentRun(server)).last_seq
  const prompts = Array.from({ length: 50 }, (_, i) => `Question ${i} about our opening hours`)
  const posts = prompts.flatMap((prompt, i) => [
    postAsClient(JSON.stringify({ kind: 'response', prompt, response: `Answer ${i}`, confidence: 1.0 })),
    ...(i % 10 === 0 ? [postAsClient('{"kind": "heartbeat", "confidence": 0.9}')] : []),
  ])
  const answers = await Promise.all(posts)
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201))
  const file = await exportRun(server, (await currentRun(server)).id)
  const kept = file.entries.slice(before).map((entry) => String(entry.type === 'beat' && entry.prompt))
  expect(kept.toSorted()).toEqual(prompts.toSorted())
  expect(file.entries.map((entry) => entry.seq)).toEqual(file.entries.map((_, i) => i + 1))
})

it.each(['NaN', 'Infinity'])('[B8] %s, as Python writes it, costs no beat', async (confidence) => {
  const answer = await postAsClient(
    `{"kind": "response", "prompt": "a", "response": "", "confidence": ${confidence}}`,
  )
  expect(answer.status).toBe(201)
  expect(JSON.parse(answer.text)).toMatchObject({
    confidence: null,
    warnings: [{ code: 'confidence_invalid' }],
  })
})

it.each([
  ['a model that answered nothing', '{"prompt": "a", "response": ""}', { prompt: 'a', response: '' }],
  [
    'lone surrogates [B9]',
    '{"prompt": "a\\ud83d", "response": "b"}',
    { prompt: 'a\ufffd', response: 'b', warnings: [expect.objectContaining({ code: 'text_malformed' })] },
  ],
  [
    'a Python repr, and no answer',
    `{"prompt": "{'messages': [{'role': 'user'}]}", "response": "None"}`,
    { prompt: `{'messages': [{'role': 'user'}]}`, response: 'None' },
  ],
  [
    'role lines',
    '{"prompt": "user: Hi\\nassistant: Hello", "response": "Fine."}',
    { prompt: 'user: Hi\nassistant: Hello', response: 'Fine.' },
  ],
])('odd, and recorded as it is: %s', async (_, body, kept) => {
  const answer = await postAsClient(body)
  expect(answer.status).toBe(201)
  const { run_id, seq } = JSON.parse(answer.text) as { run_id: string; seq: number }
  const file = await exportRun(server, run_id)
  expect(file.entries[seq - 1]).toMatchObject(kept)
})

it('[B10] five megabytes are evaluated beyond what is stored of them, head and tail, and marked', async () => {
  const key = `sk-proj-${'aB3dE5gH7j'.repeat(5)}`
  const filler = 'where is my order? '
  const response = `${filler.repeat(133_000)}${key} ${filler.repeat(133_000)}`
  const answer = await postAsClient(JSON.stringify({ prompt: 'a', response }))
  const receipt = JSON.parse(answer.text) as { run_id: string; seq: number; violations: string[] }
  expect([answer.status, receipt.violations]).toEqual([201, ['Secret in the response']])
  const entry = (await exportRun(server, receipt.run_id)).entries[receipt.seq - 1]
  expect(entry).toMatchObject({
    truncated: { response: { bytes: expect.any(Number) as number } },
    warnings: [{ code: 'text_truncated', field: 'response' }],
  })
  expect(JSON.stringify(entry)).not.toContain(key)
})

it.each([
  ['{"response": "a"', 400, 'invalid_json', undefined],
  ['{"response": 7}', 400, 'invalid_body', 'response'],
  ['{"kind": "pulse", "response": "a"}', 400, 'invalid_body', 'kind'],
  ['{"kind": "response"}', 400, 'invalid_body', 'response'],
  [JSON.stringify({ response: 'x'.repeat(16 * 1024 * 1024) }), 413, 'body_too_large', undefined],
])('[B11] refused, and nothing recorded: %#', async (body, status, code, field) => {
  const before = (await currentRun(server)).last_seq
  const answer = await postAsClient(body)
  const problem = JSON.parse(answer.text) as { code: string; errors?: { field: string }[] }
  expect([answer.status, problem.code, problem.errors?.[0]?.field]).toEqual([status, code, field])
  expect((await currentRun(server)).last_seq).toBe(before)
})

it('[N2] the probe that apps built on it make', async () => {
  const answer = await fetch(`${server.url}/simulator/ping/`, { redirect: 'error' })
  expect(await answer.json()).toEqual({ pong: true })
})
