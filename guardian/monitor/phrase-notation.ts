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

/** Most words are written as the tokeniser sees them. */
const folded = /^[a-z0-9*]+$/

/** A word as a text may have it, or a stem. */
const anyWord = /^[\p{L}\p{M}\p{N}]+\*?$/u

const ideographs = /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,}$/

/** The words of an alternative as the tokeniser sees them: `don't_do` is two, `忽略` is two. */
function wordsOf(alternative: string): string[] {
  return alternative
    .split('_')
    .map((word) => (folded.test(word) ? word : fold(word).text.replaceAll("'", '')))
    .flatMap((word) => (ideographs.test(word) ? Array.from(word) : word.split('-')))
}

function expand(alternative: string, macros: Macros): string[] {
  const name = /^<(.+)>$/.exec(alternative)?.[1]
  if (name === undefined) return [alternative]
  const list = macros[name]
  if (list === undefined) throw new RangeError(`phrase table: no macro <${name}>`)
  return list.split('|').flatMap((inner) => expand(inner, macros))
}

/**
 * Reads phrases: words and gaps, separated by spaces.
 * - `ignore|disregard` is either; `log_in` is two words; `instruct*` any word that begins so; `<rules>` a macro;
 * - `all?` may be missing;
 * - `~3` is up to three words of any kind, never past the end of a sentence;
 * - `^` in front and `$` at the end: there the sentence begins, or ends; `now|$` at the end is the word or the end.
 *
 * Scripts without spaces are written together; each character is a word. Phrases share many slots and alternatives:
 * what is written alike is read once, and is the same object wherever it stands.
 */
export class PhraseReader {
  readonly #macros: Macros
  readonly #slots = new Map<string, Slot>()
  readonly #alternatives = new Map<string, readonly string[]>()

  constructor(macros: Macros) {
    this.#macros = macros
  }

  /**
   * The phrases that one line stands for: two where it ends in a word or the end of the sentence.
   *
   * @throws RangeError for an unknown macro, or for a word that no text can have
   */
  read(line: string): Slot[][] {
    const parts = line.trim().split(/\s+/)
    const last = parts.pop() ?? ''
    const ends = last.endsWith('|$') ? [last.slice(0, -2), '$'] : [last]
    return ends.map((end) => [...parts, end].map((part) => this.#slot(part)))
  }

  #slot(part: string): Slot {
    const known = this.#slots.get(part)
    if (known !== undefined) return known
    const slot = this.#newSlot(part)
    this.#slots.set(part, slot)
    return slot
  }

  #newSlot(part: string): Slot {
    if (part === '^' || part === '$') return { alternatives: [], optional: true, gap: 0, edge: true }
    const gap = /^~(\d)$/.exec(part)
    if (gap !== null) return { alternatives: [], optional: true, gap: Number(gap[1]), edge: false }
    const optional = part.endsWith('?')
    const body = optional ? part.slice(0, -1) : part
    const alternatives = body
      .split('|')
      .flatMap((alternative) => expand(alternative, this.#macros))
      .map((alternative) => this.#words(alternative))
    return { alternatives, optional, gap: 0, edge: false }
  }

  #words(alternative: string): readonly string[] {
    const known = this.#alternatives.get(alternative)
    if (known !== undefined) return known
    const words = wordsOf(alternative)
    const wrong = words.find((word) => !anyWord.test(word))
    if (wrong !== undefined) throw new RangeError(`phrase table: no text has the word "${wrong}"`)
    this.#alternatives.set(alternative, words)
    return words
  }
}
