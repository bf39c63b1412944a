import { PhraseReader, type Macros, type Slot } from './phrase-notation.ts'
import { fold } from '../normalise/fold.ts'
import { plainSlot, SlotCompiler, type CompiledSlot } from './compiled-slot.ts'
import { hurdleOf, passes } from './hurdle.ts'
import { ProgramWriter } from './phrase-program.ts'
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

/** Numbers of an entry, see {@link Waiting.tries}. */
const trySize = 6

/** All phrases, sorted by the word that they wait for. */
interface Waiting<Tag> {
  /** By a word's number, where its phrases begin; those of the next begin where they end. */
  readonly firsts: Int32Array
  readonly entries: readonly Entry<Tag>[]
  /**
   * What an entry is tried with, side by side: remainders and width of what has to stand after it, the same of what has
   * to stand before it, and where in the program its slots lie, those after it and those before.
   */
  readonly tries: Int32Array
  readonly program: Int32Array
}

const nothing = {
  firsts: new Int32Array(1),
  entries: [],
  tries: new Int32Array(0),
  program: new Int32Array(1),
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
  readonly #byAnchor: Entry<Tag>[][] = []
  #waiting: Waiting<Tag> = nothing
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
    this.#waiting = this.#sorted()
  }

  #anchorAt(set: WordSet, entry: Entry<Tag>): void {
    for (const word of set.words) (this.#byAnchor[word] ??= []).push(entry)
  }

  /** Lays the phrases side by side: most words of a text have none, which one look tells. */
  #sorted(): Waiting<Tag> {
    const firsts = new Int32Array(this.vocabulary.size + 2)
    for (let word = 0; word <= this.vocabulary.size; word++)
      firsts[word + 1] = (firsts[word] ?? 0) + (this.#byAnchor[word]?.length ?? 0)
    const writer = new ProgramWriter()
    const entries = this.#byAnchor.flat()
    const tries = new Int32Array(entries.length * trySize)
    const written = new Map<Entry<Tag>, number>()
    entries.forEach((entry, k) => {
      const before = written.get(entry)
      if (before !== undefined) {
        tries.copyWithin(k * trySize, before, before + trySize)
        return
      }
      tries.set(tryOf(entry, writer), k * trySize)
      written.set(entry, k * trySize)
    })
    return { firsts, entries, tries, program: writer.finished() }
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
    const { firsts, entries, tries, program } = this.#waiting
    const possible = count < manyWords ? null : new Possible(tokens, this.vocabulary.size, this.#entryCount)
    for (let at = 0; at < count; at++) {
      const id = ids[at] as number
      const end = firsts[id + 1] as number
      for (let k = firsts[id] as number; k < end; k++) {
        const one = k * trySize
        if (!passes(ids, count, at, 1, tries[one] as number, tries[one + 1] as number)) continue
        if (!passes(ids, count, at, -1, tries[one + 2] as number, tries[one + 3] as number)) continue
        const entry = entries[k]
        if (entry === undefined || (possible !== null && !possible.has(entry))) continue
        if (enough.size > 0 && enough.has(entry.tag)) continue
        const last = reach(program, tokens, tries[one + 4] as number, at, 1)
        if (last < 0) continue
        const first = reach(program, tokens, tries[one + 5] as number, at, -1)
        if (first >= 0) found(entry.tag, tokens.starts[first] ?? 0, tokens.ends[last] ?? 0)
      }
    }
  }
}

function tryOf({ after, before }: Entry<unknown>, writer: ProgramWriter): readonly number[] {
  const behind = hurdleOf(after, 1)
  const inFront = hurdleOf(before, -1)
  const slots = [writer.slots(after), writer.slots(before)]
  return [behind.rests, behind.within, inFront.rests, inFront.within, ...slots]
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
