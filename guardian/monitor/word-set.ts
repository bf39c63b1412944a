/** Bits of {@link WordSet.rests}: as many as a small integer of any engine has. */
const restBits = 30

/** A set of words by their numbers. Words of one place in a phrase are numbered one after the other. */
export class WordSet {
  /** The words, ascending. */
  readonly words: readonly number[]
  /** One bit for all words whose numbers have the same remainder: see {@link mayHold}. */
  readonly rests: number

  constructor(words: readonly number[]) {
    this.words = words.length < 2 ? words : words.toSorted((a, b) => a - b)
    let rests = 0
    for (const word of this.words) rests |= 1 << (word % restBits)
    this.rests = rests
  }
}

/** False where a set with these rests does not hold the word; mostly so where it is true. */
export function mayHold(rests: number, word: number): boolean {
  return ((rests >> (word % restBits)) & 1) === 1
}
