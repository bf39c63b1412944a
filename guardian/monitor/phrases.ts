import { PhraseReader, type Macros, type Slot } from './phrase-notation.ts'
import { fold } from '../normalise/fold.ts'
import { plainSlot, SlotCompiler, type CompiledSlot } from './compiled-slot.ts'
import { hurdleOf, passes } from './hurdle.ts'
import { Possible, type Needs } from './possible.ts'
import { reach } from './reach.ts'
import { tokenise, type Tokens } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'
import type { WordSet } from './word-set.ts'

export type { Macros } from './phrase-notation.ts'

/** A phrase, or one of its ways to be written, that waits for a word. */
interface Entry<Tag> extends Needs {
  readonly tag: Tag
  /** Slots before the anchor, nearest first, and after it. */
  readonly before: readonly CompiledSlot[]
  readonly after: readonly CompiledSlot[]
}

/** All phrases that wait for a word. */
interface Waiting<Tag> {
  readonly entries: Entry<Tag>[]
  /** Four numbers an entry, side by side: remainders and width of what has to stand after it, and before it. */
  readonly hurdles: number[]
}

/** From so many words on it pays to see first which phrases can stand in a text at all. */
const manyWords = 2000

/**
 * Phrases that are looked for all at once. Each waits for its rarest word and is then tried outwards from there, so
 * a text costs about what reading its words costs; a phrase is short, so each try is bounded whatever the text.
 */
export class PhraseTable<Tag> {
  readonly vocabulary = new Vocabulary()
  readonly #reader: PhraseReader
  readonly #byAnchor: (Waiting<Tag> | undefined)[] = []
  #entryCount = 0
  #pending: { tag: Tag; slots: readonly Slot[] }[] = []

  constructor(macros: Macros = {}) {
    this.#reader = new PhraseReader(macros)
  }

  /** Adds phrases in the notation of {@link PhraseReader}. */
  add(tag: Tag, phrases: readonly string[]): this {
    for (const phrase of phrases) this.#pending.push({ tag, slots: this.#reader.read(phrase) })
    return this
  }

  /** Adds one literal phrase, every character of it meant as it stands; one without a word is left out. */
  addLiteral(tag: Tag, phrase: string): this {
    const folded = fold(phrase).text
    const { count, starts, ends } = tokenise(folded, this.vocabulary)
    const slots: Slot[] = []
    for (let index = 0; index < count; index++) {
      const word = folded.slice(starts[index], ends[index]).replaceAll("'", '')
      slots.push({ alternatives: [[word]], optional: false, gap: 0, edge: false })
    }
    if (slots.length > 0) this.#pending.push({ tag, slots })
    return this
  }

  #compile(): void {
    const compiler = new SlotCompiler(this.vocabulary, new Set(this.#pending.flatMap(({ slots }) => slots)))
    for (const { tag, slots } of this.#pending) {
      const compiled = slots.map((slot) => compiler.compile(slot))
      const anchor = anchorOf(compiled)
      const anchored = compiled[anchor]
      if (anchored === undefined) continue
      const before = compiled.slice(0, anchor).toReversed()
      const after = compiled.slice(anchor + 1)
      const needed = [...before, ...after].filter((slot) => !slot.optional)
      const { fits, sequences } = anchored
      if (fits !== null) this.#anchorAt(fits, { tag, before, after, needed, number: this.#entryCount++ })
      sequences.forEach(({ sets, rarest }) => {
        const word = sets[rarest]
        if (word === undefined) return
        const leading = sets.slice(0, rarest).toReversed().map(plainSlot)
        const following = sets.slice(rarest + 1).map(plainSlot)
        this.#anchorAt(word, {
          tag,
          before: [...leading, ...before],
          after: [...following, ...after],
          needed,
          number: this.#entryCount++,
        })
      })
    }
    this.#pending = []
  }

  #anchorAt(set: WordSet, entry: Entry<Tag>): void {
    const after = hurdleOf(entry.after, 1)
    const before = hurdleOf(entry.before, -1)
    for (const word of set.words) {
      const waiting = (this.#byAnchor[word] ??= { entries: [], hurdles: [] })
      waiting.entries.push(entry)
      waiting.hurdles.push(after.rests, after.within, before.rests, before.within)
    }
  }

  /** Reads the words of a folded text with this table's vocabulary. */
  tokens(folded: string): Tokens {
    if (this.#pending.length > 0) this.#compile()
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
    const possible = count < manyWords ? null : new Possible(tokens, this.vocabulary.size, this.#entryCount)
    for (let at = 0; at < count; at++) {
      const id = ids[at] ?? 0
      if (id === 0) continue
      const waiting = this.#byAnchor[id]
      if (waiting === undefined) continue
      const { entries, hurdles } = waiting
      for (let k = 0; k < entries.length; k++) {
        if (!passes(ids, count, at, 1, hurdles[k * 4] ?? 0, hurdles[k * 4 + 1] ?? 0)) continue
        if (!passes(ids, count, at, -1, hurdles[k * 4 + 2] ?? 0, hurdles[k * 4 + 3] ?? 0)) continue
        const entry = entries[k]
        if (entry === undefined || (possible !== null && !possible.has(entry))) continue
        if (enough.size > 0 && enough.has(entry.tag)) continue
        const last = reach(tokens, entry.after, 0, at, 1)
        if (last < 0) continue
        const first = reach(tokens, entry.before, 0, at, -1)
        if (first >= 0) found(entry.tag, tokens.starts[first] ?? 0, tokens.ends[last] ?? 0)
      }
    }
  }
}

/** The slot that is looked for first: the one whose words, all together, are the rarest. */
function anchorOf(slots: readonly CompiledSlot[]): number {
  let best = 0
  let least = Infinity
  slots.forEach(({ frequency, optional }, index) => {
    if (!optional && frequency < least) [best, least] = [index, frequency]
  })
  return best
}
