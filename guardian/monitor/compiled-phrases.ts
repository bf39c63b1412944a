import type { Vocabulary } from './vocabulary.ts'

/** Numbers of an entry, see {@link CompiledPhrases.tries}. */
export const trySize = 7

/** Phrases as numbers, sorted by the word that each waits for. */
export interface CompiledPhrases {
  readonly vocabulary: Vocabulary
  /** By a word's number, where its phrases begin; those of the next begin where they end. */
  readonly firsts: Int32Array
  /**
   * What a phrase is tried with, side by side: remainders and width of what has to stand after its word, the same of
   * what has to stand before it, where in the program its slots lie, those after it and those before, and its tag.
   */
  readonly tries: Int32Array
  readonly program: Int32Array
}
