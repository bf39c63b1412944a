import type { TextFeatures } from './text-features.ts'
import { bucketCount } from './text-features.ts'

/** Logistic regressions over hashed n-grams, five of them. */
export interface LinearHeads {
  /**
   * int8 weights, raised to be no less than 0, those of one bucket side by side in eight bytes: one cache line serves
   * every head, and four weights are read and added up at a time.
   */
  readonly table: Int32Array
  /** What one step of a head's int8 is worth. */
  readonly scales: Float32Array
  readonly biases: Float32Array
}

const raisedBy = 128
/** Bytes 0 and 2 of a number, with room above each for the sum of this many. */
const lanes = 0xff00ff
const mostAtOnce = 256

/** @param planes one int8 plane of `bucketCount` weights a head, laid end to end */
export function interleaved(planes: Int8Array, scales: Float32Array, biases: Float32Array): LinearHeads {
  const table = new Int32Array(bucketCount * 2)
  const raised = (head: number, bucket: number): number =>
    (planes[head * bucketCount + bucket] as number) + raisedBy
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    for (let head = 0; head < 4; head++)
      table[bucket * 2] = (table[bucket * 2] as number) | (raised(head, bucket) << (head * 8))
    table[bucket * 2 + 1] = raised(4, bucket)
  }
  return { table, scales, biases }
}

/**
 * Log-odds of every head for one window. The sums are of whole numbers times few values of 24 bits, so a double holds
 * them exactly: in which order they are added makes no difference.
 *
 * @param out receives one number a head
 */
export function linearScores(
  { table, scales, biases }: LinearHeads,
  { buckets, counts, weightOf, size, repeated, repeats }: TextFeatures,
  out: Float64Array,
): void {
  const once = weightOf[1] as number
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  // All as if they were hit once, and then what the others weigh more.
  for (let from = 0; from < size; from += mostAtOnce) {
    const to = from + mostAtOnce < size ? from + mostAtOnce : size
    let even = 0
    let odd = 0
    for (let k = from; k < to; k++) {
      const at = (buckets[k] as number) * 2
      const four = table[at] as number
      even = (even + (four & lanes)) | 0
      odd = (odd + ((four >>> 8) & lanes)) | 0
      s4 += table[at + 1] as number
    }
    s0 += even & 0xffff
    s1 += odd & 0xffff
    s2 += even >>> 16
    s3 += odd >>> 16
  }
  const raised = raisedBy * size
  s0 = (s0 - raised) * once
  s1 = (s1 - raised) * once
  s2 = (s2 - raised) * once
  s3 = (s3 - raised) * once
  s4 = (s4 - raised) * once
  for (let k = 0; k < repeats; k++) {
    const place = repeated[k] as number
    const more = (weightOf[counts[place] as number] as number) - once
    const at = (buckets[place] as number) * 2
    const four = table[at] as number
    s0 += more * ((four & 0xff) - raisedBy)
    s1 += more * (((four >>> 8) & 0xff) - raisedBy)
    s2 += more * (((four >>> 16) & 0xff) - raisedBy)
    s3 += more * ((four >>> 24) - raisedBy)
    s4 += more * ((table[at + 1] as number) - raisedBy)
  }
  out[0] = (biases[0] as number) + (scales[0] as number) * s0
  out[1] = (biases[1] as number) + (scales[1] as number) * s1
  out[2] = (biases[2] as number) + (scales[2] as number) * s2
  out[3] = (biases[3] as number) + (scales[3] as number) * s3
  out[4] = (biases[4] as number) + (scales[4] as number) * s4
}
