import { expect, it } from 'vitest'
import { call, postBeat, readLog, readRun } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
/** The client's own report is the surest way to a severe beat. [B15] */
const severe = { ...benign, status: 'red', flatline: true }

it('[B3] [B7] posts that come together are each answered for themselves, in a log without gaps', async () => {
  const key = await seedKey()
  const ids = Array.from({ length: 40 }, (_, i) => `together-${i}`)
  const receipts = await Promise.all(ids.map((id) => postBeat(key.auth, { ...benign, id })))
  expect(receipts.map(({ id }) => id)).toEqual(ids)
  expect(receipts.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(ids.map((_, i) => i + 1))
  const entries = await readLog(key.auth, receipts[0]?.run_id ?? '')
  for (const { id, seq, hash } of receipts) expect(entries[seq - 1]).toMatchObject({ id, hash })
})

it('[B4] the same post, many times at once, is one beat', async () => {
  const key = await seedKey()
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () => postBeat(key.auth, { ...benign, id: 'again' })),
  )
  expect(new Set(receipts.map(({ seq }) => seq))).toEqual(new Set([1]))
  expect(receipts.filter(({ duplicate }) => duplicate !== true)).toHaveLength(1)
})

it('[R4] a run that closes among posts that come together says so to those alone that it took', async () => {
  const key = await seedKey({ onSevere: 'end' })
  const user = await seedUser(key.organizationId)
  const bodies = Array.from({ length: 30 }, (_, i) => (i === 10 ? severe : benign))
  const receipts = await Promise.all(bodies.map((body) => postBeat(key.auth, body)))
  const last = receipts[10]
  if (!last) throw new Error('The severe beat has no receipt')
  expect(last).toMatchObject({ run_status: 'misaligned', ended_at: expect.any(String) })
  const run = await readRun(await call('GET', `/simulator/runs/${last.run_id}/`, user.auth))
  const after = receipts.filter(({ run_id }) => run_id !== last.run_id)
  expect(after.every(({ run_id, ended_at }) => run_id === run.next_run_id && ended_at === null)).toBe(true)
  const taken = receipts.filter(({ run_id }) => run_id === last.run_id).map(({ seq }) => seq)
  expect(Math.max(...taken)).toBe(last.seq)
})
