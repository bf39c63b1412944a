import { reversedWords, rot13Words } from './monitor/tables/hints.ts'
import { detectorTables, macros } from './monitor/tables/index.ts'
import { trySize } from './monitor/compiled-phrases.ts'
import { packedNumbers } from './monitor/packed-numbers.ts'
import type { PackedPhrases } from './monitor/packed-phrases.ts'
import { PhraseCompiler } from './monitor/phrase-compiler.ts'
import { hashOf } from './monitor/vocabulary.ts'

/**
 * The phrase tables as a TypeScript module: compiled, since a new process would spend a quarter of a second on that
 * before its first verdict.
 *
 * @returns the text of `guardian/monitor/compiled/phrases.ts`
 */
export function phraseModule(): string {
  const compiler = new PhraseCompiler<unknown>(macros)
  for (const detector of detectorTables) compiler.add(null, detector.phrases)
  for (const words of [rot13Words, reversedWords]) compiler.add(null, words)
  const detectors = detectorTables.map(({ id, task, in: where, value, kind }) => ({
    id,
    task,
    in: where,
    value,
    kind,
  }))
  return [
    '// Written by `npm run build:guardian` from `guardian/monitor/tables`; do not edit.',
    "import type { PackedPhrases } from '../packed-phrases.ts'",
    "import type { Detector } from '../detector.ts'",
    '',
    '/** What the phrases stand for, in the order in which these name them; two lists of hints follow. */',
    `export const detectors: readonly Detector[] = ${JSON.stringify(detectors)}`,
    '',
    `export const packedPhrases: PackedPhrases = ${JSON.stringify(packed(compiler))}`,
    '',
  ].join('\n')
}

function packed(compiler: PhraseCompiler<unknown>): PackedPhrases {
  const { vocabulary, firsts, tries, program } = compiler.compiled()
  const words = Array.from(vocabulary.words())
  const stems = words.flatMap((word, index) => (word.endsWith('*') ? [index + 1] : []))
  const hashes = words.map((word) => hashOf(word.replace(/\*$/, '')))
  const distinct = new Map<string, number>()
  const order: number[] = []
  for (let at = 0; at < tries.length; at += trySize) {
    const one = tries.subarray(at, at + trySize).join()
    if (!distinct.has(one)) distinct.set(one, distinct.size)
    order.push(distinct.get(one) ?? 0)
  }
  return {
    words: written(hashes),
    stems: written(stems.map((stem, index) => stem - (stems[index - 1] ?? 0))),
    waiting: written(Array.from(firsts.subarray(1), (first, word) => first - (firsts[word] ?? 0))),
    tries: written(Array.from(distinct.keys(), (one) => one.split(',').map(Number)).flat()),
    order: written(order),
    program: written(program),
  }
}

const written = (numbers: ArrayLike<number>) =>
  Buffer.from(packedNumbers(Int32Array.from(numbers))).toString('base64')
