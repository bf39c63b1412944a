import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import {
  incidentCountsSchema,
  incidentSchema,
  type Incident,
  type IncidentCounts,
} from '../protocol/index.ts'
import * as z from 'zod'
import { call, postBeat, readLog, readProblem } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
const bad = { prompt: 'Which way?', response: 'please bypass safety' }
const pageSchema = z.object({ data: z.array(incidentSchema), next_cursor: z.string().nullable() })

/** A run with two good beats and two bad ones (`seq` 2 and 4), all of them in D1. */
async function seedIncidents() {
  const key = await seedKey()
  const user = await seedUser(key.organizationId, 'analyst')
  let runId = ''
  for (const beat of [benign, bad, benign, { ...bad, status: 'red', flatline: true }]) {
    runId = (await postBeat(key.auth, beat)).run_id
  }
  await env.RUNS.get(env.RUNS.idFromName(runId)).flush()
  const list = async (query = '', auth = user.auth): Promise<Incident[]> => {
    const answer = await call('GET', `/incidents/?${query}`, auth)
    return pageSchema.parse(await answer.json()).data
  }
  const change = (body: unknown, seq = 2, auth: Record<string, string> = user.auth) =>
    call('PATCH', `/incidents/${runId}/${seq}/`, auth, body)
  return { key, user, runId, list, change }
}

describe('incidents', () => {
  it('[T1] are the beats with violations, newest first, page by page', async () => {
    const { runId, list, user, key } = await seedIncidents()
    const all = await list()
    expect(all.map(({ run_id, seq, state }) => [run_id, seq, state])).toEqual([
      [runId, 4, 'open'],
      [runId, 2, 'open'],
    ])
    expect(all[0]).toMatchObject({ flatline: true, project_id: key.projectId, owner: null, labels: [] })
    expect(all[1]?.rules.length).toBeGreaterThan(0)
    expect(all[1]?.violations.length).toBeGreaterThan(0)
    const first = pageSchema.parse(await (await call('GET', '/incidents/?limit=1', user.auth)).json())
    const rest = pageSchema.parse(
      await (await call('GET', `/incidents/?limit=1&cursor=${first.next_cursor}`, user.auth)).json(),
    )
    expect([...first.data, ...rest.data]).toEqual(all)
    expect(rest.next_cursor).toBeNull()
  })

  it('[T1] are narrowed and counted by state, rule and project', async () => {
    const { list, change, user, key } = await seedIncidents()
    await change({ state: 'fixed' })
    expect((await list('state=open')).map(({ seq }) => seq)).toEqual([4])
    const rule = (await list())[1]?.rules[0] ?? ''
    expect((await list(`rule=${rule}`)).map(({ seq }) => seq)).toEqual([4, 2])
    expect(await list('rule=none.such')).toEqual([])
    expect(await list('start=2100-01-01T00:00:00Z')).toEqual([])
    const counts = async (query: string): Promise<IncidentCounts> =>
      incidentCountsSchema.parse(await (await call('GET', `/incidents/counts/?${query}`, user.auth)).json())
    expect(await counts('')).toMatchObject({
      by_state: { open: 1, reviewed: 0, false_alarm: 0, fixed: 1 },
      by_project: [{ project_id: key.projectId, count: 2 }],
    })
    const open = await counts('state=open')
    expect(open.by_state.fixed).toBe(1)
    expect(open.by_rule.find((row) => row.rule === rule)?.count).toBe(1)
  })

  it('[T3] keep what people made of them, and the log has it too', async () => {
    const { runId, user, key, change, list } = await seedIncidents()
    const answer = await change({
      state: 'reviewed',
      owner_id: user.id,
      note: 'The key AKIAZ7Q2LX4MNB5VCR6T was in it',
      labels: [{ task: 'evasion', label: true }],
    })
    expect(answer.status).toBe(200)
    const changed = incidentSchema.parse(await answer.json())
    expect(changed).toMatchObject({ state: 'reviewed', owner: { id: user.id }, seq: 2 })
    expect(changed.note).not.toContain('AKIAZ7Q2LX4MNB5VCR6T')
    expect((await list('owner_id=' + user.id)).map(({ seq }) => seq)).toEqual([2])
    const log = await readLog(key.auth, runId)
    expect(log.at(-1)).toMatchObject({
      type: 'amendment',
      amendment: 'label',
      beat_seq: 2,
      author: { type: 'user', id: user.id },
      data: { incident: { state: 'reviewed' } },
    })
    await env.RUNS.get(env.RUNS.idFromName(runId)).flush()
    expect((await list())[1]).toEqual(changed)
  })

  it('[T3] follow the word that a person gives on the verdict itself', async () => {
    const { runId, user, list } = await seedIncidents()
    await call('POST', `/simulator/logs/${runId}/2/amendments/`, user.auth, {
      amendment: 'label',
      data: { verdict: 'wrong' },
    })
    expect((await list('state=false_alarm')).map(({ seq }) => seq)).toEqual([2])
  })

  it('[T4] come out as training data, by people who may export', async () => {
    const { change, user, key } = await seedIncidents()
    await change({
      labels: [
        { task: 'unsafe_response', label: false },
        { task: 'refusal', label: true },
      ],
    })
    const answer = await call('GET', '/incidents/training/', user.auth)
    const lines = (await answer.text())
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([
      {
        task: 'unsafe_response',
        label: false,
        prompt: bad.prompt,
        response: bad.response,
        source: 'feedback',
      },
      { task: 'refusal', label: true },
    ])
    const viewer = await seedUser(key.organizationId, 'viewer')
    expect(await (await call('GET', '/incidents/training/', viewer.auth)).text()).toBe('')
  })

  it('[T4] [U1] are noted in the audit log when their texts are taken away', async () => {
    const { change, user, key } = await seedIncidents()
    const owner = await seedUser(key.organizationId)
    const audited = async () => {
      const path = `/organizations/${key.organizationId}/audit/?action=incident.export`
      return (await call('GET', path, owner.auth)).json()
    }
    await call('GET', '/incidents/training/', user.auth)
    // Nor where labels were given and taken back.
    await change({ labels: [{ task: 'refusal', label: true }] })
    await change({ labels: [] })
    await call('GET', '/incidents/training/', user.auth)
    expect(await audited()).toEqual({ data: [], next_cursor: null })
    await change({ labels: [{ task: 'refusal', label: true }] })
    const answer = await call('GET', '/incidents/training/?state=open', user.auth)
    expect(await answer.text()).toContain(bad.prompt)
    expect(await audited()).toMatchObject({
      data: [{ actor: { id: user.id }, details: { after: { state: 'open' } } }],
    })
  })

  it('[A2] [A5] are their own organisation’s, and changed by its analysts', async () => {
    const { change, list, key } = await seedIncidents()
    const stranger = await seedUser((await seedKey()).organizationId)
    expect(await list('', stranger.auth)).toEqual([])
    expect((await change({ state: 'fixed' }, 2, stranger.auth)).status).toBe(404)
    const viewer = await seedUser(key.organizationId, 'viewer')
    expect((await change({ state: 'fixed' }, 2, viewer.auth)).status).toBe(403)
    expect((await change({ state: 'fixed' }, 2, key.auth)).status).toBe(403)
    expect((await change({ state: 'fixed' }, 1)).status).toBe(404)
    const owned = await change({ owner_id: stranger.id })
    expect(owned.status).toBe(400)
    expect((await readProblem(owned)).errors).toMatchObject([{ field: 'owner_id' }])
    expect((await change({ state: 'gone' })).status).toBe(400)
    expect((await change({})).status).toBe(400)
    expect((await list()).map(({ state }) => state)).toEqual(['open', 'open'])
  })
})
