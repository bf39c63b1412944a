import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BeatEntry, Entry } from '../../../protocol/entry.ts'
import type { Only } from '../api/calls.ts'
import type { Failure } from '../api/request.ts'
import { marks } from '../trace/columns.ts'
import { noFilter, type Filter } from '../run/run-query.ts'
import { feedRow } from './feed-row.ts'
import { filterOf } from './filtered-rows.ts'
import { PastSearch } from './past-search.ts'

/** A calm run in which every 700th beat is doubtful, and few are red or lie flat. */
function beat(seq: number): Entry {
  const flatline = seq % 4001 === 0
  const color = flatline || seq % 2503 === 0 ? 'red' : seq % 700 === 0 ? 'yellow' : 'green'
  return {
    type: 'beat',
    seq,
    timestamp: '2026-01-01T00:00:00.000Z',
    alignment_score: 0.98,
    color,
    flatline,
    violations: color === 'green' ? [] : ['Made-up finding'],
    findings: [],
    refused: false,
    prompt: `question ${seq % 10}`,
    response: 'Yes.',
  } as unknown as BeatEntry
}
const log = Array.from({ length: 6_000 }, (_, index) => beat(index + 1))

/** As the server answers: in order, so many at most. [G1] */
function ask(after: number, limit: number, { color, flagged }: Only) {
  const asked = log.filter(
    (entry) =>
      entry.seq > after &&
      entry.type === 'beat' &&
      (color === undefined || entry.color === color) &&
      (flagged !== true || entry.violations.length > 0),
  )
  return Promise.resolve({ ok: true as const, value: asked.slice(0, limit) })
}

async function searched(filter: Filter, before: number): Promise<number[]> {
  const search = new PastSearch(filter, before, ask)
  while (!search.done) await search.look()
  return search.found.map(({ seq }) => seq)
}

describe('the search of a long run', () => {
  it('finds whatever passes before the list, newest first, each once', async () => {
    const filters = fc.record({
      marks: fc.subarray([...marks]),
      rule: fc.constant(null),
      text: fc.constantFrom('', 'question 7', '#4', 'no such word'),
    })
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 6_001 }), async (filter, before) => {
        const passes = filterOf(filter)
        const expected = log.filter((entry) => entry.seq < before && passes(feedRow(entry)))
        expect(await searched(filter, before)).toEqual(expected.map(({ seq }) => seq).toReversed())
      }),
      { numRuns: 15 },
    )
  })

  it('rests when there is enough to be read, and goes on from there', async () => {
    const search = new PastSearch({ ...noFilter, text: 'question 7' }, 6_001, ask)
    await search.look()
    expect(search.found.length).toBeLessThan(200)
    expect(search.state.value).toEqual({ reached: 5_501, is: 'resting' })
    const first = search.found.length
    await search.look()
    expect(search.found.length).toBeGreaterThan(first)
  })

  it('stops between two answers, and goes on from where it had come', async () => {
    // Nothing for long, so that a look becomes wide, and then one doubtful beat after another.
    const newest = 50_000
    const doubtful = { ...beat(700) }
    let asked = 0
    const search = new PastSearch({ ...noFilter, marks: ['yellow'] }, 100_001, (after, limit) => {
      asked += 1
      if (asked === 10) search.stop()
      const left = Math.max(0, Math.min(limit, newest - after))
      const value = Array.from({ length: left }, (_, index) => ({ ...doubtful, seq: after + 1 + index }))
      return Promise.resolve({ ok: true, value })
    })
    await search.look()
    expect(asked).toBe(10)
    expect(search.state.value.is).toBe('resting')
    await search.look()
    expect(search.found[0]?.seq).toBe(newest)
  })

  it('says that it was not answered, and can be asked again', async () => {
    const problem: Failure = {
      status: 503,
      code: 'unreachable',
      title: 'Busy',
      detail: '',
      nextRunId: null,
      errors: [],
    }
    let fails = true
    const search = new PastSearch({ ...noFilter, marks: ['red'] }, 6_001, (...page) =>
      fails ? Promise.resolve({ ok: false, problem }) : ask(...page),
    )
    await search.look()
    expect(search.state.value).toEqual({ reached: 6_001, is: 'failed' })
    fails = false
    await search.look()
    expect(search.done).toBe(true)
    expect(search.found.map(({ seq }) => seq)).toEqual([5006, 2503])
  })
})
