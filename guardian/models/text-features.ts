import { charClasses } from './char-classes.ts'

/** Buckets that n-grams are hashed to. */
export const bucketBits = 15
export const bucketCount = 1 << bucketBits

/** UTF-16 units read in one window; longer texts are read in overlapping windows. */
export const windowLength = 4096
/** Distance between the starts of two windows. */
export const windowStride = 3072

/** Words of one window whose vectors are looked up. */
export const maxWords = 700

/** Units after which a run without a separator is cut into another word. */
const longestWord = 40

/** Counts above this weigh as this one. */
const mostCounted = 63
/** 1 + ln(n) for term counts, in the precision that the models were trained with; and its square. */
const termWeight = Float64Array.from({ length: mostCounted + 1 }, (_, n) =>
  n === 0 ? 0 : Math.fround(1 + Math.log(n)),
)
const squared = termWeight.map((weight) => weight * weight)

/**
 * What one window of text looks like to the models. The object is reused: every call of `read` overwrites
 * it, so a caller takes what it needs before the next.
 */
export class TextFeatures {
  /** Distinct buckets hit, the first `size` entries, and how often each was. */
  readonly buckets = new Uint16Array(bucketCount)
  readonly counts = new Uint8Array(bucketCount)
  /** What a bucket weighs by its count: 1 + ln count, divided by the Euclidean norm of all. */
  readonly weightOf = new Float64Array(mostCounted + 1)
  size = 0
  /** Places in `buckets` of those that were hit more than once, the first `repeats` entries. */
  readonly repeated = new Uint16Array(bucketCount)
  repeats = 0
  /** 32-bit hashes of the words in order, the first `wordCount` entries. */
  readonly words = new Int32Array(maxWords)
  /** Where each of them begins, in UTF-16 units of the text; not after `readWords`. */
  readonly wordStarts = new Int32Array(maxWords)
  wordCount = 0

  /** The weight of each bucket, `size` of them. */
  get values(): Float32Array {
    return Float32Array.from({ length: this.size }, (_, k) => this.weightOf[this.counts[k] ?? 0] ?? 0)
  }
}

export interface FeatureReader {
  /**
   * Reads `text` from `start` to `end` (UTF-16 units) in one pass.
   * @returns the reader's own reused buffers
   */
  read(text: string, start: number, end: number): TextFeatures
  /** Reads the words alone, which costs a quarter; `size` is 0 after it. */
  readWords(text: string, start: number, end: number): TextFeatures
  /** Whether a place is inside a word: letters or digits stand before it and behind it. */
  isInWord(text: string, at: number): boolean
}

/** 1 where a small number is less than another, else 0. */
const isLess = (a: number, b: number): number => (a - b) >>> 31

/** Spreads a hash's bits, so that its top `bucketBits` can serve as a bucket. */
function bucketOf(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return (h ^ (h >>> 15)) >>> (32 - bucketBits)
}

/** Hash of one folded word, as the reader computes it. */
export function wordHash(word: string): number {
  const { fold } = charClasses()
  let h = 0x811c9dc5 | 0
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ (fold[word.charCodeAt(i)] ?? 0), 0x01000193)
  return h
}

/**
 * A reader with its own buffers. Features: words, pairs of words with none or one between them, character
 * 4- and 5-grams inside words (their edges marked), and 1- to 3-grams of scripts without spaces.
 */
export function featureReader(): FeatureReader {
  const { fold, unspaced, letters } = charClasses()
  const features = new TextFeatures()
  const { buckets, counts, weightOf, repeated, words, wordStarts } = features
  /** By bucket, how often it was hit; all 0 between two texts. */
  const hits = new Uint8Array(bucketCount)
  // One unit adds at most three features: a 4-gram, a 5-gram, and its share of the word's own.
  let hashes = new Int32Array(3 * windowLength + 8)

  /**
   * Sorts what was hashed into buckets, and weighs them. Which bucket was hit before, and which more than once, no
   * processor can guess: so there is no branch on it.
   */
  function weigh(found: Int32Array, count: number): void {
    let size = 0
    for (let k = 0; k < count; k++) {
      const bucket = bucketOf(found[k] as number)
      const before = hits[bucket] as number
      buckets[size] = bucket
      size += isLess(before, 1)
      hits[bucket] = before + isLess(before, mostCounted)
    }
    let sum = 0
    let repeats = 0
    let most = 0
    for (let k = 0; k < size; k++) {
      const bucket = buckets[k] as number
      const hit = hits[bucket] as number
      hits[bucket] = 0
      counts[k] = hit
      sum += squared[hit] as number
      repeated[repeats] = k
      repeats += isLess(1, hit)
      // Bits of counts: at least as much as the highest of them.
      most |= hit
    }
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0
    for (let hit = 1; hit <= most; hit++) weightOf[hit] = Math.fround((termWeight[hit] as number) * scale)
    features.size = size
    features.repeats = repeats
  }

  function read(text: string, start: number, end: number): TextFeatures {
    if (3 * (end - start) + 8 > hashes.length) hashes = new Int32Array(3 * (end - start) + 8)
    const found = hashes
    let count = 0
    let wordCount = 0
    let before = 0 // hash of the previous word
    let beforeThat = 0
    let h = 0x811c9dc5 | 0
    let length = 0
    // The last four folded units of the word, newest first; 0x20 marks its edge.
    let c1 = 0x20
    let c2 = 0
    let c3 = 0
    let c4 = 0
    for (let i = start; i <= end; i++) {
      const unit = i < end ? text.charCodeAt(i) : 0
      const c = letters[unit] as number
      if (c !== 0 && length < longestWord) {
        h = Math.imul(h ^ c, 0x01000193)
        length++
        if (length >= 3) {
          const four = (((c << 8) ^ c1) << 8) ^ (c2 << 4) ^ Math.imul(c3, 0x9e3779b1)
          found[count++] = Math.imul(four, 0x85ebca6b) ^ 0x4444
          if (length >= 4) found[count++] = Math.imul(four ^ Math.imul(c4, 0x7feb352d), 0xc2b2ae35) ^ 0x5555
        }
        c4 = c3
        c3 = c2
        c2 = c1
        c1 = c
        continue
      }
      if (length > 0) {
        if (length >= 3)
          found[count++] =
            Math.imul((((0x20 << 8) ^ c1) << 8) ^ (c2 << 4) ^ Math.imul(c3, 0x9e3779b1), 0x85ebca6b) ^ 0x4444
        found[count++] = h
        if (before !== 0) found[count++] = Math.imul(before, 0x2545f491) ^ h
        if (beforeThat !== 0) found[count++] = Math.imul(beforeThat, 0x3c6ef372) ^ h ^ 0x5bd1e995
        beforeThat = before
        before = h
        if (wordCount < maxWords) {
          wordStarts[wordCount] = i - length
          words[wordCount++] = h
        }
        h = 0x811c9dc5 | 0
        length = 0
        c1 = 0x20
        c2 = c3 = c4 = 0
      }
      if (c !== 0) {
        // A run that long without a separator: start a new word with this one.
        i--
      } else if (unspaced[unit] === 1 && fold[unit] !== 0) {
        const sign = Math.imul(unit, 0x1b873593)
        found[count++] = sign
        if (i > start && unspaced[text.charCodeAt(i - 1)] === 1) {
          const p = text.charCodeAt(i - 1)
          found[count++] = sign ^ Math.imul(p, 0xcc9e2d51)
          if (i > start + 1 && unspaced[text.charCodeAt(i - 2)] === 1)
            found[count++] = sign ^ Math.imul(p, 0xcc9e2d51) ^ Math.imul(text.charCodeAt(i - 2), 0x38b34ae5)
        }
      }
    }
    features.wordCount = wordCount
    weigh(found, count)
    return features
  }

  function readWords(text: string, start: number, end: number): TextFeatures {
    let wordCount = 0
    let h = 0x811c9dc5 | 0
    let length = 0
    for (let i = start; i <= end && wordCount < maxWords; i++) {
      const unit = i < end ? text.charCodeAt(i) : 0
      const c = letters[unit] as number
      if (c !== 0 && length < longestWord) {
        h = Math.imul(h ^ c, 0x01000193)
        length++
        continue
      }
      if (length === 0) continue
      words[wordCount++] = h
      h = 0x811c9dc5 | 0
      if (length === longestWord) i--
      length = 0
    }
    features.size = features.repeats = 0
    features.wordCount = wordCount
    return features
  }

  const isWordUnit = (unit: number): boolean => letters[unit] !== 0

  function isInWord(text: string, at: number): boolean {
    if (at === 0 || at >= text.length) return false
    return isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at))
  }

  return { read, readWords, isInWord }
}
