import { fold } from '../normalise/fold.ts'
import { tokenise, type Tokens } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

/** One place of a phrase: any of these words, or up to `gap` words of any kind. */
type Slot = { readonly words: readonly string[]; readonly optional: boolean } | { readonly gap: number }

interface Compiled<Tag> {
  readonly tag: Tag
  /** Slots before the anchor, nearest first, and after it. */
  readonly before: readonly CompiledSlot[]
  readonly after: readonly CompiledSlot[]
}

interface CompiledSlot {
  /** Numbers of the words that fit; null is a gap. */
  readonly fits: Set<number> | null
  readonly gap: number
  readonly optional: boolean
}

/** Where a phrase was seen, as places in the folded text. */
export interface PhraseMatch<Tag> {
  readonly tag: Tag
  readonly start: number
  readonly end: number
}

/** A named list of alternatives that phrases refer to as `<name>`. */
export type Macros = Readonly<Record<string, string>>

/** Words so frequent that looking for a phrase at each of them would be waste. */
const commonWords = new Set(
  (
    'the a an to of in and or is are be you your i my me it that this all any from with for on as not no do if will ' +
    'can have was but by at so we they le la les de des un une du et en que der die das und ein eine zu von den mit ' +
    'el los las una y lo por o os um uma e 的 了 是 我 你 不 في من على ال की के का में है को से'
  ).split(' '),
)

function parseSlot(part: string, macros: Macros): Slot {
  const gap = /^~(\d)$/.exec(part)
  if (gap !== null) return { gap: Number(gap[1]) }
  const optional = part.endsWith('?')
  const body = optional ? part.slice(0, -1) : part
  const words = body.split('|').flatMap((word) => expandMacro(word, macros))
  return { words, optional }
}

function expandMacro(word: string, macros: Macros): string[] {
  const name = /^<(.+)>$/.exec(word)?.[1]
  if (name === undefined) return [word]
  const list = macros[name]
  if (list === undefined) throw new RangeError(`phrase table: no macro <${name}>`)
  return list.split('|').flatMap((inner) => expandMacro(inner, macros))
}

/** One word of a table as the tokeniser would see it: folded, without apostrophe. */
function foldWord(word: string): string {
  return fold(word).text.replaceAll("'", '')
}

/**
 * A phrase is words and gaps, separated by spaces:
 * - `ignore|disregard` any of these; `instruct*` any word that begins so; `<rules>` a macro; `all?` may be missing;
 * - `~3` up to three words of any kind, never past the end of a sentence.
 * Scripts without spaces are written together; each character is a word.
 */
export class PhraseTable<Tag> {
  readonly vocabulary = new Vocabulary()
  readonly #macros: Macros
  readonly #byAnchor: (Compiled<Tag>[] | undefined)[] = []
  readonly #pending: { tag: Tag; slots: Slot[] }[] = []
  #compiled = false

  constructor(macros: Macros = {}) {
    this.#macros = macros
  }

  add(tag: Tag, phrases: readonly string[]): this {
    for (const phrase of phrases) {
      const slots = phrase
        .trim()
        .split(/\s+/)
        .map((part) => parseSlot(part, this.#macros))
      for (const variant of variants(slots)) this.#pending.push({ tag, slots: variant })
    }
    this.#compiled = false
    return this
  }

  /** Adds one literal phrase, every character of it meant as it stands. */
  addLiteral(tag: Tag, phrase: string): this {
    const folded = fold(phrase).text
    const tokens = tokenise(folded, this.vocabulary)
    const slots: Slot[] = []
    for (let index = 0; index < tokens.count; index++) {
      const word = folded.slice(tokens.starts[index], tokens.ends[index]).replaceAll("'", '')
      slots.push({ words: [word], optional: false })
    }
    if (slots.length > 0) this.#pending.push({ tag, slots })
    this.#compiled = false
    return this
  }

  /** Turns words into numbers. Stems take in longer stems and whole words, so that a token needs one number only. */
  #compile(): void {
    for (const { slots } of this.#pending)
      for (const slot of slots)
        if ('words' in slot) for (const word of slot.words) this.vocabulary.idOf(foldWord(word))
    const all = [...this.vocabulary.words()].sort(([a], [b]) => (a < b ? -1 : 1))
    const fitsOf = new Map<string, Set<number>>()
    for (const { tag, slots } of this.#pending) {
      const compiled = slots.map((slot): CompiledSlot => {
        if ('gap' in slot) return { fits: null, gap: slot.gap, optional: true }
        const key = slot.words.join('|')
        const fits = fitsOf.get(key) ?? this.#fitting(slot.words.map(foldWord), all)
        fitsOf.set(key, fits)
        return { fits, gap: 0, optional: slot.optional }
      })
      const anchor = anchorOf(slots)
      const anchored = compiled[anchor]
      if (anchored?.fits === null || anchored?.fits === undefined)
        throw new RangeError('a phrase needs a word')
      const entry = { tag, before: compiled.slice(0, anchor).toReversed(), after: compiled.slice(anchor + 1) }
      for (const id of anchored.fits) (this.#byAnchor[id] ??= []).push(entry)
    }
    this.#pending.length = 0
    this.#compiled = true
  }

  #fitting(words: readonly string[], all: readonly [string, number][]): Set<number> {
    const fits = new Set<number>()
    for (const word of words) {
      const stem = word.endsWith('*') ? word.slice(0, -1) : null
      for (const [known, id] of all)
        if (known === word || (stem !== null && known.startsWith(stem))) fits.add(id)
    }
    return fits
  }

  /** Reads the words of a folded text with this table's vocabulary. */
  tokens(folded: string): Tokens {
    if (!this.#compiled) this.#compile()
    return tokenise(folded, this.vocabulary)
  }

  /** Every phrase that stands in the text: one match for each anchor word at most, in order of place. */
  matches(tokens: Tokens, found: (tag: Tag, start: number, end: number) => void): void {
    if (!this.#compiled) this.#compile()
    for (let at = 0; at < tokens.count; at++) {
      const id = tokens.ids[at] ?? 0
      if (id === 0) continue
      const entries = this.#byAnchor[id]
      if (entries === undefined) continue
      for (const entry of entries) {
        const last = reach(tokens, entry.after, 0, at, 1)
        if (last < 0) continue
        const first = reach(tokens, entry.before, 0, at, -1)
        if (first < 0) continue
        found(entry.tag, tokens.starts[first] ?? 0, tokens.ends[last] ?? 0)
      }
    }
  }
}

const ideographs = /^[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,}$/

/** The words of an alternative: `do_not` is two, `忽略` is two. */
function wordsOf(alternative: string): string[] {
  return alternative.split('_').flatMap((word) => (ideographs.test(word) ? Array.from(word) : [word]))
}

/** Writes out alternatives of several words, so that every slot of a phrase is one word wide. */
function variants(slots: readonly Slot[]): Slot[][] {
  let written: Slot[][] = [[]]
  for (const slot of slots) {
    if ('gap' in slot) {
      written = written.map((start) => [...start, slot])
      continue
    }
    const single = slot.words.filter((word) => wordsOf(word).length === 1)
    const several = slot.words.filter((word) => wordsOf(word).length > 1)
    const choices: Slot[][] = several.map((word) =>
      wordsOf(word).map((part) => ({ words: [part], optional: false })),
    )
    if (single.length > 0) choices.push([{ words: single, optional: slot.optional }])
    else if (slot.optional) choices.push([])
    written = written.flatMap((start) => choices.map((choice) => [...start, ...choice]))
  }
  return written
}

/** The slot that is looked for first: the one with the rarest words, by the shortest word of each. */
function anchorOf(slots: readonly Slot[]): number {
  let best = -1
  let bestLength = -1
  slots.forEach((slot, index) => {
    if ('gap' in slot || slot.optional) return
    const rarity = Math.min(...slot.words.map((word) => (commonWords.has(word) ? 0 : word.length)))
    if (rarity > bestLength) [best, bestLength] = [index, rarity]
  })
  return best
}

/**
 * Follows slots from a word outwards.
 *
 * @returns the index of the furthest word taken, or -1 where the slots do not fit. A phrase has few slots and short
 * gaps, so the tries are bounded by the phrase, whatever the text.
 */
function reach(
  tokens: Tokens,
  slots: readonly CompiledSlot[],
  next: number,
  at: number,
  step: 1 | -1,
): number {
  const slot = slots[next]
  if (slot === undefined) return at
  const neighbour = at + step
  const open = neighbour >= 0 && neighbour < tokens.count && tokens.breaks[step === 1 ? neighbour : at] !== 1
  if (slot.fits === null) {
    let place = at
    for (let skipped = 0; ; skipped++) {
      const end = reach(tokens, slots, next + 1, place, step)
      if (end >= 0) return end
      const following = place + step
      if (skipped >= slot.gap || following < 0 || following >= tokens.count) return -1
      if (tokens.breaks[step === 1 ? following : place] === 1) return -1
      place = following
    }
  }
  if (open && slot.fits.has(tokens.ids[neighbour] ?? 0)) {
    const end = reach(tokens, slots, next + 1, neighbour, step)
    if (end >= 0) return end
  }
  return slot.optional ? reach(tokens, slots, next + 1, at, step) : -1
}
