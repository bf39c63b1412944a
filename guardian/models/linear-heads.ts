import type { TextFeatures } from './text-features.ts'
import { bucketCount } from './text-features.ts'

/** Bytes between two buckets of the interleaved table. */
const stride = 8

/** Logistic regressions over hashed n-grams, at most eight of them. */
export interface LinearHeads {
  /** int8 weights, those of one bucket side by side: one cache line serves every head. */
  readonly table: Int8Array
  /** What one step of a head's int8 is worth. */
  readonly scales: Float32Array
  readonly biases: Float32Array
}

/** @param planes one int8 plane of `bucketCount` weights a head, laid end to end */
export function interleaved(planes: Int8Array, scales: Float32Array, biases: Float32Array): LinearHeads {
  const table = new Int8Array(bucketCount * stride)
  for (let head = 0; head < scales.length; head++)
    for (let bucket = 0; bucket < bucketCount; bucket++)
      table[bucket * stride + head] = planes[head * bucketCount + bucket] as number
  return { table, scales, biases }
}

/**
 * Log-odds of every head for one window.
 * @param out receives one number a head; five heads are read
 */
export function linearScores(
  { table, scales, biases }: LinearHeads,
  features: TextFeatures,
  out: Float64Array,
): void {
  const { buckets, counts, weightOf, size } = features
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  for (let k = 0; k < size; k++) {
    const at = (buckets[k] as number) * stride
    const value = weightOf[counts[k] as number] as number
    s0 += value * (table[at] as number)
    s1 += value * (table[at + 1] as number)
    s2 += value * (table[at + 2] as number)
    s3 += value * (table[at + 3] as number)
    s4 += value * (table[at + 4] as number)
  }
  out[0] = (biases[0] as number) + (scales[0] as number) * s0
  out[1] = (biases[1] as number) + (scales[1] as number) * s1
  out[2] = (biases[2] as number) + (scales[2] as number) * s2
  out[3] = (biases[3] as number) + (scales[3] as number) * s3
  out[4] = (biases[4] as number) + (scales[4] as number) * s4
}
