import type { Corpus } from './corpus.ts'
import type { Sample } from './samples.ts'
import type { TokenRows } from './train-net.ts'
import type { WordVectors } from './word-vectors.ts'
import { vectorSize } from './word-vectors.ts'

/** The words that the network knows, with their vectors. */
export interface Vocabulary {
  readonly hashes: Int32Array
  readonly vectors: Float32Array
  /** How often a word occurs, roughly; never 0. */
  readonly weights: Float32Array
}

/** The most frequent words of general English that are taken whether the samples hold them or not. */
const general = 4000

/**
 * Chooses `size` words: the most frequent of the language, then those that occur in most of the samples,
 * where every source counts by the square root of its size.
 */
export function chosenVocabulary(
  corpus: Corpus,
  pretrained: WordVectors,
  use: (sample: Sample) => boolean,
  size: number,
): Vocabulary {
  const sourceSizes = new Map<string, number>()
  const used = corpus.samples.filter(use)
  for (const { source } of used) sourceSizes.set(source, (sourceSizes.get(source) ?? 0) + 1)
  const weightOf = new Map<number, number>()
  const { starts, tokens } = corpus.rows.words
  for (const sample of used) {
    const row = corpus.rowOf.get(sample.text) ?? 0
    const weight = 1 / Math.sqrt(sourceSizes.get(sample.source) ?? 1)
    for (const hash of new Set(tokens.subarray(starts[row], starts[row + 1])))
      weightOf.set(hash, (weightOf.get(hash) ?? 0) + weight)
  }
  const ranked = [...pretrained.rowOf.entries()]
    .map(([hash, rank]) => ({ hash, rank, weight: weightOf.get(hash) ?? 0 }))
    .sort(
      (a, b) => Number(b.rank < general) - Number(a.rank < general) || b.weight - a.weight || a.rank - b.rank,
    )
    .slice(0, size)
    // Hashes in order, so that the file is the same whatever the order of equal weights.
    .sort((a, b) => a.hash - b.hash)
  const vectors = new Float32Array(ranked.length * vectorSize)
  ranked.forEach(({ rank }, i) =>
    vectors.set(pretrained.vectors.subarray(rank * vectorSize, (rank + 1) * vectorSize), i * vectorSize),
  )
  return {
    hashes: Int32Array.from(ranked, ({ hash }) => hash),
    vectors,
    weights: Float32Array.from(ranked, ({ weight }) => 1 + weight),
  }
}

/** Word hashes as rows of a vocabulary, -1 for words outside it. */
export function tokenRows(words: TokenRows, vocabulary: Vocabulary): TokenRows {
  const rowOf = new Map<number, number>()
  vocabulary.hashes.forEach((hash, row) => rowOf.set(hash, row))
  return { starts: words.starts, tokens: words.tokens.map((hash) => rowOf.get(hash) ?? -1) }
}
