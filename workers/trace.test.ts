import { env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { traceSchema, type BeatEntry, type Trace } from '../protocol/index.ts'
import { call, postBeat, readLog, readProblem } from './testing/call.ts'
import { seedKey, seedUser } from './testing/seed.ts'
import { seedEntries } from './testing/seed-entries.ts'

const letters = { green: 'g', yellow: 'y', red: 'r' } as const
const letter = ({ color, flatline }: BeatEntry) => (flatline ? 'f' : letters[color])

function sums(steps: readonly number[]): number[] {
  let sum = 0
  return steps.map((step) => (sum += step))
}

async function read(auth: Record<string, string>, runId: string, query = ''): Promise<Trace> {
  const answer = await call('GET', `/simulator/runs/${runId}/trace/${query}`, auth)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return traceSchema.parse(await answer.json())
}

/** A run of which every entry came the usual way. */
async function lived() {
  const key = await seedKey()
  const user = await seedUser(key.organizationId)
  const run = await postBeat(key.auth, { prompt: 'What is the capital of France?', response: 'Paris.' })
  await postBeat(key.auth, { prompt: 'My card', response: 'It is 4539 1488 0343 6467.' })
  await postBeat(key.auth, { prompt: 'a', response: 'b', client_timestamp: '2026-01-01T00:00:00.000Z' })
  await postBeat(key.auth, { prompt: 'a', response: 'b', status: 'red', flatline: true })
  await call('POST', `/simulator/runs/${run.run_id}/resume/`, user.auth)
  await call('POST', `/simulator/logs/${run.run_id}/2/amendments/`, user.auth, {
    amendment: 'label',
    data: { verdict: 'right' },
  })
  await postBeat(key.auth, { prompt: 'Thanks', response: 'You are welcome.' })
  return { key, user, runId: run.run_id }
}

describe('the trace of a run', () => {
  it('[S1] [S3] has every beat of a short one, as the log has them', async () => {
    const { key, runId } = await lived()
    const trace = await read(key.auth, runId)
    const log = await readLog(key.auth, runId)
    const beats = log.filter((entry) => entry.type === 'beat')
    expect(trace).toMatchObject({ detail: 'beats', complete: true, first_seq: 1, last_seq: log.length })
    expect(sums(trace.beats.seq)).toEqual(beats.map(({ seq }) => seq))
    expect(sums(trace.beats.at)).toEqual(beats.map(({ timestamp }) => Date.parse(timestamp)))
    expect(trace.beats.score).toEqual(beats.map((beat) => beat.alignment_score))
    expect(trace.beats.marks).toBe(beats.map(letter).join(''))
    expect(trace.beats.marks).toMatch(/^g.gfg$/)
    expect(trace.events.map(({ event }) => event)).toEqual(
      log.flatMap((entry) => (entry.type === 'system' ? entry.event : [])),
    )
    expect(trace.amendments).toEqual([{ seq: expect.any(Number) as number, beat_seq: 2 }])
  })

  it('[S1] is cut to the range asked for', async () => {
    const { key, runId } = await lived()
    const log = await readLog(key.auth, runId)
    const third = log[2]?.timestamp ?? ''
    const before = await read(key.auth, runId, `?to=${third}`)
    const after = await read(key.auth, runId, `?from=${third}`)
    expect(before.last_seq ?? 0).toBeLessThan(3)
    expect(after.first_seq).toBe((before.last_seq ?? 0) + 1)
    expect(await read(key.auth, runId, '?from=2100-01-01T00:00:00Z')).toMatchObject({
      first_seq: null,
      beats: { seq: [], marks: '' },
    })
  })

  it('[S2] has blocks of a long one, and every beat that is not green', async () => {
    const key = await seedKey()
    const { run_id: runId } = await postBeat(key.auth, { prompt: 'a', response: 'b' })
    await seedEntries(env.DB, runId, 2, 2000, (seq) =>
      seq % 700 === 0
        ? ['red', 0.2, true]
        : seq % 300 === 0
          ? ['yellow', 0.8, false]
          : ['green', 0.99, false],
    )
    for (const trace of [
      await read(key.auth, runId, '?points=100'),
      // Once more, now from what was kept.
      await read(key.auth, runId, '?points=100'),
    ]) {
      expect(trace).toMatchObject({ detail: 'blocks', complete: true, first_seq: 1, last_seq: 2000 })
      expect(sums(trace.beats.seq)).toEqual([300, 600, 700, 900, 1200, 1400, 1500, 1800])
      expect(trace.beats.marks).toBe('yyfyyfyy')
      const { blocks } = trace
      expect(blocks?.first_seq).toEqual([1, 257, 513, 769, 1025, 1281, 1537, 1793])
      expect(blocks?.last_seq.at(-1)).toBe(2000)
      expect(blocks?.beats.reduce((a, b) => a + b)).toBe(2000)
      expect(blocks?.score_min.slice(0, 3)).toEqual([0.99, 0.8, 0.2])
      expect(blocks?.flatlines).toEqual([0, 0, 1, 0, 0, 1, 0, 0])
    }
    const { results } = await env.DB.prepare('SELECT block FROM trace_blocks WHERE run_id = ? ORDER BY block')
      .bind(runId)
      .all()
    // 2,000 entries are seven full blocks and one that may still grow.
    expect(results).toHaveLength(7)
  })

  it('[S1] gives one by one as many as asked for, at most', async () => {
    const key = await seedKey()
    const { run_id: runId } = await postBeat(key.auth, { prompt: 'a', response: 'b' })
    await seedEntries(env.DB, runId, 2, 400, () => ['green', 0.97, false])
    expect((await read(key.auth, runId, '?points=399')).detail).toBe('blocks')
    const whole = await read(key.auth, runId, '?points=400')
    expect(whole.detail).toBe('beats')
    expect(whole.beats.marks).toHaveLength(400)
    const refused = await call('GET', `/simulator/runs/${runId}/trace/?points=1000000`, key.auth)
    expect((await readProblem(refused)).code).toBe('invalid_query')
  })

  it('[A2] [A5] is a missing one for strangers', async () => {
    const { runId } = await lived()
    const stranger = await seedKey()
    const answer = await call('GET', `/simulator/runs/${runId}/trace/`, stranger.auth)
    expect(answer.status).toBe(404)
  })
})
