import { hurdleOf } from './hurdle.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Phrases as numbers, sorted by the word that each waits for. */
export interface CompiledPhrases {
  readonly vocabulary: Vocabulary
  /** By a word's number, where its phrases begin in `order`; those of the next begin where they end. */
  readonly firsts: Int32Array
  /** Which of `ways` each phrase is looked for in: one that waits for any of several words has one way for all. */
  readonly order: Int32Array
  /**
   * Three numbers a way: where in the program the slots lie that follow the word, where those that stand in front of it
   * (nearest first), and the place of the phrase's tag in the list of tags.
   */
  readonly ways: Int32Array
  /** See `ProgramWriter`. */
  readonly program: Int32Array
}

/** Numbers of a way in {@link CompiledPhrases.ways}. */
export const waySize = 3

/** Numbers of a phrase in {@link triesOf}. */
export const trySize = 7

/**
 * What each phrase is tried with, side by side in their order: remainders and width of what has to stand after the word,
 * the same of what has to stand before it, and the three numbers of its way.
 */
export function triesOf({ order, ways, program }: CompiledPhrases): Int32Array {
  const count = ways.length / waySize
  const distinct = new Int32Array(count * trySize)
  for (let way = 0; way < count; way++) {
    const own = ways.subarray(way * waySize, (way + 1) * waySize)
    const behind = hurdleOf(program, own[0] as number, 1)
    const inFront = hurdleOf(program, own[1] as number, -1)
    distinct.set([behind.rests, behind.within, inFront.rests, inFront.within, ...own], way * trySize)
  }
  const tries = new Int32Array(order.length * trySize)
  for (let k = 0; k < order.length; k++) {
    const from = (order[k] as number) * trySize
    for (let index = 0; index < trySize; index++)
      tries[k * trySize + index] = distinct[from + index] as number
  }
  return tries
}
