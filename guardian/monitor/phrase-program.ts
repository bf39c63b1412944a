import type { CompiledSlot, Sequence, WordSet } from './compiled-slot.ts'

/*
 * Phrases as numbers in one array, for looking along: a try touches a few neighbouring numbers, where objects would lie
 * anywhere in memory, and most of the time of a short text would go into waiting for them.
 *
 * - A list of slots: four numbers a slot (its kind, the place of its words or the width of its gap, the place of its
 *   sequences or 0, and 1 where it may be missing), and `endOfSlots` behind them.
 * - Sequences: how many, and for each its length and the places of its words, in reading order.
 * - Words: the lowest number over 32, how many 32s follow, and a bit for every word.
 */
export const slotSize = 4
export const endOfSlots = 0
/** One of the single words has to stand here, and nothing else may. */
export const plainKind = 1
/** A single word or a sequence, or perhaps nothing. */
export const choiceKind = 2
export const gapKind = 3
export const edgeKind = 4

/** Whether the words that lie at a place hold this one. */
export function holds(program: Int32Array, words: number, word: number): boolean {
  const at = (word >> 5) - (program[words] as number)
  if (at < 0 || at >= (program[words + 1] as number)) return false
  return (((program[words + 2 + at] as number) >>> (word & 31)) & 1) === 1
}

/** Writes phrases down. What they share is written once. */
export class ProgramWriter {
  #numbers = new Int32Array(1 << 8)
  /** The first number is {@link endOfSlots}: place 0 is a list without slots. */
  #size = 1
  readonly #words = new Map<WordSet, number>()
  readonly #sequences = new Map<readonly Sequence[], number>()

  /** @returns where the list of these slots lies */
  slots(slots: readonly CompiledSlot[]): number {
    if (slots.length === 0) return 0
    const records = slots.flatMap((slot) => this.#recordOf(slot))
    return this.#put([...records, endOfSlots])
  }

  #recordOf({ fits, sequences, gap, edge, optional, plain }: CompiledSlot): number[] {
    if (edge) return [edgeKind, 0, 0, 1]
    if (fits === null) return [gapKind, gap, 0, 1]
    return [
      plain ? plainKind : choiceKind,
      this.#wordsOf(fits),
      this.#sequencesOf(sequences),
      optional ? 1 : 0,
    ]
  }

  #sequencesOf(sequences: readonly Sequence[]): number {
    if (sequences.length === 0) return 0
    const known = this.#sequences.get(sequences)
    if (known !== undefined) return known
    const lists = sequences.flatMap(({ sets }) => [sets.length, ...sets.map((set) => this.#wordsOf(set))])
    const place = this.#put([sequences.length, ...lists])
    this.#sequences.set(sequences, place)
    return place
  }

  #wordsOf(set: WordSet): number {
    const known = this.#words.get(set)
    if (known !== undefined) return known
    const first = (set[0] ?? 0) >> 5
    const count = ((set.at(-1) ?? -1) >> 5) - first + 1
    const place = this.#room(count + 2)
    const numbers = this.#numbers
    numbers[place] = first
    numbers[place + 1] = count
    // The bits go straight to their place: there are thousands of sets, of hundreds of numbers each.
    for (const word of set) {
      const at = place + 2 + (word >> 5) - first
      numbers[at] = (numbers[at] as number) | (1 << (word & 31))
    }
    this.#words.set(set, place)
    return place
  }

  #put(numbers: readonly number[]): number {
    const place = this.#room(numbers.length)
    this.#numbers.set(numbers, place)
    return place
  }

  /** Takes so many numbers, all 0. */
  #room(count: number): number {
    const place = this.#size
    this.#size += count
    if (this.#size > this.#numbers.length) {
      const larger = new Int32Array(Math.max(this.#size, 2 * this.#numbers.length))
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    return place
  }

  finished(): Int32Array {
    return this.#numbers.slice(0, this.#size)
  }
}
