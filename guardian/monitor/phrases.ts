import { parsePhrase, type Macros, type Slot } from './phrase-notation.ts'
import { fold } from '../normalise/fold.ts'
import { tokenise, type Tokens } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

export type { Macros } from './phrase-notation.ts'

interface Sequence {
  /** What fits each of the words, in reading order. */
  readonly sets: readonly ReadonlySet<number>[]
  /** Which of them stands least often in a text. */
  readonly rarest: number
}

interface CompiledSlot {
  /** Numbers of the single words that fit; null is a gap, or an edge. */
  readonly fits: ReadonlySet<number> | null
  /** Alternatives of several words. */
  readonly sequences: readonly Sequence[]
  readonly gap: number
  readonly edge: boolean
  readonly optional: boolean
}

interface Entry<Tag> {
  readonly tag: Tag
  /** Slots before the anchor, nearest first, and after it. */
  readonly before: readonly CompiledSlot[]
  readonly after: readonly CompiledSlot[]
  /** Those that have to be filled: where a text has no word for one, the phrase need not be tried. */
  readonly needed: readonly CompiledSlot[]
}

/** From so many words on it pays to see first which phrases can stand in a text at all. */
const manyWords = 2000

/** Words so frequent that looking for a phrase at each of them would be waste. */
const commonWords = new Set(
  (
    'the a an to of in and or is are be you your i my me it that this all any from with for on as not no do if will ' +
    'can have was but by at so we they le la les de des un une du et en que der die das und ein eine zu von den mit ' +
    'el los las una y lo por o os um uma e 的 了 是 我 你 不 في من على ال की के का में है को से'
  ).split(' '),
)

/** Frequent in what models are asked. */
const frequentWords = new Set(
  (
    'what how why who which when where make write create give tell show say use using help need want please answer question ' +
    'following first system code content text word user output input please get im should would could just only one also ' +
    'more other than then there their they them he she his her some into about like out up so its if or when does did has had'
  ).split(' '),
)

const ideograph = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Follows how words of the tables become numbers while they are compiled. */
class Numbering {
  readonly vocabulary: Vocabulary
  readonly #sets = new Map<string, Set<number>>()
  #sorted: string[] = []

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** All words first: a stem takes in longer stems and whole words, so that a token needs one number only. */
  learn(slots: Iterable<Slot>): void {
    for (const { alternatives } of slots)
      for (const words of alternatives) for (const word of words) this.vocabulary.idOf(word)
    this.#sorted = Array.from(this.vocabulary.words()).sort()
  }

  setOf(words: readonly string[]): Set<number> {
    const key = words.join('|')
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    const fits = new Set<number>()
    for (const word of words) {
      fits.add(this.vocabulary.idOf(word))
      if (word.endsWith('*')) this.#addStem(word.slice(0, -1), fits)
    }
    this.#sets.set(key, fits)
    return fits
  }

  #addStem(stem: string, fits: Set<number>): void {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sorted[middle] ?? '') < stem) low = middle + 1
      else high = middle
    }
    for (; this.#sorted[low]?.startsWith(stem) === true; low++)
      fits.add(this.vocabulary.idOf(this.#sorted[low] ?? ''))
  }
}

function single(set: ReadonlySet<number>): CompiledSlot {
  return { ...noCompiled, fits: set }
}

/**
 * Phrases that are looked for all at once. Each waits for its rarest word and is then tried outwards from there, so
 * a text costs about what reading its words costs; a phrase is short, so each try is bounded whatever the text.
 */
export class PhraseTable<Tag> {
  readonly vocabulary = new Vocabulary()
  readonly #macros: Macros
  readonly #slots = new Map<string, Slot>()
  readonly #byAnchor: (Entry<Tag>[] | undefined)[] = []
  #pending: { tag: Tag; slots: readonly Slot[] }[] = []

  constructor(macros: Macros = {}) {
    this.#macros = macros
  }

  /** Adds phrases in the notation of `parsePhrase`. */
  add(tag: Tag, phrases: readonly string[]): this {
    for (const phrase of phrases)
      this.#pending.push({ tag, slots: parsePhrase(phrase, this.#macros, this.#slots) })
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
    const numbering = new Numbering(this.vocabulary)
    numbering.learn(new Set(this.#pending.flatMap(({ slots }) => slots)))
    const compiled = new Map<Slot, CompiledSlot>()
    const compile = (slot: Slot): CompiledSlot => {
      const known = compiled.get(slot) ?? compileSlot(slot, numbering)
      compiled.set(slot, known)
      return known
    }
    for (const { tag, slots } of this.#pending) {
      const anchor = anchorOf(slots)
      const before = slots.slice(0, anchor).map(compile).toReversed()
      const after = slots.slice(anchor + 1).map(compile)
      const { fits, sequences } = compile(slots[anchor] ?? noSlot)
      const needed = [...before, ...after].filter((slot) => !slot.optional)
      if (fits !== null) this.#anchorAt(fits, { tag, before, after, needed })
      sequences.forEach(({ sets, rarest }) => {
        const leading = sets.slice(0, rarest).toReversed().map(single)
        const following = sets.slice(rarest + 1).map(single)
        const word = sets[rarest]
        if (word !== undefined)
          this.#anchorAt(word, {
            tag,
            before: [...leading, ...before],
            after: [...following, ...after],
            needed,
          })
      })
    }
    this.#pending = []
  }

  #anchorAt(ids: ReadonlySet<number>, entry: Entry<Tag>): void {
    for (const id of ids) (this.#byAnchor[id] ??= []).push(entry)
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
    const possible = count < manyWords ? null : new Possible<Tag>(tokens, this.vocabulary.size)
    for (let at = 0; at < count; at++) {
      const entries = this.#byAnchor[ids[at] ?? 0]
      if (entries === undefined) continue
      for (const entry of entries) {
        const { tag, before, after } = entry
        if (enough.size > 0 && enough.has(tag)) continue
        if (possible !== null && !possible.has(entry)) continue
        const last = reach(tokens, after, 0, at, 1)
        if (last < 0) continue
        const first = reach(tokens, before, 0, at, -1)
        if (first >= 0) found(tag, tokens.starts[first] ?? 0, tokens.ends[last] ?? 0)
      }
    }
  }
}

/** Which phrases a long text has all the words for: the others are looked at once, however often their anchor stands. */
class Possible<Tag> {
  /** By a word's number, 1 where it stands in the text. */
  readonly #words: Uint8Array
  readonly #entries = new Map<Entry<Tag>, boolean>()

  constructor({ count, ids }: Tokens, words: number) {
    this.#words = new Uint8Array(words + 1)
    for (let at = 0; at < count; at++) this.#words[ids[at] ?? 0] = 1
  }

  has(entry: Entry<Tag>): boolean {
    const known = this.#entries.get(entry)
    if (known !== undefined) return known
    const isPossible = entry.needed.every((slot) => this.#stands(slot))
    this.#entries.set(entry, isPossible)
    return isPossible
  }

  #stands({ fits, sequences }: CompiledSlot): boolean {
    return this.#any(fits) || sequences.some(({ sets }) => sets.every((set) => this.#any(set)))
  }

  #any(fits: ReadonlySet<number> | null): boolean {
    if (fits === null) return false
    for (const word of fits) if (this.#words[word] === 1) return true
    return false
  }
}

const noCompiled: CompiledSlot = { fits: null, sequences: [], gap: 0, edge: false, optional: false }
const noSlot: Slot = { alternatives: [], optional: false, gap: 0, edge: false }

function compileSlot(slot: Slot, numbering: Numbering): CompiledSlot {
  const { gap, edge } = slot
  if (gap > 0 || edge) return { fits: null, sequences: [], gap, edge, optional: true }
  const single = slot.alternatives.filter((words) => words.length === 1).flat()
  const several = slot.alternatives.filter((words) => words.length > 1)
  return {
    fits: numbering.setOf(single),
    sequences: several.map((words) => ({
      sets: words.map((word) => numbering.setOf([word])),
      rarest: rarestOf(words),
    })),
    gap,
    edge,
    optional: slot.optional,
  }
}

/** How often a word may stand in a text, going by rough classes: only the order matters. */
function frequencyOf(word: string): number {
  if (commonWords.has(word)) return 200
  if (frequentWords.has(word)) return 40
  if (ideograph.test(word)) return 3
  const { length } = word.replace('*', '')
  return length <= 2 ? 40 : length === 3 ? 12 : length === 4 ? 5 : length === 5 ? 3 : 1
}

/** Place of the word of an alternative that stands least often. */
function rarestOf(words: readonly string[]): number {
  const frequencies = words.map(frequencyOf)
  return frequencies.indexOf(Math.min(...frequencies))
}

/** The slot that is looked for first: the one whose words, all together, are the rarest. */
function anchorOf(slots: readonly Slot[]): number {
  let best = 0
  let least = Infinity
  slots.forEach(({ alternatives, optional }, index) => {
    if (optional) return
    const frequency = alternatives.reduce((sum, words) => sum + Math.min(...words.map(frequencyOf)), 0)
    if (frequency < least) [best, least] = [index, frequency]
  })
  return best
}

/** Index of the next word in a direction, or -1 at the edge of the text or of a sentence. */
function neighbourOf(tokens: Tokens, at: number, step: 1 | -1): number {
  const next = at + step
  if (next < 0 || next >= tokens.count) return -1
  return tokens.breaks[step === 1 ? next : at] === 1 ? -1 : next
}

/** Follows slots from a word outwards: the index of the furthest word taken, or -1 where they do not fit. */
function reach(
  tokens: Tokens,
  slots: readonly CompiledSlot[],
  next: number,
  at: number,
  step: 1 | -1,
): number {
  const slot = slots[next]
  if (slot === undefined) return at
  if (slot.edge) return neighbourOf(tokens, at, step) < 0 ? reach(tokens, slots, next + 1, at, step) : -1
  if (slot.fits === null) {
    let place = at
    for (let skipped = 0; ; skipped++) {
      const end = reach(tokens, slots, next + 1, place, step)
      if (end >= 0) return end
      if (skipped === slot.gap) return -1
      place = neighbourOf(tokens, place, step)
      if (place < 0) return -1
    }
  }
  const neighbour = neighbourOf(tokens, at, step)
  if (neighbour >= 0) {
    if (slot.fits.has(tokens.ids[neighbour] ?? 0)) {
      const end = reach(tokens, slots, next + 1, neighbour, step)
      if (end >= 0) return end
    }
    for (const { sets } of slot.sequences) {
      const through = along(tokens, sets, at, step)
      if (through < 0) continue
      const end = reach(tokens, slots, next + 1, through, step)
      if (end >= 0) return end
    }
  }
  return slot.optional ? reach(tokens, slots, next + 1, at, step) : -1
}

/** The last word taken when a sequence stands next to a word, or -1. */
function along(tokens: Tokens, sequence: readonly ReadonlySet<number>[], from: number, step: 1 | -1): number {
  let at = from
  for (let index = 0; index < sequence.length; index++) {
    at = neighbourOf(tokens, at, step)
    const set = sequence[step === 1 ? index : sequence.length - 1 - index]
    if (at < 0 || set === undefined || !set.has(tokens.ids[at] ?? 0)) return -1
  }
  return at
}
