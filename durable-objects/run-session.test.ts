import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { call, postBeat, readLog, readRun } from '../workers/testing/call.ts'
import { seedKey } from '../workers/testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
const stub = (runId: string) => env.RUNS.get(env.RUNS.idFromName(runId))

async function countInD1(runId: string): Promise<number> {
  const row = await env.DB.prepare('SELECT count(*) AS n FROM entries WHERE run_id = ?')
    .bind(runId)
    .first<{ n: number }>()
  return row?.n ?? 0
}

describe('the object of a run', () => {
  it('brings its entries to D1 by the alarm, without anybody asking', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, benign)
    await postBeat(auth, benign)
    await runInDurableObject(stub(run_id), (_, state) => state.storage.sql.exec('UPDATE due SET at = 1'))
    await evictDurableObject(stub(run_id))
    await runDurableObjectAlarm(stub(run_id))
    expect(await countInD1(run_id)).toBe(2)
  })

  it('[R2] is the same after an eviction', async () => {
    const { auth } = await seedKey()
    const beats = Array.from({ length: 150 }, (_, i) => ({
      ...benign,
      ...(i % 7 === 0 && { status: 'yellow' }),
    }))
    await call('POST', '/simulator/logs/batch/', auth, { beats })
    const before = await readRun(await call('GET', '/simulator/runs/current/', auth))
    await evictDurableObject(stub(before.id))
    const after = await readRun(await call('GET', '/simulator/runs/current/', auth))
    expect(after).toEqual(before)
    expect((await postBeat(auth, benign)).seq).toBe(before.last_seq + 1)
  })

  it('[B4] remembers ids after the entry has left the tail', async () => {
    const { auth } = await seedKey()
    const first = await postBeat(auth, { ...benign, id: 'early' })
    for (let i = 0; i < 5; i++) {
      await call('POST', '/simulator/logs/batch/', auth, { beats: Array.from({ length: 500 }, () => benign) })
    }
    await call('GET', `/simulator/logs/${first.run_id}/?limit=1`, auth)
    const kept = await runInDurableObject(stub(first.run_id), (_, state) =>
      state.storage.sql.exec<{ seq: number }>('SELECT min(seq) AS seq FROM entries').one(),
    )
    expect(kept.seq).toBeGreaterThan(first.seq)
    const again = await call('POST', '/simulator/logs/', auth, { ...benign, id: 'early' })
    expect(await again.json()).toEqual({ ...first, duplicate: true })
  }, 30_000)

  it('keeps what it has while D1 fails, and delivers when it is back', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, benign)
    await env.DB.prepare('ALTER TABLE entries RENAME TO entries_gone').run()
    expect((await postBeat(auth, benign)).seq).toBe(2)
    await runDurableObjectAlarm(stub(run_id))
    expect((await call('GET', `/simulator/logs/${run_id}/`, auth)).status).toBe(503)
    await env.DB.prepare('ALTER TABLE entries_gone RENAME TO entries').run()
    expect(await readLog(auth, run_id)).toHaveLength(2)
  })

  it('[R7] pauses a silent client’s run, and its next sign of life resumes it', async () => {
    const { auth } = await seedKey({ settings: { silent_after_s: 10 } })
    await call('POST', '/simulator/logs/', auth, { kind: 'heartbeat', confidence: 1 })
    const run = await readRun(await call('GET', '/simulator/runs/current/', auth))
    await backdate(run.id, 100_000)
    await runDurableObjectAlarm(stub(run.id))
    expect(await readRun(await call('GET', '/simulator/runs/current/', auth))).toMatchObject({
      status: 'paused',
      pause_reason: 'silent',
    })
    await postBeat(auth, benign)
    expect(await readRun(await call('GET', '/simulator/runs/current/', auth))).toMatchObject({
      status: 'active',
    })
    const events = (await readLog(auth, run.id)).map((entry) =>
      entry.type === 'system' ? entry.event : entry.type,
    )
    expect(events).toEqual(['paused', 'resumed', 'beat'])
  })

  it('[R7] [R10] ends it two hours later, counted from the pause', async () => {
    const { auth } = await seedKey()
    await call('POST', '/simulator/logs/', auth, { kind: 'heartbeat', confidence: 1 })
    const run = await readRun(await call('GET', '/simulator/runs/current/', auth))
    const status = async () => (await readRun(await call('GET', `/simulator/runs/${run.id}/`, auth))).status
    await backdate(run.id, 3 * 3600 * 1000)
    await runDurableObjectAlarm(stub(run.id))
    expect(await status()).toBe('paused')
    await backdate(run.id, 3 * 3600 * 1000)
    await runDurableObjectAlarm(stub(run.id))
    expect(await status()).toBe('ended')
  })
})

/** Makes the last sign of life older, as time would, and the watchdog due. */
async function backdate(runId: string, ms: number): Promise<void> {
  // A flush still to come would write the state back as it is in memory.
  await stub(runId).flush()
  await runInDurableObject(stub(runId), (_, state) => {
    const { sql } = state.storage
    sql.exec(
      `UPDATE run SET state = json_set(state, '$.last_sign_at', state ->> 'last_sign_at' - ?1,
         '$.silent_since', state ->> 'silent_since' - ?1)`,
      ms,
    )
    sql.exec(`UPDATE due SET at = 1 WHERE task = 'watchdog'`)
  })
  await evictDurableObject(stub(runId))
}
