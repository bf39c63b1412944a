import { describe, expect, it } from 'vitest'
import { blockMeans } from './block-means.ts'

const meanOf = (pieces: readonly (readonly [at: number, value: number])[]): number => {
  const means = blockMeans(1, 1000)
  means.start()
  for (const [at, value] of pieces) means.add(Float64Array.of(value), at)
  const out = new Float64Array(1)
  means.finish(out)
  return out[0] ?? Number.NaN
}

describe('blockMeans', () => {
  it('is the mean where one block holds all', () => {
    expect(
      meanOf([
        [0, 1],
        [300, 2],
        [600, 6],
      ]),
    ).toBe(3)
  })

  it('is not watered down by other blocks', () => {
    expect(
      meanOf([
        [0, -4],
        [500, -4],
        [1000, 2],
        [1500, 4],
        [2000, -4],
        [2500, -4],
        [2900, -4],
      ]),
    ).toBe(3)
  })

  it('counts a short rest with the block before, so that no single piece is a block', () => {
    expect(
      meanOf([
        [0, 1],
        [500, 1],
        [1000, 7],
      ]),
    ).toBe(3)
  })

  it('begins anew with every text', () => {
    const means = blockMeans(2, 1000)
    const out = new Float64Array(2)
    means.start()
    means.add(Float64Array.of(9, 9), 0)
    means.finish(out)
    means.start()
    means.add(Float64Array.of(-1, -2), 0)
    means.finish(out)
    expect([...out]).toEqual([-1, -2])
  })
})
