import { applyD1Migrations, env, runDurableObjectAlarm } from 'cloudflare:test'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { faultsOf } from '../e2e/torture/check-log.ts'
import { jsonExportSchema } from '../protocol/index.ts'
import { applyRetention } from './runs/retention.ts'
import { call, postBeat, readLog, readRun } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'
import { connect } from './testing/socket.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris, of course.' }
const severe = { ...benign, status: 'red', flatline: true, violations: ['Reported by the client'] }

beforeAll(async () => {
  await applyD1Migrations(env.LOG_1, inject('migrations'))
})
afterAll(() => {
  delete env.NEW_RUN_LOGS
})

const count = async (db: D1Database, runId: string) =>
  db.prepare('SELECT count(*) AS n FROM entries WHERE run_id = ?').bind(runId).first<number>('n')

/** A run with three beats, the last of them severe, pinned to a database. */
async function recorded(log: string) {
  env.NEW_RUN_LOGS = log
  const key = await seedKey()
  const user = await seedUser(key.organizationId)
  await postBeat(key.auth, benign)
  await postBeat(key.auth, { ...benign, id: 'twice' })
  const { run_id } = await postBeat(key.auth, severe)
  return { key, user, runId: run_id }
}

it('[R14] a run that is pinned to another database is read there by every route, and stays there', async () => {
  const { key, user, runId } = await recorded('1')
  env.NEW_RUN_LOGS = '0'
  await postBeat(key.auth, benign)
  const entries = await readLog(key.auth, runId)
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  expect([await count(env.LOG_1, runId), await count(env.DB, runId)]).toEqual([5, 0])
  // The index knows the run, its incidents, and where its log is.
  const row = await env.DB.prepare('SELECT log, last_seq FROM runs WHERE id = ?').bind(runId).first()
  expect(row).toEqual({ log: 1, last_seq: 5 })
  const incidents = await env.DB.prepare('SELECT seq FROM incidents WHERE run_id = ?').bind(runId).all()
  expect(incidents.results).toEqual([{ seq: 3 }])
  const file = jsonExportSchema.parse(
    await (await call('GET', `/simulator/export/${runId}/?format=json`, key.auth)).json(),
  )
  expect(file.count).toBe(5)
  expect(faultsOf(file)).toEqual([])
  const trace = await call('GET', `/simulator/runs/${runId}/trace/`, user.auth)
  expect(await trace.json()).toMatchObject({ last_seq: 5, complete: true, beats: { marks: 'ggfg' } })
  const viewer = await connect(`${runId}?after=0`, key.auth)
  await viewer.until(() => viewer.entries().length === 5)
  expect((await postBeat(key.auth, { ...benign, id: 'twice' })).seq).toBe(2)
})

it('[R14] [T4] labels of a run are exported with texts from the database that has them', async () => {
  const { key, user, runId } = await recorded('1')
  // Whoever reads the log has it written out, its incidents too.
  await readLog(key.auth, runId)
  const labels = [{ task: 'refusal', label: false }]
  const labelled = await call('PATCH', `/incidents/${runId}/3/`, user.auth, { labels })
  expect(labelled.status).toBe(200)
  const line: unknown = JSON.parse(await (await call('GET', '/incidents/training/', user.auth)).text())
  expect(line).toMatchObject({ ...labels[0], prompt: severe.prompt, response: severe.response })
})

it('[R14] [R11] and deleted there, with nothing left in either', async () => {
  const { key, user, runId } = await recorded('1')
  expect((await readLog(key.auth, runId)).map(({ type }) => type)).toEqual(['beat', 'beat', 'beat', 'system'])
  const ended = await readRun(await call('POST', `/simulator/runs/${runId}/end/`, user.auth))
  expect(ended.status).toBe('ended')
  await env.RUNS.get(env.RUNS.idFromName(runId)).flush()
  const keep = 'UPDATE organizations SET delete_runs_after_days = 1 WHERE id = ?'
  await env.DB.prepare(keep).bind(key.organizationId).run()
  await applyRetention(env, Date.now() + 2 * 24 * 3600 * 1000)
  // The alarm may have rung by itself, and its work be under way.
  const left = async () => {
    await runDurableObjectAlarm(env.RUNS.get(env.RUNS.idFromName(runId)))
    return [await count(env.LOG_1, runId), await count(env.DB, runId)]
  }
  await expect.poll(left, { timeout: 15_000 }).toEqual([0, 0])
  expect((await call('GET', `/simulator/logs/${runId}/`, key.auth)).status).toBe(404)
})

it('[R14] without a pin a run stays in the one database', async () => {
  delete env.NEW_RUN_LOGS
  const key = await seedKey()
  const { run_id } = await postBeat(key.auth, benign)
  expect((await readLog(key.auth, run_id)).length).toBe(1)
  expect([await count(env.LOG_1, run_id), await count(env.DB, run_id)]).toEqual([0, 1])
})
