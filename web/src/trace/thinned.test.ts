import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BeatColumns } from './columns.ts'
import { Thinned } from './thinned.ts'

const BEATS = 20_000

/** A beat a second from 0 on, every 500th of them not green. */
function columnsOf(beats = BEATS): BeatColumns {
  const columns = new BeatColumns()
  for (let seq = 1; seq <= beats; seq += 1)
    columns.add(seq, seq, ((seq * 7919) % 100) / 100, seq % 500 === 0 ? 1 : 0)
  return columns
}

describe('the beats chosen of a stretch', () => {
  it('serve whatever stretch of the same length lies within, and nothing else', () => {
    const columns = columnsOf()
    const thinned = new Thinned(columns, { from: 5000, to: 7000 }, 100)
    expect(thinned.serves(columns, { from: 3000.5, to: 5000.5 }, 100)).toBe(true)
    expect(thinned.serves(columns, { from: 7000, to: 9000 }, 100)).toBe(true)
    expect(thinned.serves(columns, { from: 2999, to: 4999 }, 100)).toBe(false)
    expect(thinned.serves(columns, { from: 7001, to: 9001 }, 100)).toBe(false)
    expect(thinned.serves(columns, { from: 5000, to: 6000 }, 100)).toBe(false)
    expect(thinned.serves(columns, { from: 5000, to: 7000 }, 200)).toBe(false)
    expect(thinned.serves(columnsOf(), { from: 5000, to: 7000 }, 100)).toBe(false)
    columns.add(BEATS + 1, BEATS + 1, 1, 0)
    expect(thinned.serves(columns, { from: 5000, to: 7000 }, 100)).toBe(false)
  })

  it('hold every beat of it that is not green, and one beyond either edge', () => {
    const columns = columnsOf()
    const thinned = new Thinned(columns, { from: 5000, to: 7000 }, 100)
    fc.assert(
      fc.property(fc.integer({ min: 3001, max: 6999 }), (from) => {
        const rows = thinned.within({ from, to: from + 2000 })
        const times = rows.map((row) => columns.time[row] ?? 0)
        expect(times[0]).toBeLessThan(from)
        expect(times.at(-1)).toBeGreaterThanOrEqual(from + 2000)
        const inside = Array.from({ length: 2000 }, (_, index) => from + index)
        const warned = inside.filter((seq) => seq % 500 === 0)
        expect(times.filter((time) => warned.includes(time))).toEqual(warned)
      }),
    )
  })
})
