import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { faultsOf } from '../e2e/torture/check-log.ts'
import { jsonExportSchema } from '../protocol/index.ts'
import { applyRetention } from './runs/retention.ts'
import { call, postBeat, readLog, readRun } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'
import { connect } from './testing/socket.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris, of course.' }
const dayMs = 24 * 3600 * 1000
const stub = (runId: string) => env.RUNS.get(env.RUNS.idFromName(runId))

/** Keeps so long, asks as the cron does so many days from now, and lets the alarm do it. */
async function retain(
  organizationId: string,
  column: string,
  runId: string,
  inDays: number,
): Promise<number> {
  await env.DB.prepare(`UPDATE organizations SET ${column} = 1 WHERE id = ?`).bind(organizationId).run()
  await stub(runId).flush()
  const asked = await applyRetention(env, Date.now() + inDays * dayMs)
  await runDurableObjectAlarm(stub(runId))
  return asked
}

describe('retention', () => {
  it('[R11] [E6] erases texts and salts, and what remains still verifies', async () => {
    const key = await seedKey()
    for (let i = 0; i < 5; i++) await postBeat(key.auth, benign)
    const { run_id } = await postBeat(key.auth, { ...benign, id: 'early' })
    expect(await retain(key.organizationId, 'erase_texts_after_days', run_id, 0.5)).toBe(0)
    expect(await readLog(key.auth, run_id)).toMatchObject(Array.from({ length: 6 }, () => benign))
    await retain(key.organizationId, 'erase_texts_after_days', run_id, 2)
    const answer = await call('GET', `/simulator/export/${run_id}/?format=json`, key.auth)
    const file = jsonExportSchema.parse(await answer.json())
    expect(JSON.stringify(file)).not.toContain('Paris')
    expect(file.entries.map(({ erased }) => erased)).toEqual(Array.from({ length: 6 }, () => true))
    // Without the text a commitment is only what the chain holds; nothing but that is missing.
    expect(faultsOf(file).filter((fault) => !fault.endsWith('committed to'))).toEqual([])
    const viewer = await connect(`${run_id}?after=0`, key.auth)
    await viewer.until(() => viewer.entries().length === 6)
    expect(JSON.stringify(viewer.frames)).not.toContain('Paris')
    // The run goes on, and a repeated post is the same beat still.
    expect((await postBeat(key.auth, { ...benign, id: 'early' })).seq).toBe(6)
    expect((await postBeat(key.auth, benign)).seq).toBe(7)
  })

  it('[R11] deletes a closed run for good: nothing comes back by any route, and a tombstone stays', async () => {
    const key = await seedKey()
    const user = await seedUser(key.organizationId)
    const { run_id } = await postBeat(key.auth, { ...benign, id: 'gone' })
    const viewer = await connect(run_id, user.auth)
    await call('POST', `/simulator/runs/${run_id}/end/`, user.auth)
    const { next_run_id, head, last_seq } = await readRun(
      await call('GET', `/simulator/runs/${run_id}/`, user.auth),
    )
    await retain(key.organizationId, 'delete_runs_after_days', run_id, 2)
    expect((await viewer.closed).code).toBe(4404)
    await evictDurableObject(stub(run_id))
    for (const path of [
      `/simulator/runs/${run_id}/`,
      `/simulator/logs/${run_id}/`,
      `/simulator/logs/${run_id}/?kinds=all&after=0`,
      `/simulator/export/${run_id}/`,
    ]) {
      expect((await call('GET', path, user.auth)).status).toBe(404)
    }
    await expect(connect(`${run_id}?after=0`, user.auth)).rejects.toThrow('404')
    expect(await (await call('GET', '/simulator/runs/', user.auth)).json()).toEqual({
      data: [],
      next_cursor: null,
    })
    expect((await call('POST', `/simulator/runs/${run_id}/resume/`, user.auth)).status).toBe(404)
    const left = await env.DB.prepare('SELECT count(*) AS n FROM entries WHERE run_id = ?')
      .bind(run_id)
      .first()
    expect(left).toEqual({ n: 0 })
    const tombstone = await env.DB.prepare('SELECT head, last_seq FROM tombstones WHERE run_id = ?')
      .bind(run_id)
      .first()
    expect(tombstone).toEqual({ head, last_seq })
    // The key's first run id stays taken: its next beat finds its way past the grave.
    const next = await postBeat(key.auth, benign)
    expect(next).toMatchObject({ run_id: next_run_id, seq: 1 })
    expect((await call('GET', `/simulator/runs/${run_id}/`, user.auth)).status).toBe(404)
  })
})

describe('a viewer’s right', () => {
  it('[L6] ends its socket when the token is revoked or the person leaves, and nobody else’s', async () => {
    const key = await seedKey()
    const [leaving, revoked, staying] = await Promise.all(
      [1, 2, 3].map(() => seedUser(key.organizationId, 'viewer')),
    )
    const { run_id } = await postBeat(key.auth, benign)
    if (!leaving || !revoked || !staying) throw new Error('Nobody there')
    const [a, b, c] = await Promise.all([leaving, revoked, staying].map(({ auth }) => connect(run_id, auth)))
    await env.DB.prepare('DELETE FROM members WHERE user_id = ?').bind(leaving.id).run()
    await env.DB.prepare('UPDATE user_tokens SET revoked_at = 1 WHERE user_id = ?').bind(revoked.id).run()
    // The look at the rights is the first thing due once the log is in D1.
    await stub(run_id).flush()
    await lookAtRights(run_id)
    expect((await a?.closed)?.code).toBe(4401)
    expect((await b?.closed)?.code).toBe(4401)
    expect(a?.frames.at(-1)).toMatchObject({ type: 'error', problem: { code: 'unauthenticated' } })
    await postBeat(key.auth, benign)
    await c?.until(() => c.entries().length === 1)
  })
})

async function lookAtRights(runId: string): Promise<void> {
  await runInDurableObject(stub(runId), (_, { storage }) =>
    storage.sql.exec(`UPDATE due SET at = 1 WHERE task = 'rights'`),
  )
  await evictDurableObject(stub(runId))
  await runDurableObjectAlarm(stub(runId))
}
