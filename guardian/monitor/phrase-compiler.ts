import { fold } from '../normalise/fold.ts'
import type { CompiledPhrases } from './compiled-phrases.ts'
import { plainSlot, SlotCompiler, type CompiledSlot, type WordSet } from './compiled-slot.ts'
import { PhraseReader, type Macros, type Slot } from './phrase-notation.ts'
import { ProgramWriter } from './phrase-program.ts'
import { PhraseTable } from './phrases.ts'
import { tokenise } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

export type { Macros } from './phrase-notation.ts'

/** A phrase, or one of its ways to be written, that waits for a word. */
interface Entry {
  /** Place of its tag in the list of them. */
  readonly tag: number
  /** Slots before the anchor, nearest first, and after it. */
  readonly before: readonly CompiledSlot[]
  readonly after: readonly CompiledSlot[]
}

/** Gathers phrases, each under a tag, and makes them a table. */
export class PhraseCompiler<Tag> {
  readonly #reader: PhraseReader
  readonly #vocabulary = new Vocabulary()
  readonly #tags: Tag[] = []
  readonly #phrases: { tag: number; slots: readonly Slot[] }[] = []

  constructor(macros: Macros = {}) {
    this.#reader = new PhraseReader(macros)
  }

  /** Adds phrases in the notation of {@link PhraseReader}. @throws RangeError for an unknown macro */
  add(tag: Tag, phrases: readonly string[]): this {
    const place = this.#tags.push(tag) - 1
    for (const slots of phrases.flatMap((line) => this.#reader.read(line)))
      this.#phrases.push({ tag: place, slots })
    return this
  }

  /**
   * Adds literal phrases: nothing in them is notation. Only their words are looked for, and what signs stand there is
   * for whoever asks to compare; a phrase without a word is left out.
   */
  addLiteral(tag: Tag, phrases: readonly string[]): this {
    const place = this.#tags.push(tag) - 1
    for (const phrase of phrases) {
      const slots = this.#literally(phrase)
      if (slots.length > 0) this.#phrases.push({ tag: place, slots })
    }
    return this
  }

  #literally(phrase: string): Slot[] {
    const folded = fold(phrase).text
    const { count, starts, ends } = tokenise(folded, this.#vocabulary)
    return Array.from({ length: count }, (_, index) => {
      const word = folded.slice(starts[index], ends[index]).replaceAll("'", '')
      return { alternatives: [[word]], optional: false, gap: 0, edge: false }
    })
  }

  /** A table of all phrases that were added. */
  table(): PhraseTable<Tag> {
    return new PhraseTable(this.compiled(), this.#tags)
  }

  /** All phrases that were added, as numbers. */
  compiled(): CompiledPhrases {
    const compiler = new SlotCompiler(this.#vocabulary, new Set(this.#phrases.flatMap(({ slots }) => slots)))
    const byAnchor: Entry[][] = []
    for (const { tag, slots } of this.#phrases) {
      const compiled = slots.map((slot) => compiler.compile(slot))
      const at = anchorOf(compiled)
      const anchor = compiled[at]
      if (anchor === undefined) continue
      const sides = { before: compiled.slice(0, at).toReversed(), after: compiled.slice(at + 1) }
      for (const { set, entry } of entriesOf(anchor, { tag, ...sides }))
        for (const word of set) (byAnchor[word] ??= []).push(entry)
    }
    return laidOut(this.#vocabulary, byAnchor)
  }
}

/** The ways in which a phrase waits: for one of the single words of its anchor, or for the rarest of several. */
function entriesOf(anchor: CompiledSlot, phrase: Entry): { set: WordSet; entry: Entry }[] {
  const { fits, sequences } = anchor
  const entries = fits === null ? [] : [{ set: fits, entry: phrase }]
  for (const { sets, rarest } of sequences) {
    const set = sets[rarest]
    if (set === undefined) continue
    const before = [...sets.slice(0, rarest).toReversed().map(plainSlot), ...phrase.before]
    const after = [...sets.slice(rarest + 1).map(plainSlot), ...phrase.after]
    entries.push({ set, entry: { tag: phrase.tag, before, after } })
  }
  return entries
}

/** Lays the phrases side by side: most words of a text have none, which one look tells. */
function laidOut(vocabulary: Vocabulary, byAnchor: readonly (readonly Entry[])[]): CompiledPhrases {
  const firsts = new Int32Array(vocabulary.size + 2)
  for (let word = 0; word <= vocabulary.size; word++)
    firsts[word + 1] = (firsts[word] ?? 0) + (byAnchor[word]?.length ?? 0)
  const writer = new ProgramWriter()
  const entries = byAnchor.flat()
  const distinct = new Map(Array.from(new Set(entries), (entry, way) => [entry, way]))
  const ways = Array.from(distinct.keys(), ({ after, before, tag }) => [
    writer.slots(after),
    writer.slots(before),
    tag,
  ])
  return {
    vocabulary,
    firsts,
    order: Int32Array.from(entries, (entry) => distinct.get(entry) ?? 0),
    ways: Int32Array.from(ways.flat()),
    program: writer.finished(),
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
