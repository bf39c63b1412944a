import { describe, expect, it } from 'vitest'
import { areaInterval, rocArea, shareAbove, thresholdAt, wilson } from './metrics.ts'

describe('rocArea', () => {
  it('is 1 when every positive is above every negative, 0 the other way round', () => {
    expect(rocArea([3, 4], [1, 2])).toBe(1)
    expect(rocArea([1, 2], [3, 4])).toBe(0)
  })
  it('counts a tie as half', () => {
    expect(rocArea([1], [1, 0])).toBe(0.75)
  })
})

describe('thresholdAt', () => {
  it('lets through at most the given share', () => {
    const negatives = Array.from({ length: 200 }, (_, i) => i)
    expect(shareAbove(negatives, thresholdAt(negatives, 0.01))).toBe(0.01)
    expect(shareAbove([5, 5, 5, 5], thresholdAt([5, 5, 5, 5], 0.25))).toBe(0)
  })
})

it('gives intervals that hold the value', () => {
  const [low, high] = wilson(0.3, 50)
  expect(low).toBeGreaterThan(0.17)
  expect(high).toBeLessThan(0.45)
  const [areaLow, areaHigh] = areaInterval(0.9, 100, 200)
  expect(areaLow).toBeLessThan(0.9)
  expect(areaHigh).toBeGreaterThan(0.9)
})
