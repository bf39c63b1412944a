import type { Span, Task } from '../../protocol/verdict.ts'
import type { Exchange } from '../exchange.ts'
import { normalise, type Hints, type ViewReader } from '../normalise/normalise.ts'
import { inOriginal, placed, type Stretch, type View } from '../normalise/view.ts'
import { inContext } from './context.ts'
import type { Flag } from './flag.ts'
import { givenDecline } from './given-decline.ts'
import { detectors, packedPhrases } from './compiled/phrases.ts'
import type { Detector } from './detector.ts'
import { unpackedPhrases } from './packed-phrases.ts'
import { PhraseTable } from './phrases.ts'
import { bareNoFlag } from './structure/bare-no.ts'
import { confidedFlag } from './structure/confided.ts'
import { mostSpans } from './structure/flag-of.ts'
import { followedFlag } from './structure/followed.ts'
import { hiddenMarkupFlag } from './structure/hidden-markup.ts'
import { hiddenFlag } from './structure/hidden-signs.ts'
import { imageLinkFlag } from './structure/image-links.ts'
import { leakFlags } from './structure/leaks.ts'
import { personaNameFlag } from './structure/persona-name.ts'
import { withoutQuoted } from './structure/quoted.ts'
import { roleOpeningFlag } from './structure/role-opening.ts'
import { suffixFlag } from './structure/suffix.ts'
import { turnFlags } from './structure/turns.ts'
import type { Tokens } from './tokens.ts'

/** What the monitor saw, and the readings of the texts it saw it in. */
export interface Analysis {
  readonly flags: readonly Flag[]
  readonly views: { readonly prompt: readonly View[]; readonly response: readonly View[] }
}

type Where = 'prompt' | 'response'

/** A phrase detector, or a word that hints at an encoding. */
type Tag = Detector | 'rot13' | 'reversed'

/** Ordinary words are shorter; encoded text is not. */
const longWord = 12
/** Written without blanks, words make longer ones than there are. */
const joinedWord = 18
const spacedLettersFrom = 5
const pairsFrom = 8
const hintsNeeded = 2

/** Detectors of what may well be encoded in a link or a file: games, talk about models, distress, declining. */
const open = /^(?:context|about|caution|distress|refusal|evasion|honesty)\./

/** Looks for red flags in an exchange, and says where it saw them. Keeps nothing between exchanges. */
export class Monitor {
  readonly #table = new PhraseTable<Tag>(unpackedPhrases(packedPhrases), [...detectors, 'rot13', 'reversed'])

  static #shared: Monitor | null = null

  /** One monitor for everybody: it holds tables and no state. */
  static shared(): Monitor {
    Monitor.#shared ??= new Monitor()
    return Monitor.#shared
  }

  /** All flags of prompt and response together. Linear in the texts; never throws. */
  analyze(exchange: Exchange): Analysis {
    const prompt = this.#read(exchange.prompt, 'prompt')
    const response = this.#read(exchange.response, 'response')
    return {
      flags: [...prompt.flags, ...response.flags, ...leaksOf(exchange, attacksIn(prompt.flags))],
      views: { prompt: prompt.views, response: response.views },
    }
  }

  /** The flags of the response that speak of evasion, worst first. */
  detectEvasion(exchange: Exchange): Flag[] {
    return this.analyze(exchange)
      .flags.filter((flag) => flag.task === 'evasion')
      .sort((a, b) => b.value - a.value)
  }

  #read(text: string | null | undefined, where: Where): { flags: Flag[]; views: View[] } {
    if (text === null || text === undefined) return { flags: [], views: [] }
    const reading = new Reading(this.#table, where)
    const views = normalise(text, reading)
    for (const view of views) reading.finish(view)
    const worded = reading.flags()
    const [plain] = views
    const shaped = plain === undefined ? [] : structureFlags(plain, where, worded)
    const own = where === 'response' ? withoutQuoted(worded, text) : worded
    return { flags: inContext([...own, ...shaped]), views }
  }
}

/** What the form of a text gives away, beside its words. */
function structureFlags(plain: View, where: Where, worded: readonly Flag[]): Flag[] {
  const { source, folded } = plain
  const inSource = [hiddenFlag(source, folded, where), imageLinkFlag(source, where)]
  if (where === 'prompt') inSource.push(suffixFlag(source))
  const flags = inSource
    .filter((flag) => flag !== null)
    .map((flag) => ({ ...flag, spans: flag.spans.map((span) => ({ ...span, ...placed(plain, span) })) }))
  if (where !== 'prompt') return flags
  const markup = hiddenMarkupFlag(plain, worded)
  return [...flags, ...turnFlags(plain), ...(markup === null ? [] : [markup])]
}

/** Where a prompt speaks of an attack. */
function attacksIn(flags: readonly Flag[]): Span[] {
  return flags
    .filter(({ detector }) => /^(?:injection|obfuscation)\./.test(detector))
    .flatMap(({ spans }) => spans)
}

function leaksOf({ prompt, response, system, canaries = [] }: Exchange, attacks: readonly Span[]): Flag[] {
  if (!response) return []
  const told = [confidedFlag([system, prompt], response), roleOpeningFlag(response), bareNoFlag(response)]
  if (prompt) told.push(followedFlag(prompt, response, attacks), personaNameFlag(prompt, response))
  return [...leakFlags(response, system, canaries), ...told.filter((flag) => flag !== null)]
}

/** One text while it is read: hints for decoding and evidence for flags come out of the same pass. */
class Reading implements ViewReader {
  readonly #table: PhraseTable<Tag>
  readonly #where: Where
  readonly #seen = new Map<string, { task: Task; value: number; spans: Span[] }>()
  /** Runs that decoded to something that should not be hidden. */
  readonly #hidden: Span[] = []
  readonly #read = new Set<View>()

  constructor(table: PhraseTable<Tag>, where: Where) {
    this.#table = table
    this.#where = where
  }

  hints(view: View): Hints {
    const tokens = this.#table.tokens(view.folded.text)
    const hinted = this.#collect(view, tokens)
    return {
      longWords: tokens.longest >= longWord,
      joinedWords: tokens.longest >= joinedWord,
      pairs: tokens.pairs >= pairsFrom,
      eights: tokens.digits,
      spacedLetters: tokens.singles >= spacedLettersFrom,
      rot13: hinted.rot13 >= hintsNeeded,
      reversed: hinted.reversed >= hintsNeeded,
    }
  }

  segment(joined: string): string {
    return this.#table.vocabulary.segment(joined)
  }

  /** Reads a view that was never asked for hints: one at the greatest depth. */
  finish(view: View): void {
    if (!this.#read.has(view)) this.#collect(view, this.#table.tokens(view.folded.text))
  }

  #collect(view: View, tokens: Tokens): { rot13: number; reversed: number } {
    this.#read.add(view)
    const hinted = { rot13: 0, reversed: 0 }
    const enough = new Set<Tag>()
    const found = (tag: Tag, start: number, end: number): void => {
      let isEnough = true
      if (typeof tag === 'string') isEnough = ++hinted[tag] >= hintsNeeded
      else if (tag.in === 'both' || tag.in === this.#where) isEnough = this.#note(tag, view, start, end)
      else if (tag.id === 'refusal.decline') isEnough = this.#note(givenDecline, view, start, end)
      if (isEnough) enough.add(tag)
    }
    this.#table.matches(tokens, found, enough)
    return hinted
  }

  /** Notes a phrase; true once more of the same in this view would change nothing. */
  #note(detector: Detector, view: View, start: number, end: number): boolean {
    const entry = this.#seen.get(detector.id) ?? { task: detector.task, value: 0, spans: [] }
    this.#seen.set(detector.id, entry)
    entry.value = Math.max(entry.value, detector.value)
    const place = inOriginal(view, start, end)
    if (view.kind !== 'plain' && !open.test(detector.id)) this.#noteHidden(place)
    if (entry.spans.length >= mostSpans) return true
    const last = entry.spans.at(-1)
    // Two phrases of one detector often meet in the same words.
    if (
      last !== undefined &&
      last.kind === detector.kind &&
      place.start < last.end &&
      last.start < place.end
    ) {
      entry.spans[entry.spans.length - 1] = {
        ...last,
        start: Math.min(last.start, place.start),
        end: Math.max(last.end, place.end),
      }
      return false
    }
    entry.spans.push({ in: this.#where, start: place.start, end: place.end, kind: detector.kind })
    return entry.spans.length >= mostSpans
  }

  #noteHidden({ start, end }: Stretch): void {
    const last = this.#hidden.at(-1)
    if (this.#hidden.length === mostSpans || (last?.start === start && last.end === end)) return
    this.#hidden.push({ in: this.#where, start, end, kind: 'encoded' })
  }

  flags(): Flag[] {
    const flags: Flag[] = []
    for (const [detector, { task, value, spans }] of this.#seen)
      flags.push({ detector, task, in: this.#where, value, spans })
    const spans = this.#hidden
    if (spans.length > 0)
      flags.push({ detector: 'obfuscation.encoded', task: 'injection', in: this.#where, value: 0.8, spans })
    return flags
  }
}
