import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { envelope } from './envelope.ts'

const places = { xOf: (x: number) => x, yOf: (y: number) => y }
const none = Number.NaN

function columnsOf(x: number[], y: (number | null)[], width: number) {
  const { top, bottom } = envelope(x, y, places, width)
  return { top: [...top], bottom: [...bottom] }
}

describe('the pixels that a line covers', () => {
  it('reach from the lowest to the highest of a column, and as far as the step into the next', () => {
    expect(columnsOf([0.2, 0.5, 0.8, 1.8], [5, 9, 4, 4], 3)).toEqual({
      top: [4, 4, none],
      bottom: [9, 4, none],
    })
    expect(columnsOf([0.5, 2.5], [0, 4], 3)).toEqual({ top: [0, 1, 3], bottom: [1, 3, 4] })
  })

  it('end where the line breaks and where the columns do', () => {
    expect(columnsOf([0.5, 1.5, 1.5, 3.5], [1, 1, null, 2], 5)).toEqual({
      top: [1, 1, none, 2, none],
      bottom: [1, 1, none, 2, none],
    })
    expect(columnsOf([-1e12, 1e12], [3, 3], 2)).toEqual({ top: [3, 3], bottom: [3, 3] })
  })

  it('hold every point, and have no hole between the first and the last', () => {
    const points = fc.array(fc.record({ x: fc.double({ min: 0, max: 99.5, noNaN: true }), y: fc.nat(500) }), {
      minLength: 1,
      maxLength: 300,
    })
    fc.assert(
      fc.property(points, (unordered) => {
        const line = unordered.toSorted((a, b) => a.x - b.x)
        const { top, bottom } = envelope(
          line.map(({ x }) => x),
          line.map(({ y }) => y),
          places,
          100,
        )
        for (const { x, y } of line) {
          expect(top[Math.floor(x)]).toBeLessThanOrEqual(y + 1e-3)
          expect(bottom[Math.floor(x)]).toBeGreaterThanOrEqual(y - 1e-3)
        }
        const [first, last] = [Math.floor(line[0]?.x ?? 0), Math.floor(line.at(-1)?.x ?? 0)]
        expect(top.subarray(first, last + 1).some(Number.isNaN)).toBe(false)
      }),
    )
  })
})
