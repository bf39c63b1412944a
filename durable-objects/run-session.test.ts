import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { projectSettingsSchema } from '../protocol/index.ts'
import { call, postBeat, readLog, readRun } from '../workers/testing/call.ts'
import { seedKey, seedUser } from '../workers/testing/seed.ts'
import type { RunBinding } from './run-state.ts'

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
  })

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

describe('who may open a run', () => {
  it('[B14] a heartbeat for an ended run leaves no trace of the successor that is not there', async () => {
    const key = await seedKey()
    const user = await seedUser(key.organizationId)
    const { run_id } = await postBeat(key.auth, benign)
    await call('POST', `/simulator/runs/${run_id}/end/`, user.auth)
    const { next_run_id } = await readRun(await call('GET', `/simulator/runs/${run_id}/`, user.auth))
    await call('POST', '/simulator/logs/', key.auth, { kind: 'heartbeat' })
    expect(await stub(next_run_id ?? '').state()).toBeNull()
    const tables = await runInDurableObject(stub(next_run_id ?? ''), (_, { storage }) =>
      storage.sql.exec(`SELECT name FROM sqlite_master WHERE name IN ('run', 'entries')`).toArray(),
    )
    expect(tables).toEqual([])
  })

  it('[I2] a successor opens for nobody who does not know what it follows', async () => {
    const binding: RunBinding = {
      run_id: 'run_of_nobody',
      organization_id: 'org_a',
      project_id: 'prj_a',
      api_key_id: 'key_a',
      on_severe: 'hold',
      settings: projectSettingsSchema.parse({}),
    }
    expect(await stub('run_of_nobody').append(binding, [], null)).toEqual({ ok: false, code: 'not_open' })
    expect(await stub('run_of_nobody').heartbeat(binding, 1)).toMatchObject({ ended: true })
    // Nor for one who names a run that it does not follow; and the object is none the worse for it.
    const why = await stub('run_of_nobody')
      .append(binding, [], 'run_other')
      .then(String, (error: Error) => error.message)
    expect(why).toContain('taken over')
    expect(await stub('run_of_nobody').state()).toBeNull()
  })

  it('[B4] [R4] many requests that meet a closed run at once open one successor, with all its ids', async () => {
    const key = await seedKey()
    const user = await seedUser(key.organizationId)
    const { run_id } = await postBeat(key.auth, { ...benign, id: 'old' })
    await call('POST', `/simulator/runs/${run_id}/end/`, user.auth)
    const posts = [
      ...Array.from({ length: 10 }, () => postBeat(key.auth, benign)),
      ...Array.from({ length: 5 }, () => postBeat(key.auth, { ...benign, id: 'old' })),
    ]
    const receipts = await Promise.all(posts)
    expect(new Set(receipts.slice(0, 10).map((receipt) => receipt.run_id)).size).toBe(1)
    expect(receipts.slice(10).map(({ run_id: id, seq }) => [id, seq])).toEqual(
      Array.from({ length: 5 }, () => [run_id, 1]),
    )
    const events = (await readLog(key.auth, run_id)).flatMap((entry) =>
      entry.type === 'system' ? [entry.event] : [],
    )
    expect(events.filter((event) => event === 'superseded')).toHaveLength(1)
  })
})

describe('what changes around an open run', () => {
  it('a flush that was due in a future which the clock took back is due soon again', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, benign)
    await postBeat(auth, benign)
    await runInDurableObject(stub(run_id), (_, { storage }) =>
      storage.sql.exec(`UPDATE due SET at = at + 3600000`),
    )
    await evictDurableObject(stub(run_id))
    await postBeat(auth, benign)
    const due = await runInDurableObject(stub(run_id), (_, { storage }) =>
      storage.sql.exec<{ at: number }>(`SELECT at FROM due WHERE task = 'flush'`).toArray(),
    )
    for (const { at } of due) expect(at).toBeLessThan(Date.now() + 60_000)
  })

  it('refuses beats with 503 and Retry-After while too much waits for D1, and loses none', async () => {
    const { auth } = await seedKey()
    const { run_id } = await postBeat(auth, benign)
    await env.DB.prepare('ALTER TABLE entries RENAME TO entries_gone').run()
    try {
      await postBeat(auth, benign)
      await runInDurableObject(stub(run_id), (_, { storage }) =>
        storage.sql.exec(`UPDATE run SET state = json_set(state, '$.flushed_seq', -200001)`),
      )
      await evictDurableObject(stub(run_id))
      const refused = await call('POST', '/simulator/logs/', auth, benign)
      expect(refused.status).toBe(503)
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    } finally {
      await env.DB.prepare('ALTER TABLE entries_gone RENAME TO entries').run()
    }
    await stub(run_id).flush()
    expect((await postBeat(auth, benign)).seq).toBe(3)
    expect(await readLog(auth, run_id)).toHaveLength(3)
  })

  it('[R10] [R4] a halted key is not released by silence', async () => {
    const { auth } = await seedKey({ onSevere: 'halt' })
    await call('POST', '/simulator/logs/', auth, { kind: 'heartbeat', confidence: 1 })
    const { run_id } = await postBeat(auth, { ...benign, status: 'red', flatline: true })
    for (let i = 0; i < 3; i++) {
      await backdate(run_id, 24 * 3600 * 1000)
      await runDurableObjectAlarm(stub(run_id))
    }
    expect((await call('POST', '/simulator/logs/', auth, benign)).status).toBe(403)
    expect(await readRun(await call('GET', `/simulator/runs/${run_id}/`, auth))).toMatchObject({
      status: 'misaligned',
      ended_at: null,
    })
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
