import type { TextFeatures } from './text-features.ts'
import { bucketCount } from './text-features.ts'

/** The linear heads, in the order of their weights. `reply` judges a text by its own words. */
export const linearHeads = ['injection', 'jailbreak', 'harmful_request', 'reply', 'refusal'] as const
export type LinearHead = (typeof linearHeads)[number]

/** Bytes between two buckets of the interleaved table. */
const stride = 8

export interface LinearHeads {
  /** int8 weights, those of one bucket side by side: one cache line serves every head. */
  readonly table: Int8Array
  /** What one step of a head's int8 is worth. */
  readonly scales: Float32Array
  readonly biases: Float32Array
}

/** @param planes one int8 plane of `bucketCount` weights a head, laid end to end */
export function interleaved(
  planes: Int8Array,
  scales: readonly number[],
  biases: readonly number[],
): LinearHeads {
  const table = new Int8Array(bucketCount * stride)
  linearHeads.forEach((_, head) => {
    for (let bucket = 0; bucket < bucketCount; bucket++)
      table[bucket * stride + head] = planes[head * bucketCount + bucket] as number
  })
  return { table, scales: Float32Array.from(scales), biases: Float32Array.from(biases) }
}

/**
 * Log-odds of every head for one window.
 * @param out receives one number a head, in the order of `linearHeads`
 */
export function linearScores(
  { table, scales, biases }: LinearHeads,
  features: TextFeatures,
  out: Float64Array,
): void {
  const { buckets, values, size } = features
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  for (let k = 0; k < size; k++) {
    const at = (buckets[k] as number) * stride
    const value = values[k] as number
    s0 += value * (table[at] as number)
    s1 += value * (table[at + 1] as number)
    s2 += value * (table[at + 2] as number)
    s3 += value * (table[at + 3] as number)
    s4 += value * (table[at + 4] as number)
  }
  const sums = [s0, s1, s2, s3, s4]
  for (let head = 0; head < linearHeads.length; head++)
    out[head] = (biases[head] as number) + (scales[head] as number) * (sums[head] as number)
}
