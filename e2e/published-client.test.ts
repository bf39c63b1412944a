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
function postAsClient(body: string, key = server.api_key): Promise<{ status: number; text: string }> {
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
  const sent = request(`${server.url}/simulator/logs/`, options, (answer) => {
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
    postAsClient('{"kind": "heartbeat", "confidence": 0.9971145274}', ` ${server.api_key} `),
    postAsClient(
      '{"kind": "response", "prompt": "Hi", "response": "Hello! How can I help?", "confidence": 1.0}',
    ),
  ])
  expect([heartbeat.status, response.status]).toEqual([201, 201])
  expect(JSON.parse(heartbeat.text)).toMatchObject({ ok: true, status: 'active' })
  const { run_id } = JSON.parse(heartbeat.text) as { run_id: string }
  expect(JSON.parse(response.text)).toMatchObject({ run_id, seq: 1, run_status: 'active', ended_at: null })
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
  expect(JSON.parse(answer.text)).toMatchObject({ confidence: null })
})

it('[N2] the probe that apps built on it make', async () => {
  const answer = await fetch(`${server.url}/simulator/ping/`, { redirect: 'error' })
  expect(await answer.json()).toEqual({ pong: true })
})
