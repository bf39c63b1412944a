import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hrv } from './hrv.ts'

describe('hrv', () => {
  it('[R2] is null under 3 beats, and the deviation of the steps from then on', () => {
    expect(hrv([])).toBeNull()
    expect(hrv([1, 0])).toBeNull()
    expect(hrv([1, 1, 1])).toBe(0)
    // Steps 1 and 0: mean 0.5, both 0.5 away from it.
    expect(hrv([1, 0, 0])).toBe(0.5)
    // Steps 0.2, 0.6: mean 0.4, deviation 0.2.
    expect(hrv([0.8, 1, 0.4])).toBeCloseTo(0.2, 12)
  })

  it('[R2] looks at the last 20 beats only', () => {
    const calm = Array.from({ length: 20 }, () => 0.9)
    expect(hrv([0, 1, 0, 1, 0, ...calm])).toBe(0)
    expect(hrv([0, ...calm.slice(1)])).toBeGreaterThan(0)
  })

  it('does not depend on the direction of the steps, and stays within 0..0.5', () => {
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(scores, (list) => {
        const value = hrv(list) ?? -1
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(0.5)
        expect(hrv(list.map((score) => 1 - score))).toBeCloseTo(value, 9)
      }),
    )
  })
})
