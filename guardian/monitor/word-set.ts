/** Bits of {@link WordSet.rests}: as many as a small integer of any engine has. */
const restBits = 30
/** Words a number of the set stands for: fits a small integer as well. */
const wordBits = 4

/**
 * A set of words by their numbers, one bit each from the lowest to the highest: asking costs two comparisons and a
 * shift. Words of one place in a phrase are numbered one after the other, so most sets are a few bits wide.
 */
export class WordSet {
  /** The words, ascending. */
  readonly words: readonly number[]
  /** One bit for all words whose numbers have the same remainder: see {@link mayHold}. */
  readonly rests: number
  readonly #first: number
  readonly #bits: number[] = []

  constructor(words: readonly number[]) {
    this.words = words.length < 2 ? words : words.toSorted((a, b) => a - b)
    this.#first = (this.words[0] ?? 0) >> wordBits
    const last = (this.words.at(-1) ?? 0) >> wordBits
    for (let at = this.#first; at <= last; at++) this.#bits.push(0)
    let rests = 0
    for (const word of this.words) {
      const at = (word >> wordBits) - this.#first
      this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (word & 15))
      rests |= 1 << (word % restBits)
    }
    this.rests = rests
  }

  has(word: number): boolean {
    const at = (word >> wordBits) - this.#first
    return at >= 0 && at < this.#bits.length && (((this.#bits[at] ?? 0) >> (word & 15)) & 1) === 1
  }
}

/** False where a set with these rests does not hold the word; mostly so where it is true. */
export function mayHold(rests: number, word: number): boolean {
  return ((rests >> (word % restBits)) & 1) === 1
}
