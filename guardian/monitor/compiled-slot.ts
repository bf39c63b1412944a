import type { Slot } from './phrase-notation.ts'
import type { Vocabulary } from './vocabulary.ts'
import { frequencyOf, rarestOf } from './word-frequency.ts'

/** Words by their numbers, ascending. Those of one place in a phrase are numbered one after the other. */
export type WordSet = readonly number[]

/** An alternative of several words. */
export interface Sequence {
  /** What fits each of the words, in reading order. */
  readonly sets: readonly WordSet[]
  /** Which of them stands least often in a text. */
  readonly rarest: number
}

/** One place of a phrase, its words as numbers. */
export interface CompiledSlot {
  /** Single words that fit; null is a gap, or an edge. */
  readonly fits: WordSet | null
  /** Alternatives of several words. */
  readonly sequences: readonly Sequence[]
  readonly gap: number
  readonly edge: boolean
  readonly optional: boolean
  /** One of the single words has to stand here, and nothing else may. */
  readonly plain: boolean
  /** How often one of its words may stand in a text; the slot of a phrase that stands least often is its anchor. */
  readonly frequency: number
}

/** A gap, or an edge. */
const noWord = {
  fits: null,
  sequences: [],
  optional: true,
  plain: false,
  frequency: Infinity,
} as const

/** A place that one of these words has to fill. */
export function plainSlot(fits: WordSet): CompiledSlot {
  return {
    fits,
    sequences: [],
    gap: 0,
    edge: false,
    optional: false,
    plain: true,
    frequency: 0,
  }
}

/** Compiles slots, and follows how the words of the tables become numbers meanwhile. */
export class SlotCompiler {
  readonly #vocabulary: Vocabulary
  readonly #sets = new Map<string, WordSet>()
  readonly #compiled = new Map<Slot, CompiledSlot>()
  /** All words in order, for looking up those that begin with a stem. */
  readonly #sorted: readonly string[]

  /** @param slots all there are: a stem takes in longer stems and whole words, so that a token needs one number only */
  constructor(vocabulary: Vocabulary, slots: Iterable<Slot>) {
    const alternatives = new Set(Array.from(slots, (slot) => slot.alternatives).flat())
    for (const words of alternatives) for (const word of words) vocabulary.idOf(word)
    this.#vocabulary = vocabulary
    this.#sorted = Array.from(vocabulary.words()).sort()
  }

  compile(slot: Slot): CompiledSlot {
    const known = this.#compiled.get(slot)
    if (known !== undefined) return known
    const compiled = this.#compileNew(slot)
    this.#compiled.set(slot, compiled)
    return compiled
  }

  #compileNew({ alternatives, gap, edge, optional }: Slot): CompiledSlot {
    if (gap > 0 || edge) return { ...noWord, gap, edge }
    const single: string[] = []
    const sequences: Sequence[] = []
    let frequency = 0
    for (const words of alternatives) {
      const rarest = words.length < 2 ? 0 : rarestOf(words)
      const rarestWord = words[rarest]
      if (rarestWord === undefined) continue
      frequency += frequencyOf(rarestWord)
      if (words.length < 2) {
        single.push(rarestWord)
        continue
      }
      const sets = words.map((word) => this.#setOf([word]))
      sequences.push({ sets, rarest })
    }
    const fits = this.#setOf(single)
    const plain = sequences.length === 0 && !optional
    return { fits, sequences, gap, edge, optional, plain, frequency }
  }

  #setOf(words: readonly string[]): WordSet {
    const key = words.join('|')
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    const set = this.#numbersOf(words)
    this.#sets.set(key, set)
    return set
  }

  #numbersOf(words: readonly string[]): WordSet {
    const fits = new Set<number>()
    for (const word of words) {
      fits.add(this.#vocabulary.idOf(word))
      if (word.endsWith('*')) this.#addStem(word.slice(0, -1), fits)
    }
    return [...fits].sort((a, b) => a - b)
  }

  #addStem(stem: string, fits: Set<number>): void {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < stem) low = middle + 1
      else high = middle
    }
    for (; this.#sorted[low]?.startsWith(stem) === true; low++)
      fits.add(this.#vocabulary.idOf(this.#sorted[low] ?? ''))
  }
}
