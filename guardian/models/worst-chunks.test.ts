import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WorstChunks } from './worst-chunks.ts'

describe('WorstChunks', () => {
  it('keeps the three worst of every head, worst first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 30 }), (scores) => {
        const chunks = new WorstChunks(2)
        scores.forEach((score, at) => chunks.note(1, score, at, at + 1))
        const worst = scores.toSorted((a, b) => b - a).slice(0, 3)
        expect(chunks.of(1).map(({ start }) => scores[start])).toEqual(worst)
        expect(chunks.of(0)).toEqual([])
      }),
    )
  })
})
