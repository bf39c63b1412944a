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
    this.rests = this.words.reduce((rests, word) => rests | (1 << (word % restBits)), 0)
  }
}

/** False where a set with these rests does not hold the word; mostly so where it is true. */
export function mayHold(rests: number, word: number): boolean {
  return ((rests >> (word % restBits)) & 1) === 1
}
