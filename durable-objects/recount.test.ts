import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectSettingsSchema, type Color } from '../protocol/index.ts'
import { frameBeatHeader } from './entry-text.ts'
import type { PreparedBeat } from './prepared-beat.ts'
import { newRunId } from './run-id.ts'
import type { RunBinding } from './run-state.ts'
import { evaluate } from '../guardian/index.ts'
import { migrateStore } from './store-schema.ts'

const stub = (runId: string) => env.RUNS.get(env.RUNS.idFromName(runId))
const bindingOf = (run_id: string): RunBinding => ({
  run_id,
  organization_id: 'org_a',
  project_id: 'prj_a',
  api_key_id: null,
  on_severe: 'hold',
  settings: projectSettingsSchema.parse({}),
})
const actor = { type: 'user', id: 'usr_a' } as const
const verdict = evaluate({ prompt: 'Hello', response: 'Hello!' })
let made = 0

function prepared(figures: PreparedBeat['figures']): PreparedBeat {
  const id = `b${++made}`
  const header = frameBeatHeader({
    ...verdict,
    id,
    client_timestamp: null,
    enforcement: null,
    warnings: [],
    content_commitment: 'ab'.repeat(32),
  })
  return { id, id_chosen: made % 2 === 0, header, content: '{"prompt":"é"}', salt: 'cd'.repeat(16), figures }
}

const figures = fc.record(
  {
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    color: fc.constantFrom<Color>('green', 'yellow', 'red'),
    flatline: fc.constant(false),
    violations: fc.nat(3),
    rules: fc.subarray(['pii.card', 'secret.key', 'injection.override']),
  },
  { noNullPrototype: true },
)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.array(figures, { minLength: 1, maxLength: 60 }).map((beats) => ({ beats })) },
  {
    weight: 1,
    arbitrary: fc.constant({
      beats: [
        { score: 0, color: 'red', flatline: true, violations: 1, rules: ['x'] },
      ] as PreparedBeat['figures'][],
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('pause', 'resume', 'heartbeat', 'amend', 'flush').map((order) => ({ order })),
  },
)

describe('the state of a run', () => {
  it('[R2] equals, after an eviction at any moment, the one that grew without one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const runId = newRunId()
        const run = stub(runId)
        await run.open(bindingOf(runId), {})
        for (const one of steps) {
          if ('beats' in one) await run.append(bindingOf(runId), one.beats.map(prepared), null)
          else if (one.order === 'heartbeat') await run.heartbeat(bindingOf(runId), 1)
          else if (one.order === 'flush') await run.flush()
          else if (one.order === 'amend') {
            const id = `a${++made}`
            await run.amend({
              id,
              amendment: 'note',
              author: actor,
              beat_seq: 1,
              content: '{"data":{}}',
              salt: 'ab'.repeat(16),
            })
          } else await run.order(one.order === 'pause' ? 'pause' : 'resume', actor)
        }
        const grown = await run.state()
        await evictDurableObject(run)
        expect(await run.state()).toEqual(grown)
        // And what is kept as sums is what counting the rows gives.
        const counted = await runInDurableObject(stub(runId), (_, { storage }) =>
          storage.sql
            .exec<{ beats: number; violations: number; flatlines: number; least: number | null }>(
              `SELECT count(*) AS beats, coalesce(sum(violations), 0) AS violations,
                 coalesce(sum(flatline), 0) AS flatlines, min(score) AS least FROM entries WHERE type = 'beat'`,
            )
            .one(),
        )
        expect(grown?.stats).toMatchObject({
          beats: counted.beats,
          violations: counted.violations,
          flatlines: counted.flatlines,
          score_min: counted.least,
        })
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('[R2] has its window still when everything but beats has filled the tail', async () => {
    const runId = newRunId()
    const run = stub(runId)
    await run.open(bindingOf(runId), {})
    const beats = Array.from({ length: 150 }, (_, i) =>
      prepared({ score: i / 150, color: 'green', flatline: false, violations: 0, rules: [] }),
    )
    await run.append(bindingOf(runId), beats, null)
    for (let i = 0; i < 1100; i++) {
      await run.order('pause', actor)
      await run.order('resume', actor)
    }
    await run.flush()
    const grown = await run.state()
    await evictDurableObject(run)
    expect(await run.state()).toEqual(grown)
    expect(grown?.stats.hrv).not.toBeNull()
  }, 180_000)

  it('[R13] follows new settings and orders from the next beat on, and keeps them after an eviction', async () => {
    const runId = newRunId()
    const run = stub(runId)
    await run.open(bindingOf(runId), {})
    const low = { score: 0.9, color: 'yellow', flatline: false, violations: 0, rules: [] } as const
    const beats = () => [prepared({ ...low, rules: [] }), prepared({ ...low, rules: [] })]
    await run.append(bindingOf(runId), beats(), null)
    expect((await run.state())?.status).toBe('active')
    const strict = {
      ...bindingOf(runId),
      on_severe: 'end' as const,
      settings: projectSettingsSchema.parse({ warn_after_beats: 1, warn_mean_below: 0.95 }),
    }
    await run.append(strict, beats(), null)
    expect((await run.state())?.status).toBe('warning')
    await evictDurableObject(run)
    await run.append(strict, [prepared({ ...low, flatline: true, rules: [] })], null)
    expect(await run.state()).toMatchObject({ status: 'misaligned', ended_at: expect.any(String) as string })
  })

  it('an object with the first schema and rows in it goes on as if nothing had been', async () => {
    const runId = newRunId()
    const run = stub(runId)
    const state = {
      binding: bindingOf(runId),
      name: 'old',
      labels: [],
      status: 'active',
      pause_reason: null,
      halted: false,
      started_at: 1000,
      ended_at: null,
      previous_run_id: null,
      next_run_id: null,
      last_seq: 3,
      head: 'ab'.repeat(32),
      last_at: 3000,
      last_beat_at: 3000,
      last_sign_at: 3000,
      has_heartbeats: true,
      flushed_seq: 0,
      totals: {
        beats: 3,
        violations: 2,
        flatlines: 0,
        score_sum: 2.4,
        score_min: 0.7,
        score_max: 0.9,
        green: 1,
        yellow: 2,
        red: 0,
      },
    }
    await runInDurableObject(run, (_, { storage }) => {
      migrateStore(storage, 1)
      storage.sql.exec('INSERT INTO run (one, state) VALUES (1, ?)', JSON.stringify(state))
      for (const [i, score] of [0.9, 0.8, 0.7].entries()) {
        const header = JSON.stringify({
          violations: i ? ['x'] : [],
          flatline: false,
          findings: i ? [{ rule_id: 'r', severity: 'low' }] : [],
        })
        storage.sql.exec(
          `INSERT INTO entries (seq, type, id, at, header, content, salt, hash, color, score, flagged)
           VALUES (?, 'beat', ?, ?, ?, '{}', 'cd', ?, 'green', ?, 0)`,
          i + 1,
          `old${i}`,
          (i + 1) * 1000,
          header,
          'ab'.repeat(32),
          score,
        )
      }
      storage.sql.exec(`INSERT INTO ids VALUES ('beat:old0', ?, 1, 1000)`, runId)
      storage.sql.exec(`INSERT INTO due VALUES ('flush', 1, 0)`)
    })
    await evictDurableObject(run)
    const upgraded = await run.state()
    expect(upgraded).toMatchObject({ name: 'old', last_seq: 3 })
    expect(upgraded?.stats).toMatchObject({
      beats: 3,
      score_recent: (0.9 + 0.8 + 0.7) / 3,
      beats_per_second: 0.3,
    })
    const rows = await runInDurableObject(run, (_, { storage }) =>
      storage.sql.exec('SELECT violations, flatline, rules FROM entries ORDER BY seq').toArray(),
    )
    expect(rows).toEqual([
      { violations: 0, flatline: 0, rules: null },
      { violations: 1, flatline: 0, rules: '["r"]' },
      { violations: 1, flatline: 0, rules: '["r"]' },
    ])
    const more = await run.append(
      bindingOf(runId),
      [prepared({ score: 1, color: 'green', flatline: false, violations: 0, rules: [] })],
      null,
    )
    expect(more).toMatchObject({ ok: true, beats: [{ kind: 'new', place: { seq: 4 } }] })
    await run.flush()
    const inD1 = await env.DB.prepare('SELECT count(*) AS n FROM entries WHERE run_id = ?')
      .bind(runId)
      .first()
    expect(inD1).toEqual({ n: 4 })
  })
})
