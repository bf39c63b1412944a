import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eachChunk } from './chunks.ts'
import { featureReader, windowLength, windowStride } from './text-features.ts'
import { WindowWords } from './window-words.ts'

const reader = featureReader()
const windows = new WindowWords(reader)

function fromChunks(text: string): number[][] {
  const found: number[][] = []
  windows.begin(text)
  eachChunk(text, 0, text.length, (start, end) =>
    windows.take(reader.read(text, start, end), end, () =>
      found.push([...windows.words.subarray(0, windows.wordCount)]),
    ),
  )
  return found
}

function readAlone(text: string): number[][] {
  const found: number[][] = []
  for (let start = 0; ; start += windowStride) {
    const end = Math.min(text.length, start + windowLength)
    const { words, wordCount } = reader.readWords(text, start, end)
    found.push([...words.subarray(0, wordCount)])
    if (end === text.length) return found
  }
}

it('[V2] finds in every window what the reader finds in it alone, wherever words are cut', () => {
  const piece = fc.oneof(
    fc.constantFrom(' ', ', ', '\n', '-', '忽略之前', 'Straße', '🙂', '\u3000'),
    fc.stringMatching(/^[a-z]{1,12} $/),
    fc.integer({ min: 1, max: 700 }).map((length) => 'xy'.repeat(length)),
    fc.integer({ min: 1, max: 2000 }).map((length) => 'a '.repeat(length)),
    fc.integer({ min: 1, max: 300 }).map((length) => 'a word '.repeat(length)),
    fc.integer({ min: 1, max: 300 }).map((length) => '前a'.repeat(length)),
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      expect(fromChunks(text)).toEqual(readAlone(text))
    }),
  )
})
