import type { CompiledSlot } from './compiled-slot.ts'
import type { Tokens } from './tokens.ts'
import type { WordSet } from './word-set.ts'

/** What has to stand in a text for a phrase to do so. */
export interface Needs {
  /** The phrase's own number. */
  readonly number: number
  /** Slots that have to be filled: where a text has no word for one, the phrase need not be tried. */
  readonly needed: readonly CompiledSlot[]
}

const isPossible = 1
const isNot = 2

/** Which phrases a long text has all the words for: the others are looked at once, however often their anchor stands. */
export class Possible {
  /** By a word's number, 1 where it stands in the text. */
  readonly #words: Uint8Array
  /** By a phrase's number, 0 until it was asked for. */
  readonly #known: Uint8Array

  constructor({ count, ids }: Tokens, words: number, phrases: number) {
    this.#words = new Uint8Array(words + 1)
    this.#known = new Uint8Array(phrases)
    for (let at = 0; at < count; at++) this.#words[ids[at] ?? 0] = 1
  }

  has({ number, needed }: Needs): boolean {
    if (this.#known[number] === 0)
      this.#known[number] = needed.every((slot) => this.#stands(slot)) ? isPossible : isNot
    return this.#known[number] === isPossible
  }

  #stands({ fits, sequences }: CompiledSlot): boolean {
    return this.#any(fits) || sequences.some(({ sets }) => sets.every((set) => this.#any(set)))
  }

  #any(fits: WordSet | null): boolean {
    if (fits === null) return false
    for (const word of fits.words) if (this.#words[word] === 1) return true
    return false
  }
}
