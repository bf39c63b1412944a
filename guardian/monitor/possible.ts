import { waySize, type CompiledPhrases } from './compiled-phrases.ts'
import { endOfSlots, slotSize } from './phrase-program.ts'
import type { Tokens } from './tokens.ts'

const isPossible = 1
const isNot = 2

/** Which phrases a long text has all the words for: the others are looked at once, however often their anchor stands. */
export class Possible {
  readonly #phrases: CompiledPhrases
  /** A bit for every word that stands in the text. */
  readonly #words: Int32Array
  /** By the number of a way, 0 until it was asked for. */
  readonly #known: Uint8Array

  constructor({ count, ids }: Tokens, phrases: CompiledPhrases) {
    const words = new Int32Array((phrases.vocabulary.size >> 5) + 1)
    for (let at = 0; at < count; at++) {
      const word = ids[at] as number
      words[word >> 5] = (words[word >> 5] as number) | (1 << (word & 31))
    }
    this.#phrases = phrases
    this.#words = words
    this.#known = new Uint8Array(phrases.ways.length / waySize)
  }

  /** @param k which of the phrases, in their order */
  has(k: number): boolean {
    const { order, ways } = this.#phrases
    const way = order[k] as number
    if (this.#known[way] === 0) {
      const after = ways[way * waySize] as number
      const before = ways[way * waySize + 1] as number
      this.#known[way] = this.#fills(after) && this.#fills(before) ? isPossible : isNot
    }
    return this.#known[way] === isPossible
  }

  /** Whether the text has words for every slot of a list that may not be missing. */
  #fills(slots: number): boolean {
    const { program } = this.#phrases
    for (let slot = slots; program[slot] !== endOfSlots; slot += slotSize)
      if (program[slot + 3] !== 1 && !this.#stands(slot)) return false
    return true
  }

  #stands(slot: number): boolean {
    const { program } = this.#phrases
    if (this.#any(program[slot + 1] as number)) return true
    const sequences = program[slot + 2] as number
    if (sequences === 0) return false
    let sequence = sequences + 1
    for (let left = program[sequences] as number; left > 0; left--) {
      const length = program[sequence] as number
      let stands = true
      for (let index = 1; index <= length; index++) stands &&= this.#any(program[sequence + index] as number)
      if (stands) return true
      sequence += 1 + length
    }
    return false
  }

  /** Whether one of the words that lie at a place stands in the text. */
  #any(words: number): boolean {
    const { program } = this.#phrases
    const first = program[words] as number
    const count = program[words + 1] as number
    for (let index = 0; index < count; index++)
      if (((program[words + 2 + index] as number) & (this.#words[first + index] as number)) !== 0) return true
    return false
  }
}
