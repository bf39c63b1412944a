import { reversedWords, rot13Words } from './monitor/tables/hints.ts'
import { detectorTables, macros } from './monitor/tables/index.ts'
import { packedNumbers } from './monitor/packed-numbers.ts'
import type { PackedPhrases } from './monitor/packed-phrases.ts'
import { PhraseCompiler } from './monitor/phrase-compiler.ts'

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
  const { vocabulary, firsts, order, ways, program } = compiler.compiled()
  return {
    words: Array.from(vocabulary.words()).join('\n'),
    waiting: written(firsts.subarray(1).map((first, word) => first - (firsts[word] ?? 0))),
    order: written(order),
    ways: written(ways),
    program: written(program),
  }
}

const written = (numbers: Int32Array) => Buffer.from(packedNumbers(numbers)).toString('base64')
