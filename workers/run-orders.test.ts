import { describe, expect, it } from 'vitest'
import type { RunStatus } from '../protocol/index.ts'
import { call, postBeat, readLog } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'

const benign = { prompt: 'What is the capital of France?', response: 'Paris.' }
/** The client's own report is the surest way to a severe beat, or a bad one. [B15] */
const severe = { ...benign, status: 'red', flatline: true }
const bad = { ...benign, status: 'red' }

type Order = 'pause' | 'resume' | 'end'

/** What each order answers in each status, and what the run is then. [R5] */
const orders: [RunStatus, Order, number, RunStatus][] = [
  ['active', 'pause', 200, 'paused'],
  ['active', 'resume', 409, 'active'],
  ['active', 'end', 200, 'ended'],
  ['warning', 'pause', 200, 'paused'],
  ['warning', 'resume', 409, 'warning'],
  ['warning', 'end', 200, 'ended'],
  ['paused', 'pause', 200, 'paused'],
  ['paused', 'resume', 200, 'active'],
  ['paused', 'end', 200, 'ended'],
  ['misaligned', 'pause', 200, 'paused'],
  ['misaligned', 'resume', 200, 'active'],
  ['misaligned', 'end', 200, 'ended'],
  ['ended', 'pause', 409, 'ended'],
  ['ended', 'resume', 409, 'ended'],
  ['ended', 'end', 200, 'ended'],
]

/** A run of a fresh key, brought into a status. */
async function runThatIs(status: RunStatus) {
  const key = await seedKey()
  const user = await seedUser(key.organizationId)
  const { run_id } = await postBeat(key.auth, status === 'misaligned' ? severe : benign)
  const order = (verb: Order) => call('POST', `/simulator/runs/${run_id}/${verb}/`, user.auth)
  if (status === 'warning') {
    await call('POST', '/simulator/logs/batch/', key.auth, { beats: Array.from({ length: 12 }, () => bad) })
  }
  if (status === 'paused') await order('pause')
  if (status === 'ended') await order('end')
  const read = async () => {
    const answer = await call('GET', `/simulator/runs/${run_id}/`, user.auth)
    return await answer.json<{ status: RunStatus; last_seq: number }>()
  }
  return { order, read }
}

describe('an order', () => {
  for (const [from, verb, status, to] of orders) {
    it(`[R5] to ${verb} a run that is ${from}: ${status}, and it is ${to}`, async () => {
      const { order, read } = await runThatIs(from)
      const before = await read()
      expect(before.status).toBe(from)
      const answer = await order(verb)
      expect(answer.status).toBe(status)
      const told: unknown = await answer.json()
      expect(told).toMatchObject(status === 409 ? { code: 'run_transition' } : { status: to })
      const after = await read()
      expect(after.status).toBe(to)
      // What changes nothing adds nothing to the log.
      expect(after.last_seq - before.last_seq).toBe(from === to ? 0 : 1)
    })
  }
})

it('[R3] a project sets when its runs warn, and when they recover', async () => {
  const settings = {
    warn_after_beats: 3,
    warn_mean_below: 0.75,
    recover_mean_from: 0.9,
    warn_hrv_above: 1,
    recover_hrv_to: 1,
  }
  const key = await seedKey({ settings })
  const beats = [...Array.from({ length: 4 }, () => bad), ...Array.from({ length: 60 }, () => benign)]
  const { run_id } = await postBeat(key.auth, bad)
  await call('POST', '/simulator/logs/batch/', key.auth, { beats })
  const entries = await readLog(key.auth, run_id)
  const events = entries.flatMap((entry) => (entry.type === 'system' ? [entry] : []))
  expect(events.map(({ event }) => event)).toEqual(['warning', 'recovered'])
  // At the third beat, not the tenth.
  expect(events[0]?.seq).toBe(4)
  expect(events[1]?.figures?.['score_recent']).toBeGreaterThanOrEqual(0.9)
})
