import { bytesOfBase64 } from '../models/base64.ts'
import { trySize, type CompiledPhrases } from './compiled-phrases.ts'
import { unpackedNumbers } from './packed-numbers.ts'
import { Vocabulary } from './vocabulary.ts'

/** {@link CompiledPhrases} as they lie in a module: each a row of packed numbers, in base64. */
export interface PackedPhrases {
  /** Hashes of the words, in order of their numbers. */
  readonly words: string
  /** Which of them are stems: how much higher the number of each is than that of the one before. */
  readonly stems: string
  /** How many phrases wait for each word. */
  readonly waiting: string
  /** Numbers of tries, one after another and no two the same; which of them each phrase has is in `order`. */
  readonly tries: string
  readonly order: string
  readonly program: string
}

const numbers = (text: string) => unpackedNumbers(bytesOfBase64(text))

/** Reads packed phrases: some milliseconds, where compiling them from the tables takes hundreds in a new process. */
export function unpackedPhrases(packed: PackedPhrases): CompiledPhrases {
  const waiting = numbers(packed.waiting)
  const firsts = new Int32Array(waiting.length + 1)
  for (let word = 0; word < waiting.length; word++)
    firsts[word + 1] = (firsts[word] as number) + (waiting[word] as number)
  const distinct = numbers(packed.tries)
  const order = numbers(packed.order)
  const tries = new Int32Array(order.length * trySize)
  for (let k = 0; k < order.length; k++) {
    const from = (order[k] as number) * trySize
    for (let index = 0; index < trySize; index++)
      tries[k * trySize + index] = distinct[from + index] as number
  }
  return { vocabulary: vocabularyOf(packed), firsts, tries, program: numbers(packed.program) }
}

function vocabularyOf({ words, stems }: PackedPhrases): Vocabulary {
  const hashes = numbers(words)
  const isStem = new Uint8Array(hashes.length + 1)
  let stem = 0
  for (const step of numbers(stems)) isStem[(stem += step)] = 1
  const vocabulary = new Vocabulary()
  for (let word = 1; word <= hashes.length; word++)
    vocabulary.add(hashes[word - 1] as number, isStem[word] === 1)
  return vocabulary
}
