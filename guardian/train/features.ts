import { featureReader, windowLength } from '../models/text-features.ts'
import type { SparseRows } from './logistic.ts'
import type { TokenRows } from './train-net.ts'

/** What the models read of every text: its first window. */
export interface TextRows {
  readonly sparse: SparseRows
  /** Hashes of the words, in order. */
  readonly words: TokenRows
}

/** An array that grows as it is filled. */
function growing<T extends Uint16Array | Float32Array | Int32Array>(make: (size: number) => T) {
  let array = make(1 << 20)
  let used = 0
  return {
    add(part: T): number {
      if (used + part.length > array.length) {
        const larger = make(Math.max(array.length * 2, used + part.length))
        larger.set(array.subarray(0, used))
        array = larger
      }
      array.set(part, used)
      used += part.length
      return used
    },
    taken: () => array.subarray(0, used) as T,
  }
}

export function textRows(texts: readonly string[]): TextRows {
  const reader = featureReader()
  const sparseStarts = new Uint32Array(texts.length + 1)
  const wordStarts = new Uint32Array(texts.length + 1)
  const ids = growing<Uint16Array>((size) => new Uint16Array(size))
  const values = growing<Float32Array>((size) => new Float32Array(size))
  const words = growing<Int32Array>((size) => new Int32Array(size))
  texts.forEach((text, row) => {
    const read = reader.read(text, 0, Math.min(text.length, windowLength))
    sparseStarts[row + 1] = ids.add(read.buckets.subarray(0, read.size))
    values.add(read.values.subarray(0, read.size))
    wordStarts[row + 1] = words.add(read.words.subarray(0, read.wordCount))
  })
  return {
    sparse: { starts: sparseStarts, ids: ids.taken(), values: values.taken() },
    words: { starts: wordStarts, tokens: words.taken() },
  }
}
