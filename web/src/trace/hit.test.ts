import { describe, expect, it } from 'vitest'
import { BeatColumns, type Mark } from './columns.ts'
import { hit } from './hit.ts'

const START_S = Date.UTC(2026, 0, 1) / 1000

function columnsOf(...beats: [atS: number, score: number, mark?: Mark][]): BeatColumns {
  const columns = new BeatColumns()
  for (const [index, [atS, score, mark = 'green']] of beats.entries())
    columns.push({
      seq: index + 1,
      timestamp: new Date((START_S + atS) * 1000).toISOString(),
      alignment_score: score,
      color: mark === 'flatline' ? 'red' : mark,
      flatline: mark === 'flatline',
    })
  return columns
}

/** Ten pixels a second, a hundred from score 1 (top) to 0. */
const plot = { from: START_S, to: START_S + 100, width: 1000, yOf: (score: number) => (1 - score) * 100 }

describe('hit', () => {
  it('means the mark nearest to the pointer', () => {
    const columns = columnsOf([10, 1], [12, 0.5], [14, 1])
    expect(hit(columns, plot, 121, 48)).toBe(1)
    expect(hit(columns, plot, 139, 2)).toBe(2)
  })

  it('prefers a mark that is not green, and looks for a flatline on zero', () => {
    const columns = columnsOf([10, 1], [10.8, 1, 'red'], [11, 0.3, 'flatline'])
    expect(hit(columns, plot, 103, 0)).toBe(1)
    expect(hit(columns, plot, 110, 96)).toBe(2)
  })

  it('takes the beat nearest in time where no mark is near, and none where none is beside', () => {
    const columns = columnsOf([10, 1], [12, 1])
    expect(hit(columns, plot, 104, 80)).toBe(0)
    expect(hit(columns, plot, 500, 0)).toBe(-1)
    expect(hit(new BeatColumns(), plot, 0, 0)).toBe(-1)
  })
})
