import { PhraseCompiler } from '../monitor/phrase-compiler.ts'
import type { PhraseTable } from '../monitor/phrases.ts'
import type { Tokens } from '../monitor/tokens.ts'
import type { Stretch } from '../normalise/view.ts'
import { beyondSigns, isPlain, readLiteral, type Literal } from './literal.ts'
import { PolicyError } from './policy-error.ts'

/** The phrases of a list in a policy. @throws PolicyError for more words than one table holds */
export function literalPhrases(phrases: readonly string[], path: string): LiteralPhrases {
  try {
    return new LiteralPhrases(phrases)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new PolicyError(path, 'more different words than one list may have')
  }
}

/**
 * Phrases looked for as they stand, every sign in them meant: their words are found all at once, as the monitor's
 * are, and then the signs around and between the words are compared.
 */
export class LiteralPhrases {
  readonly #table: PhraseTable<Literal>
  readonly #literals: readonly Literal[]
  /** Some have signs between their words, and such may end a sentence. */
  readonly #acrossSentences: boolean

  /**
   * One without a word is left out: `requireWords` refuses it while a policy is new.
   *
   * @throws RangeError for more words than a table holds
   */
  constructor(phrases: readonly string[]) {
    const compiler = new PhraseCompiler<Literal>()
    const literals = new Map<string, Literal>()
    for (const phrase of phrases) {
      const literal = readLiteral(phrase)
      const key = JSON.stringify(literal)
      // The same twice would be tried twice.
      if (literal === null || literals.has(key)) continue
      literals.set(key, literal)
      compiler.addLiteral(literal, [phrase])
    }
    this.#table = compiler.table()
    this.#literals = [...literals.values()]
    this.#acrossSentences = this.#literals.some(({ between }) => between.some((signs) => signs !== ''))
  }

  /**
   * Reports every phrase that stands in a folded text, with its place there.
   *
   * @param found returns whether no more need be looked for
   */
  matches(folded: string, found: (start: number, end: number) => boolean): void {
    const tokens = this.#table.tokens(folded)
    const breaks = this.#acrossSentences ? withoutBreaks(tokens) : null
    const enough = new Set<Literal>()
    const see = (literal: Literal, start: number, end: number): void => {
      const isSure = isPlain(literal) && (breaks === null || literal.words.length === 1)
      const place = isSure ? { start, end } : placeOf(literal, folded, tokens, breaks, start)
      if (place === null || !found(place.start, place.end)) return
      for (const any of this.#literals) enough.add(any)
    }
    this.#table.matches(tokens, see, enough)
  }
}

/** Joins the sentences of a text. @returns where they began */
function withoutBreaks({ breaks, count }: Tokens): Uint8Array {
  const kept = breaks.slice(0, count)
  breaks.fill(0, 0, count)
  return kept
}

/** Where a phrase stands with its signs whose words stand in a text; null where the signs are others. */
function placeOf(
  { before, between, after }: Literal,
  folded: string,
  { starts, ends, count }: Tokens,
  breaks: Uint8Array | null,
  start: number,
): Stretch | null {
  let word = indexOf(starts, count, start)
  for (const signs of between) {
    const end = ends[word++] ?? 0
    const isFit = signs === '' ? breaks?.[word] !== 1 : isBetween(folded, end, starts[word] ?? 0, signs)
    if (!isFit) return null
  }
  const from = beyondSigns(folded, start, before, -1)
  const to = beyondSigns(folded, ends[word] ?? 0, after, 1)
  return from < 0 || to < 0 ? null : { start: from, end: to }
}

/** Whether these signs, and none but these, stand between two words. */
function isBetween(folded: string, end: number, next: number, signs: string): boolean {
  const place = beyondSigns(folded, end, signs, 1)
  return place >= 0 && /^'*$/.test(folded.slice(place, next))
}

/** The word that begins at a place, by halving. */
function indexOf(starts: Int32Array, count: number, start: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < start) low = middle + 1
    else high = middle
  }
  return low
}
