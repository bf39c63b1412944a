import { bytesOfBase64 } from '../models/base64.ts'
import type { CompiledPhrases } from './compiled-phrases.ts'
import { unpackedNumbers } from './packed-numbers.ts'
import { Vocabulary } from './vocabulary.ts'

/** {@link CompiledPhrases} as they lie in a module; but for the words, each is a row of packed numbers in base64. */
export interface PackedPhrases {
  /** One a line, in order of their numbers. */
  readonly words: string
  /** How many phrases wait for each word. */
  readonly waiting: string
  readonly order: string
  readonly ways: string
  readonly program: string
}

const numbers = (text: string) => unpackedNumbers(bytesOfBase64(text))

/** Reads packed phrases: some milliseconds, where compiling them from the tables takes hundreds in a new process. */
export function unpackedPhrases({ words, waiting, order, ways, program }: PackedPhrases): CompiledPhrases {
  const vocabulary = new Vocabulary()
  for (const word of words.split('\n')) vocabulary.idOf(word)
  const counts = numbers(waiting)
  const firsts = new Int32Array(counts.length + 1)
  counts.forEach((count, word) => (firsts[word + 1] = (firsts[word] ?? 0) + count))
  return { vocabulary, firsts, order: numbers(order), ways: numbers(ways), program: numbers(program) }
}
