import { tokenise } from '../monitor/tokens.ts'
import { Vocabulary } from '../monitor/vocabulary.ts'
import { fold } from '../normalise/fold.ts'

/** A keyword taken apart, folded: its words, and the signs that have to stand around and between them. */
export interface Literal {
  readonly words: readonly string[]
  readonly before: string
  /** One between each two words; '' where only blanks part them: there a text may have signs of any kind. */
  readonly between: readonly string[]
  readonly after: string
}

const noWords = new Vocabulary()

/** @returns null for a phrase without any word */
export function readLiteral(phrase: string): Literal | null {
  const folded = fold(phrase).text
  const { count, starts, ends } = tokenise(folded, noWords)
  if (count === 0) return null
  const words = Array.from({ length: count }, (_, at) =>
    folded.slice(starts[at], ends[at]).replaceAll("'", ''),
  )
  return {
    words,
    before: signsIn(folded.slice(0, starts[0])).trimStart(),
    between: words.slice(1).map((_, at) => {
      const signs = signsIn(folded.slice(ends[at], starts[at + 1]))
      return signs === ' ' ? '' : signs
    }),
    after: signsIn(folded.slice(ends[count - 1])).trimEnd(),
  }
}

/** Apostrophes are left out in as many texts as they are written. */
function signsIn(gap: string): string {
  return gap.replaceAll("'", '').replaceAll(/\s+/g, ' ')
}

export function isPlain({ before, between, after }: Literal): boolean {
  return before === '' && after === '' && between.every((signs) => signs === '')
}

const blank = 32
const newline = 10
const apostrophe = 39

function isBlank(unit: number): boolean {
  return unit <= blank || unit === 0x2028 || unit === 0x2029
}

/**
 * Where signs end that have to begin at a place or, backwards, begin that have to end there; -1 where others stand. An
 * apostrophe is no sign.
 */
export function beyondSigns(text: string, from: number, signs: string, step: 1 | -1): number {
  let place = from
  for (let at = 0; at < signs.length; at++) {
    const sign = signs.charCodeAt(step === 1 ? at : signs.length - 1 - at)
    while (unitAt(text, place, step) === apostrophe) place += step
    if (sign === blank) place = beyondBlanks(text, place, step)
    else place = unitAt(text, place, step) === sign ? place + step : -1
    if (place < 0) return -1
  }
  return place
}

/** A run of blanks is as good as one, unless a paragraph ends there. */
function beyondBlanks(text: string, from: number, step: 1 | -1): number {
  let place = from
  let lines = 0
  for (let unit = unitAt(text, place, step); isBlank(unit); unit = unitAt(text, place, step)) {
    if (unit === newline && ++lines === 2) return -1
    place += step
  }
  return place === from ? -1 : place
}

/** The unit that comes next in a direction; NaN at the edge of the text. */
function unitAt(text: string, place: number, step: 1 | -1): number {
  return text.charCodeAt(step === 1 ? place : place - 1)
}
