import { triesOf, trySize, type CompiledPhrases } from './compiled-phrases.ts'
import { passes } from './hurdle.ts'
import { Possible } from './possible.ts'
import { reach } from './reach.ts'
import { tokenise, type Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** From so many words on it pays to see first which phrases can stand in a text at all. */
const manyWords = 2000

/**
 * Phrases that are looked for all at once. Each waits for its rarest word and is then tried outwards from there, so
 * a text costs about what reading its words costs; a phrase is short, so each try is bounded whatever the text.
 */
export class PhraseTable<Tag> {
  readonly vocabulary: Vocabulary
  readonly #phrases: CompiledPhrases
  readonly #tries: Int32Array
  readonly #tags: readonly Tag[]

  /** @param tags what the phrases stand for, in the order in which these name them */
  constructor(phrases: CompiledPhrases, tags: readonly Tag[]) {
    this.vocabulary = phrases.vocabulary
    this.#phrases = phrases
    this.#tries = triesOf(phrases)
    this.#tags = tags
  }

  /** Reads the words of a folded text with this table's vocabulary. */
  tokens(folded: string): Tokens {
    return tokenise(folded, this.vocabulary)
  }

  /**
   * Reports every phrase that stands in the text, with its place in the folded text, in order of the anchors.
   *
   * @param enough Tags whose phrases need no more looking for; may grow while the text is read. A text that repeats
   *   a phrase a hundred thousand times says no more than one that does so twenty times.
   */
  matches(
    tokens: Tokens,
    found: (tag: Tag, start: number, end: number) => void,
    enough: ReadonlySet<Tag> = new Set(),
  ): void {
    const { count, ids } = tokens
    const { firsts, program } = this.#phrases
    const tries = this.#tries
    const possible = count < manyWords ? null : new Possible(tokens, this.#phrases)
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number
      const end = firsts[id + 1] as number
      for (let k = firsts[id] as number; k < end; k++) {
        const one = k * trySize
        if (!passes(ids, count, at, 1, tries[one] as number, tries[one + 1] as number)) continue
        if (!passes(ids, count, at, -1, tries[one + 2] as number, tries[one + 3] as number)) continue
        if (possible !== null && !possible.has(k)) continue
        const tag = this.#tags[tries[one + 6] as number] as Tag
        if (enough.size > 0 && enough.has(tag)) continue
        const last = reach(program, tokens, tries[one + 4] as number, at, 1)
        if (last < 0) continue
        const first = reach(program, tokens, tries[one + 5] as number, at, -1)
        if (first >= 0) found(tag, tokens.starts[first] ?? 0, tokens.ends[last] ?? 0)
      }
    }
  }
}
