import { expect, it } from 'vitest'
import { unpackedNet } from '../models/loaded-models.ts'
import { netReader } from '../models/phrase-net.ts'
import { featureReader, wordHash } from '../models/text-features.ts'
import { seededRandom } from './logistic.ts'
import { packedNet } from './pack.ts'
import { netScores, newNet } from './train-net.ts'
import { vectorSize } from './word-vectors.ts'

const words = Array.from(
  { length: 200 },
  (_, i) => `word${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`,
)
const random = seededRandom(1)
const vectors = Float32Array.from({ length: words.length * vectorSize }, () => (random() - 0.5) / 5)
const vocabulary = {
  hashes: Int32Array.from(words, wordHash),
  vectors,
  weights: new Float32Array(words.length).fill(1),
}

it('reads a text with the packed network as with the network in floating point', () => {
  const net = newNet({
    filters: 4,
    means: 4,
    hidden: 3,
    heads: 5,
    epochs: 1,
    rate: 0,
    decay: 0,
    wordDropout: 0,
    seed: 2,
  })
  const reader = netReader(unpackedNet(packedNet(net, vocabulary)))
  const features = featureReader()
  const out = new Float64Array(5)
  for (let n = 0; n < 20; n++) {
    const rows = Int32Array.from({ length: 12 }, () => Math.floor(random() * (words.length + 40)))
    const text = [...rows].map((row) => words[row] ?? 'unheard').join(' ')
    const tokens = rows.map((row) => (row < words.length ? row : -1))
    const known = reader.read(features.read(text, 0, text.length), out)
    expect(known).toBe(tokens.filter((row) => row >= 0).length)
    netScores(net, vectors, { starts: Uint32Array.of(0, 12), tokens }, 0).forEach((score, head) =>
      expect(out[head]).toBeCloseTo(score, 1),
    )
  }
})
