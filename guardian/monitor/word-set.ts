/**
 * A set of words by their numbers, one bit each from the lowest to the highest: asking costs two comparisons and a
 * shift. Words of one place in a phrase are numbered one after the other, so most sets are a few bits wide.
 */
export class WordSet {
  /** The words, ascending. */
  readonly words: Int32Array
  readonly #first: number
  readonly #bits: Int32Array

  constructor(words: Iterable<number>) {
    this.words = Int32Array.from(words).sort()
    this.#first = (this.words[0] ?? 0) >> 5
    const last = (this.words.at(-1) ?? 0) >> 5
    this.#bits = new Int32Array(last - this.#first + 1)
    for (const word of this.words) {
      const at = (word >> 5) - this.#first
      this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (word & 31))
    }
  }

  has(word: number): boolean {
    const at = (word >> 5) - this.#first
    return at >= 0 && at < this.#bits.length && (((this.#bits[at] ?? 0) >>> (word & 31)) & 1) === 1
  }
}
