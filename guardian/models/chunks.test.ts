import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachChunk } from './chunks.ts'

function chunksOf(text: string): [number, number][] {
  const chunks: [number, number][] = []
  eachChunk(text, 0, text.length, (start, end) => chunks.push([start, end]))
  return chunks
}

describe('eachChunk', () => {
  it('covers every unit of any text, in order and with overlap', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'grapheme' }), (text) => {
        const chunks = chunksOf(text)
        expect(chunks[0]?.[0]).toBe(0)
        expect(chunks.at(-1)?.[1]).toBe(text.length)
        chunks.slice(1).forEach(([start], i) => {
          expect(start).toBeLessThanOrEqual(chunks[i]?.[1] ?? 0)
          expect(start).toBeGreaterThan(chunks[i]?.[0] ?? 0)
        })
      }),
    )
  })

  it('makes a number of chunks that is linear in the length', () => {
    expect(chunksOf('x'.repeat(100_000)).length).toBeLessThan(100_000 / 150)
  })
})
