import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines } from './read-lines.ts'

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function linesOf(text: string, size: number, maxLength?: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = []
  for await (const line of readLines(chunksOf(new TextEncoder().encode(text), size), maxLength)) {
    lines.push(line.text)
    expect(line.number).toBe(lines.length)
  }
  return lines
}

describe('readLines', () => {
  it('cuts at line ends of both kinds, wherever the chunks are cut', async () => {
    const strings = fc.string({ unit: fc.constantFrom('a', 'é', '𝄞', '\n', '\r\n', ' ') })
    await fc.assert(
      fc.asyncProperty(strings, fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const expected = text.split(/\r?\n/)
        if (expected.at(-1) === '') expected.pop()
        expect(await linesOf(text, size)).toEqual(expected)
      }),
    )
  })

  it('gives null for a line that is too long, and goes on behind it', async () => {
    expect(await linesOf(`short\n${'x'.repeat(11)}\n${'y'.repeat(10)}\n`, 3, 10)).toEqual([
      'short',
      null,
      'y'.repeat(10),
    ])
  })
})
