import { featureReader, windowLength } from '../models/text-features.ts'
import type { SparseRows } from './logistic.ts'

/** The first window of every text as a row of sparse features. */
export function featureRows(texts: readonly string[]): SparseRows {
  const reader = featureReader()
  const starts = new Uint32Array(texts.length + 1)
  let capacity = 1 << 22
  let ids = new Uint16Array(capacity)
  let values = new Float32Array(capacity)
  let used = 0
  texts.forEach((text, row) => {
    const { buckets, values: weights, size } = reader.read(text, 0, Math.min(text.length, windowLength))
    if (used + size > capacity) {
      capacity *= 2
      const moreIds = new Uint16Array(capacity)
      const moreValues = new Float32Array(capacity)
      moreIds.set(ids)
      moreValues.set(values)
      ids = moreIds
      values = moreValues
    }
    ids.set(buckets.subarray(0, size), used)
    values.set(weights.subarray(0, size), used)
    used += size
    starts[row + 1] = used
  })
  return { starts, ids, values }
}
