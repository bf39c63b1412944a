import fc from 'fast-check'
import { expect, it } from 'vitest'
import { interleaved, linearScores } from './linear-heads.ts'
import { bucketCount, featureReader } from './text-features.ts'

const headCount = 5
const scales = Float32Array.of(0.01, 0.02, 0.03, 0.04, 0.05)
const biases = Float32Array.of(-2, -1, 0, 1, 2)

/** Weights of the highest and the lowest worth, more of them than a lane's sum has room for at a time. */
const extreme = Int8Array.from({ length: headCount * bucketCount }, (_, at) => (at % 3 === 0 ? -128 : 127))
const mixed = Int8Array.from({ length: headCount * bucketCount }, (_, at) => Math.imul(at, 0x9e3779b1) >> 24)

/** Long enough for several blocks of distinct buckets. */
const text = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefgh    ')),
  minLength: 900,
  maxLength: 1500,
})

it.each([
  ['extreme', extreme],
  ['mixed', mixed],
])('adds up %s weights, to the last bit as one by one', (_, planes) => {
  const heads = interleaved(planes, scales, biases)
  const reader = featureReader()
  const out = new Float64Array(headCount)
  fc.assert(
    fc.property(text, (given) => {
      const features = reader.read(given, 0, given.length)
      linearScores(heads, features, out)
      for (let head = 0; head < headCount; head++) {
        let sum = 0
        for (let k = 0; k < features.size; k++)
          sum +=
            (features.weightOf[features.counts[k] ?? 0] ?? 0) *
            (planes[head * bucketCount + (features.buckets[k] ?? 0)] ?? 0)
        expect(out[head]).toBe((biases[head] ?? 0) + (scales[head] ?? 0) * sum)
      }
    }),
  )
})
