import { env, evictDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { call, postBeat, readProblem } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'
import { connect } from './testing/socket.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }

async function seedLive() {
  const key = await seedKey()
  const user = await seedUser(key.organizationId)
  const { run_id: runId } = await postBeat(key.auth, benign)
  return { key, user, runId }
}

describe('a viewer', () => {
  it('[L2] is greeted with the state, then told of every entry', async () => {
    const { key, user, runId } = await seedLive()
    const viewer = await connect(`${runId}/?token=${user.token}`)
    const receipt = await postBeat(key.auth, benign)
    await viewer.until(() => viewer.entries().length === 1)
    expect(viewer.frames[0]).toMatchObject({
      type: 'hello',
      last_seq: 1,
      state: { id: runId, status: 'active' },
    })
    expect(viewer.frames[1]).toMatchObject({ ...benign, type: 'beat', seq: 2, hash: receipt.hash })
    expect(viewer.frames[1]).not.toHaveProperty('salt')
  })

  it('[L2] that comes back with `after` misses nothing and hears nothing twice', async () => {
    const { key, user, runId } = await seedLive()
    for (let i = 0; i < 20; i++) await postBeat(key.auth, benign)
    const posting = Promise.all(Array.from({ length: 30 }, () => postBeat(key.auth, benign)))
    const viewer = await connect(`${runId}?after=5`, user.auth)
    await posting
    await viewer.until(() => viewer.entries().at(-1)?.seq === 51)
    expect(viewer.entries().map((entry) => entry.seq)).toEqual(Array.from({ length: 46 }, (_, i) => i + 6))
  })

  it('[L2] whose cursor is older than the tail gets the rest from the log', async () => {
    const { key, user, runId } = await seedLive()
    for (let i = 0; i < 6; i++) {
      await call('POST', '/simulator/logs/batch/', key.auth, {
        beats: Array.from({ length: 500 }, () => benign),
      })
    }
    await call('GET', `/simulator/logs/${runId}/?limit=1`, key.auth)
    const viewer = await connect(`${runId}?after=0&frames=batch`, user.auth)
    await viewer.until(() => viewer.entries().at(-1)?.seq === 3001)
    expect(viewer.entries().map((entry) => entry.seq)).toEqual(Array.from({ length: 3001 }, (_, i) => i + 1))
    expect(viewer.frames.length).toBeLessThan(20)
  })

  it('[L3] of batches hears how many watch, as they come and go; one of single frames does not', async () => {
    const { user, runId } = await seedLive()
    const first = await connect(`${runId}?frames=batch`, user.auth)
    const plain = await connect(runId, user.auth)
    const second = await connect(`${runId}?frames=batch`, user.auth)
    for (const viewer of [plain, second]) await viewer.until(() => viewer.frames.length > 0)
    expect([first, plain, second].map(({ frames }) => (frames[0] as { viewers: number }).viewers)).toEqual([
      1, 2, 3,
    ])
    second.socket.close(1000)
    await first.until(() => first.frames.length === 4)
    expect(first.frames.slice(1)).toEqual([2, 3, 2].map((viewers) => ({ type: 'viewers', viewers })))
    expect(plain.frames).toHaveLength(1)
  })

  it('[L3] hears heartbeats, which are no entries', async () => {
    const { key, user, runId } = await seedLive()
    const viewer = await connect(runId, user.auth)
    await call('POST', '/simulator/logs/', key.auth, { kind: 'heartbeat', confidence: 0.9 })
    await viewer.until(() => viewer.frames.length === 2)
    expect(viewer.frames[1]).toMatchObject({ type: 'heartbeat', confidence: 0.9 })
  })

  it('[L4] may ack and ping; anything else closes it with 4400', async () => {
    const { user, runId } = await seedLive()
    const viewer = await connect(runId, user.auth)
    viewer.socket.send(JSON.stringify({ type: 'ack', seq: 1 }))
    viewer.socket.send('{"type":"order","pause":true}')
    expect((await viewer.closed).code).toBe(4400)
  })

  it('[L5] comes in by a ticket once, for that run alone', async () => {
    const { user, runId } = await seedLive()
    const other = await seedLive()
    const answer = await call('POST', `/simulator/runs/${runId}/ticket/`, user.auth)
    expect(answer.status).toBe(201)
    const { ticket } = await answer.json<{ ticket: string }>()
    await expect(connect(`${other.runId}?ticket=${ticket}`)).rejects.toThrow('401')
    await connect(`${runId}?ticket=${ticket}`)
    await expect(connect(`${runId}?ticket=${ticket}`)).rejects.toThrow('401')
  })

  it('[L1] without a right gets a problem and no socket', async () => {
    const { runId } = await seedLive()
    const stranger = await seedLive()
    await expect(connect(runId)).rejects.toThrow('401')
    await expect(connect(`${runId}?token=cus_user_wrong`)).rejects.toThrow('401')
    await expect(connect(runId, stranger.user.auth)).rejects.toThrow('404')
    await expect(connect('run_never', stranger.user.auth)).rejects.toThrow('404')
    const plain = await call('GET', `/ws/simulator/${runId}`, stranger.user.auth)
    expect(plain.status).toBe(426)
    expect(await readProblem(plain)).toMatchObject({ code: 'upgrade_required' })
  })

  it('[A4] by session, from another origin, is refused', async () => {
    const { user, runId } = await seedLive()
    const cookie = { Cookie: `__Host-custos_session=${user.token}` }
    await expect(connect(runId, { ...cookie, Origin: 'https://evil.example' })).rejects.toThrow('403')
    await connect(runId, { ...cookie, Origin: 'https://custos.test' })
  })

  it('[L2] survives the hibernation of the object', async () => {
    const { key, user, runId } = await seedLive()
    const viewer = await connect(runId, user.auth)
    await evictDurableObject(env.RUNS.get(env.RUNS.idFromName(runId)))
    await postBeat(key.auth, benign)
    await viewer.until(() => viewer.entries().length === 1)
    expect(viewer.entries()[0]?.seq).toBe(2)
  })
})
