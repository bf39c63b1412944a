import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { postBeat } from '../workers/testing/call.ts'
import { seedKey, seedUser } from '../workers/testing/seed.ts'
import { connect } from '../workers/testing/socket.ts'
import type { EntryRow } from './entry-text.ts'
import { Viewers } from './viewers.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
const stub = (runId: string) => env.RUNS.get(env.RUNS.idFromName(runId))
const row = (seq: number): EntryRow => ({
  seq,
  type: 'system',
  header: `{"seq":${seq},"type":"system"}`,
  content: null,
  salt: null,
  hash: 'ab'.repeat(32),
})

async function seedViewer(query = '') {
  const key = await seedKey()
  const user = await seedUser(key.organizationId)
  const { run_id: runId } = await postBeat(key.auth, benign)
  return { key, runId, viewer: await connect(`${runId}${query}`, user.auth) }
}

describe('a viewer', () => {
  it('[L6] that stays a thousand entries behind for half a minute is sent away with 4429', async () => {
    const { runId, viewer } = await seedViewer()
    const left = await runInDurableObject(stub(runId), (_, ctx) => {
      const viewers = new Viewers(ctx)
      const counts: number[] = []
      const broadcast = (lastSeq: number, now: number) => {
        viewers.broadcast([row(lastSeq)], lastSeq, now)
        counts.push(viewers.count)
      }
      broadcast(1, 0)
      broadcast(1001, 0)
      broadcast(1002, 1000)
      broadcast(1003, 30_999)
      broadcast(1004, 31_000)
      return counts
    })
    expect(left).toEqual([1, 1, 1, 1, 0])
    expect((await viewer.closed).code).toBe(4429)
  })

  it('[L6] that catches up in time stays, and so does one whose clock is put back', async () => {
    const { runId } = await seedViewer()
    const left = await runInDurableObject(stub(runId), (_, ctx) => {
      const viewers = new Viewers(ctx)
      const [socket] = ctx.getWebSockets()
      if (!socket) throw new Error('No socket')
      viewers.broadcast([row(1)], 1, 0)
      viewers.broadcast([row(2000)], 2000, 50_000)
      viewers.receive(socket, '{"type":"ack","seq":1500}', 2000)
      viewers.broadcast([row(2001)], 2001, 90_000)
      viewers.broadcast([row(3000)], 3000, 90_000)
      viewers.broadcast([row(3001)], 3001, 1000)
      viewers.broadcast([row(3002)], 3002, 2000)
      return viewers.count
    })
    expect(left).toBe(1)
  })

  it('[L2] that was hearing the past when the object restarted is told to come back', async () => {
    const { key, runId, viewer } = await seedViewer('?after=0')
    await viewer.until(() => viewer.entries().length === 1)
    await runInDurableObject(stub(runId), (_, ctx) => {
      for (const socket of ctx.getWebSockets()) {
        socket.serializeAttachment({ ...(socket.deserializeAttachment() as object), replaying: true })
      }
    })
    await evictDurableObject(stub(runId))
    await postBeat(key.auth, benign)
    expect((await viewer.closed).code).toBe(1012)
  })

  it.each([
    'not json',
    '{"type":"ack","seq":-1}',
    '{"type":"ack","seq":"1"}',
    `{"type":"ack","seq":1${' '.repeat(300)}}`,
  ])('[L4] that sends %.30s is closed with 4400', async (frame) => {
    const { viewer } = await seedViewer()
    viewer.socket.send(frame)
    expect((await viewer.closed).code).toBe(4400)
  })
})
