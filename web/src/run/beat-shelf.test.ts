import { expect, it } from 'vitest'
import type { BeatEntry } from '../../../protocol/entry.ts'
import { BeatShelf } from './beat-shelf.ts'

const beat = (seq: number, length: number) =>
  ({ type: 'beat', seq, prompt: 'x'.repeat(length), response: null }) as BeatEntry

it('keeps the newest beats within its room, and the last whatever its size', () => {
  const shelf = new BeatShelf(5000)
  for (const seq of [1, 2, 3]) shelf.put(beat(seq, 1000))
  expect([1, 2, 3].map((seq) => shelf.get(seq)?.seq)).toEqual([undefined, 2, 3])
  shelf.put(beat(4, 100_000))
  expect([2, 3, 4].map((seq) => shelf.get(seq)?.seq)).toEqual([undefined, undefined, 4])
  shelf.put(beat(5, 10))
  expect([4, 5].map((seq) => shelf.get(seq)?.seq)).toEqual([undefined, 5])
})
