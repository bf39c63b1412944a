import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BeatColumns, type Mark } from './columns.ts'
import { decimate } from './decimate.ts'
import { hrv } from './hrv.ts'
import { FlatStretches, traceLine } from './line.ts'
import { silenceS } from './silence.ts'

const START_MS = Date.UTC(2026, 0, 1)

function columnsOf(beats: { ms?: number; score: number; mark?: Mark }[]): BeatColumns {
  const columns = new BeatColumns()
  for (const [index, { ms = index * 1000, score, mark = 'green' }] of beats.entries())
    columns.push({
      seq: index + 1,
      timestamp: new Date(START_MS + ms).toISOString(),
      alignment_score: score,
      color: mark === 'flatline' ? 'red' : mark,
      flatline: mark === 'flatline',
    })
  return columns
}

const beats = fc.array(
  fc.record({
    gapMs: fc.integer({ min: 0, max: 3000 }),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    mark: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Mark>('green') },
      { weight: 1, arbitrary: fc.constantFrom<Mark>('yellow', 'red', 'flatline') },
    ),
  }),
  { minLength: 1, maxLength: 600 },
)

function arranged(list: { gapMs: number; score: number; mark: Mark }[]): BeatColumns {
  let ms = 0
  return columnsOf(list.map(({ gapMs, ...beat }) => ({ ...beat, ms: (ms += gapMs) })))
}

describe('BeatColumns', () => {
  it('grows past its first room and finds a beat by seq', () => {
    const columns = columnsOf(Array.from({ length: 5000 }, (_, index) => ({ score: (index % 100) / 100 })))
    expect(columns.length).toBe(5000)
    expect(columns.score[4242]).toBe(0.42)
    expect(columns.rowOf(4243)).toBe(4242)
    expect(columns.rowOf(5001)).toBe(-1)
    expect(columns.rowOf(0)).toBe(-1)
  })

  it('[R2] keeps the HRV after each beat', () => {
    const scores = Array.from({ length: 40 }, (_, index) => ((index * 37) % 11) / 11)
    const columns = columnsOf(scores.map((score) => ({ score })))
    expect(columns.hrv[1]).toBeNaN()
    for (const row of [2, 19, 20, 39]) expect(columns.hrv[row]).toBe(hrv(scores.slice(0, row + 1)))
  })
})

describe('decimate', () => {
  it('keeps every beat that is not green, both extremes, the ends, and the order', () => {
    fc.assert(
      fc.property(beats, fc.integer({ min: 1, max: 40 }), (list, buckets) => {
        const columns = arranged(list)
        const from = columns.time[0] ?? 0
        const to = columns.time[columns.length - 1] ?? 0
        const rows = decimate(columns, from, to, buckets)
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
        const scores = rows.map((row) => columns.score[row] ?? -1)
        expect(Math.min(...scores)).toBe(Math.min(...list.map(({ score }) => score)))
        expect(Math.max(...scores)).toBe(Math.max(...list.map(({ score }) => score)))
        const urgent = list.flatMap(({ mark }, row) => (mark === 'green' ? [] : [row]))
        expect(rows).toEqual(expect.arrayContaining(urgent))
        expect(rows).toContain(0)
        expect(rows).toContain(list.length - 1)
      }),
    )
  })

  it('stays small where all is calm, and leaves nothing out where there is room', () => {
    const columns = columnsOf(
      Array.from({ length: 100_000 }, (_, index) => ({ score: 0.95 + (index % 50) / 1000 })),
    )
    const first = columns.time[0] ?? 0
    expect(decimate(columns, first, first + 100_000, 1000).length).toBeLessThanOrEqual(4 * 1001)
    expect(decimate(columns, first + 10, first + 20, 1000)).toEqual(
      Array.from({ length: 13 }, (_, index) => index + 9),
    )
  })

  it('is empty for an empty run', () => {
    expect(decimate(new BeatColumns(), 0, 1, 100)).toEqual([])
  })
})

describe('traceLine', () => {
  it('falls to zero at a flatline, stays, and rises at the next beat that is not severe', () => {
    const columns = columnsOf([
      { score: 1 },
      { score: 0.1, mark: 'flatline' },
      { score: 0.2, mark: 'flatline' },
      { score: 0.9 },
    ])
    const { x, y } = traceLine(columns, [0, 1, 2, 3])
    const start = START_MS / 1000
    expect(x.map((at) => at - start)).toEqual([0, 1, 1, 2, 3, 3])
    expect(y).toEqual([1, 1, 0, 0, 0, 0.9])
  })
})

describe('a silence', () => {
  const beats = [0, 1, 2, 3, 600, 601].map((at, index) => ({
    ms: at * 1000,
    score: 1,
    mark: index === 5 ? ('flatline' as const) : ('green' as const),
  }))
  const columns = columnsOf([...beats, { ms: 2_000_000, score: 1, mark: 'flatline' }])
  const all = [0, 1, 2, 3, 4, 5, 6]

  it('is far longer than the usual distance of two beats', () => {
    expect(silenceS(columns, 0, 7)).toBe(20)
    const slow = columnsOf(Array.from({ length: 50 }, (_, index) => ({ ms: index * 60_000, score: 1 })))
    expect(silenceS(slow, 0, 50)).toBe(600)
    expect(silenceS(new BeatColumns(), 0, 0)).toBe(20)
  })

  it('breaks the line, but not that of a run that lies flat', () => {
    const { x, y } = traceLine(columns, all, 20)
    expect(y).toEqual([1, 1, 1, 1, null, 1, 1, 0, 0])
    expect(x.map((at) => at - START_MS / 1000)).toEqual([0, 1, 2, 3, 600, 600, 601, 601, 2000])
  })
})

describe('FlatStretches', () => {
  it('opens at a flatline and closes at the next beat that is not one', () => {
    const flat = new FlatStretches()
    for (const [index, severe] of [false, true, true, false, true].entries())
      flat.push(index, index + 1, severe)
    expect(flat.list).toEqual([
      { from: 1, to: 3, seq: 2 },
      { from: 4, to: null, seq: 5 },
    ])
    expect(flat.open?.seq).toBe(5)
  })
})
