import { fold } from '../normalise/fold.ts'

/** Named lists of alternatives that phrases refer to as `<name>`. */
export type Macros = Readonly<Record<string, string>>

/** One place of a phrase: one of these alternatives (each one or more words), a gap, or the edge of a sentence. */
export interface Slot {
  readonly alternatives: readonly (readonly string[])[]
  readonly optional: boolean
  /** Up to so many words of any kind; 0 where the slot has alternatives. */
  readonly gap: number
  /** No word, but the place where a sentence begins or ends. */
  readonly edge: boolean
}

const ideographs = /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,}$/

/** The words of an alternative as the tokeniser sees them: `don't_do` is two, `忽略` is two. */
function wordsOf(alternative: string): string[] {
  return alternative
    .split('_')
    .map((word) => fold(word).text.replaceAll("'", ''))
    .flatMap((word) => (ideographs.test(word) ? Array.from(word) : word.split('-')))
}

function expand(alternative: string, macros: Macros): string[] {
  const name = /^<(.+)>$/.exec(alternative)?.[1]
  if (name === undefined) return [alternative]
  const list = macros[name]
  if (list === undefined) throw new RangeError(`phrase table: no macro <${name}>`)
  return list.split('|').flatMap((inner) => expand(inner, macros))
}

function parseSlot(part: string, macros: Macros): Slot {
  if (part === '^' || part === '$') return { alternatives: [], optional: true, gap: 0, edge: true }
  const gap = /^~(\d)$/.exec(part)
  if (gap !== null) return { alternatives: [], optional: true, gap: Number(gap[1]), edge: false }
  const optional = part.endsWith('?')
  const body = optional ? part.slice(0, -1) : part
  const alternatives = body.split('|').flatMap((alternative) => expand(alternative, macros))
  return { alternatives: alternatives.map(wordsOf), optional, gap: 0, edge: false }
}

/**
 * Reads a phrase: words and gaps, separated by spaces.
 * - `ignore|disregard` is either; `log_in` is two words; `instruct*` any word that begins so; `<rules>` a macro;
 * - `all?` may be missing;
 * - `~3` is up to three words of any kind, never past the end of a sentence;
 * - `^` in front and `$` at the end: there the sentence begins, or ends.
 *
 * Scripts without spaces are written together; each character is a word.
 *
 * @param known slots read before, by how they are written: phrases share many, and a shared one is compiled once
 * @throws RangeError for an unknown macro
 */
export function parsePhrase(phrase: string, macros: Macros, known: Map<string, Slot>): Slot[] {
  return phrase
    .trim()
    .split(/\s+/)
    .map((part) => {
      const slot = known.get(part) ?? parseSlot(part, macros)
      known.set(part, slot)
      return slot
    })
}
