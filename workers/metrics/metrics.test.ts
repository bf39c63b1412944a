import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { runSession } from '../runs/run-session-stub.ts'
import { call, postBeat, readProblem } from '../testing/call.ts'
import { seedKey } from '../testing/seed.ts'
import { connect } from '../testing/socket.ts'
import { Counters } from '../../durable-objects/counters.ts'
import { families } from './families.ts'
import { openMetricsText } from './open-metrics.ts'
import { parseOpenMetrics } from './testing/parse-open-metrics.ts'
import { writeCounters } from '../../durable-objects/write-counters.ts'

const operator = { Authorization: `Bearer ${env.METRICS_TOKEN}` }

async function scrape(): Promise<Map<string, number>> {
  const answer = await call('GET', '/metrics', operator)
  expect(answer.headers.get('Content-Type')).toBe(
    'application/openmetrics-text; version=1.0.0; charset=utf-8',
  )
  return parseOpenMetrics(await answer.text())
}

describe('/metrics', () => {
  beforeEach(async () => {
    await env.DB.exec('DELETE FROM counters')
  })

  it('[M2] counts beats by colour, heartbeats, refusals by code, requests and open runs', async () => {
    const before = await scrape()
    const { auth } = await seedKey()
    await postBeat(auth, { prompt: 'What is the capital of France?', response: 'Paris.' })
    const repeated = await postBeat(auth, { id: 'bt_1', response: 'The key is AKIAIOSFODNN7EXAMPLE' })
    await call('POST', '/simulator/logs/', auth, { id: 'bt_1', response: 'again' })
    await call('POST', '/simulator/logs/', auth, { kind: 'heartbeat' })
    await call('POST', '/simulator/logs/batch/', auth, { beats: [{ response: 'Hello.' }, { nothing: 1 }] })
    await call('GET', '/simulator/runs/', {})
    const after = await scrape()
    const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    const colours = ['green', 'yellow', 'red'].map((color) => grown(`custos_beats_total{color="${color}"}`))
    expect(colours.reduce((sum, count) => sum + count)).toBe(3)
    expect(grown(`custos_beats_total{color="${repeated.color}"}`)).toBeGreaterThan(0)
    expect(grown('custos_heartbeats_total')).toBe(1)
    expect(grown('custos_refusals_total{code="unauthenticated"}')).toBe(1)
    expect(grown('custos_refusals_total{code="invalid_body"}')).toBe(1)
    expect(grown('custos_requests_total{status="2xx"}')).toBeGreaterThanOrEqual(6)
    const openRuns = [...after].filter(([name]) => name.startsWith('custos_open_runs{'))
    expect(openRuns.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(0)
  })

  it('[M2] counts writes to D1 and viewers, as the objects tell of them', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, { response: 'Hi' })
    const before = await scrape()
    const viewer = await connect(`${run_id}/`, auth)
    await viewer.until(() => viewer.frames.length > 0)
    await postBeat(auth, { response: 'Hi again' })
    await runSession(env, run_id).flush()
    const during = await scrape()
    const grown = (name: string) => (during.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(grown('custos_flushes_total{result="ok"}')).toBeGreaterThan(0)
    expect(grown('custos_viewers')).toBe(1)
    viewer.socket.close(1000)
    await viewer.closed
    await vi.waitFor(
      async () => expect((await scrape()).get('custos_viewers')).toBe(before.get('custos_viewers')),
      30_000,
    )
  })

  it('[M2] is for who shows the token alone', async () => {
    const { auth } = await seedKey()
    for (const headers of [{}, auth, { Authorization: 'Bearer wrong' }, { Authorization: 'Bearer ' }]) {
      expect((await readProblem(await call('GET', '/metrics', headers))).code).toBe('unauthenticated')
    }
  })

  it('[M2] is OpenMetrics whatever a label holds', () => {
    const counters = new Counters()
    counters.countUp('custos_refusals', { code: 'a"b\\c\nd' }, 3)
    const [key = ''] = counters.take(1e12)?.keys() ?? []
    const labels = key.slice(key.indexOf(' ') + 1)
    const text = openMetricsText([{ family: 'custos_refusals', labels, value: 3 }])
    expect([...parseOpenMetrics(text).values()]).toEqual([3])
    for (const family of Object.keys(families)) expect(text).toContain(`# TYPE ${family} `)
    expect(() => parseOpenMetrics(text.replace('# EOF\n', ''))).toThrow('EOF')
    expect(() => parseOpenMetrics(text.replace('_total{', '{'))).toThrow('custos_refusals')
    expect(() => parseOpenMetrics(text.replace('# EOF', 'custos_heartbeats_total 1\n# EOF'))).toThrow(
      'in one block',
    )
  })
})

function heartbeats(): Promise<unknown> {
  return env.DB.prepare(`SELECT sum(value) AS n FROM counters WHERE name = 'custos_heartbeats'`).first()
}

describe('counters', () => {
  it('[M2] are written every ten seconds at most, and add up over isolates', async () => {
    const [one, other] = [new Counters(), new Counters()]
    const t0 = Date.UTC(2026, 0, 1)
    one.countUp('custos_heartbeats')
    await writeCounters(env, t0, undefined, one)
    one.countUp('custos_heartbeats', {}, 2)
    await writeCounters(env, t0 + 9_999, undefined, one)
    other.countUp('custos_heartbeats', {}, 10)
    await writeCounters(env, t0, undefined, other)
    expect(await heartbeats()).toEqual({ n: 11 })
    await writeCounters(env, t0 + 10_000, undefined, one)
    expect(await heartbeats()).toEqual({ n: 13 })
  })

  it('[M2] are kept when they could not be written', async () => {
    const counters = new Counters()
    counters.countUp('custos_heartbeats', {}, 5)
    const broken = {
      DB: {
        prepare: () => {
          throw new Error('D1 is away')
        },
      } as unknown as D1Database,
    }
    await writeCounters(broken, 1e12, undefined, counters)
    expect(counters.take(2e12)).toEqual(new Map([['custos_heartbeats ', 5]]))
  })
})

describe('health', () => {
  it('[M1] says that the server lives, and that what it stands on answers', async () => {
    expect(await (await call('GET', '/healthz')).json()).toEqual({ ok: true })
    const ready = await call('GET', '/readyz')
    const schema = z.object({
      ok: z.literal(true),
      checks: z.object({ database: z.literal(true), objects: z.literal(true) }),
    })
    expect([ready.status, schema.safeParse(await ready.json()).success]).toEqual([200, true])
  })

  it('[M1] says so when the database does not answer', async () => {
    await env.DB.exec('ALTER TABLE organizations RENAME TO organizations_away')
    const answer = await call('GET', '/readyz')
    await env.DB.exec('ALTER TABLE organizations_away RENAME TO organizations')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ ok: false, checks: { database: false, objects: true } })
  })
})
