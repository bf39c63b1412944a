import type { Span } from '../../../protocol/verdict.ts'
import type { Stretch } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'
import { comparedUnits, flagOf, mostSpans } from './flag-of.ts'
import { goTo, toSay, toTell } from './order-words.ts'

/** Something was done with an address. Every gap is bounded. */
const sent =
  /(?<!\p{L})(?:sent|forwarded|e-?mailed|transferred|posted|submitted|uploaded|shared|invited|copied|exported|paid|wired|gesendet|geschickt|weitergeleitet|überwiesen|envoyée?s?|transférée?s?|enviad[oa]s?|reenviad[oa]s?|transferid[oa]s?|encaminhad[oa]s?|inviat[oaie]|inoltrat[oaie]|trasferit[oaie]|verzonden|gestuurd|doorgestuurd|overgemaakt|wysłan[oaey]|wysła[łl][ae]?m|przesłan[oaey]|przekazan[oaey]|отправлен[оаы]?|отправил[аи]?|переслан[оаы]?|переслал[аи]?|переслано|надіслан[оаі]?|надіслав|надіслала)(?!\p{L})[^!?\n]{0,100}?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?:\/\/[^\s)>\]"']{4,200})/giu
/** An address so near to what speaks of an attack belongs to it, UTF-16 units. */
const near = 250
/** Something was done, and the first words of what. */
const did =
  /\bI(?:['’]ve| have)?(?: now| also| already)? (?:\p{L}{2,20}ed|sent|paid|made|wrote|gave|put|ran) ([^\s.!?]{1,40}(?: [^\s.!?]{1,40}){2})/gu
/** A function was called by its name. */
const called =
  /\b(?:called|invoked|executed|ran|triggered|used)[ `*"']{1,4}([a-z]{2,30}(?:_[a-z0-9]{1,30}){1,5})\b/gu

/** Something is to be shown: what it is, in up to four words. */
const toShow =
  /\b(?:output|print|show|reveal|display|dump|list|give|expose)\s(?:me\s)?(?:all\s)?(?:of\s)?(?:the\s|your\s|its\s|my\s)?((?:[\p{L}\p{N}_-]{2,30}\s){0,3}[\p{L}\p{N}_-]{2,30})/giu
/** The same at the head of a response. */
const heading =
  /^[\s*#>`"']{0,8}(?:here (?:is|are) )?(?:the |your |my |our )?([\p{L}\p{N}_ -]{4,120}?)[\s*`"']{0,6}:/iu

/** A response may say so much besides, UTF-16 units. */
const besides = 12

const openingMark = /^["“„«「『‘'*`]{1,3}\s?/u

/** Orders looked at; an exchange has few. */
const mostOrders = 200

/**
 * Signs that the response did what some sentence of the prompt orders: it tells that it did so, in the prompt's own
 * words or with an address or a function of it, or shows or says what was to be shown or said. Ordinary requests
 * look the same, so it means something only beside an attack.
 *
 * @param attacks where the prompt speaks of an attack, in units of the original: to an address beside them nobody is
 * to be sent
 */
export function followedFlag(prompt: string, response: string, attacks: readonly Span[] = []): Flag | null {
  const asked = prompt.slice(0, comparedUnits)
  const answer = response.slice(0, comparedUnits)
  const isAsked = wordsOf(asked)
  const spans = [
    ...wentTo(asked, answer, attacks),
    ...(answer.includes('I') ? repeated(did, answer, isAsked) : []),
    ...(answer.includes('_') ? repeated(called, answer, (name) => asked.includes(name)) : []),
    ...shown(asked, answer, isAsked),
    ...said(asked, answer),
  ]
  return spans.length === 0 ? null : flagOf('leak.followed', 'injection', 'response', 0.8, spans)
}

/** Texts without an address are let go at once: most are. */
function wentTo(asked: string, answer: string, attacks: readonly Span[]): Span[] {
  if (!hasAddress(answer) || !hasAddress(asked)) return []
  const beside = besideOf([...attacks, ...toTell.flatMap((pattern) => [...spansOf(asked, pattern)])])
  const isBeside = (address: string) =>
    beside.some(({ start, end }) => asked.slice(start, end - 1 + address.length).includes(address))
  return [
    ...repeated(sent, answer, (address) => asked.includes(bare(address))),
    ...goTo.flatMap((pattern) => repeated(pattern, answer, (address) => isBeside(bare(address)))),
  ]
}

function* spansOf(asked: string, pattern: RegExp): Generator<Stretch> {
  let count = 0
  for (const { 0: order, index } of asked.matchAll(pattern)) {
    if (count++ === mostOrders) return
    yield { start: index, end: index + order.length }
  }
}

/** An address without the signs that end a sentence. */
const bare = (address: string): string => address.replace(/[.,;:!]+$/, '')

/** Where an address beside an attack may begin. What overlaps is put together, so that no place is read twice. */
function besideOf(attacks: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const attack of attacks.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(0, attack.start - near + 1)
    const end = attack.end + near
    const last = stretches.at(-1)
    if (last === undefined || start > last.end) stretches.push({ start, end })
    else stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return stretches
}

const hasAddress = (text: string): boolean => text.includes('@') || text.includes('://')

/** Whether words stand in a text, however they are written; it is read once, when it is wanted. */
function wordsOf(asked: string): (words: string) => boolean {
  let lower: string | null = null
  return (words) => (lower ??= asked.toLowerCase()).includes(words.toLowerCase())
}

/** Where the response tells of something that the prompt holds. */
function repeated(pattern: RegExp, answer: string, isAsked: (what: string) => boolean): Span[] {
  const spans: Span[] = []
  for (const match of answer.matchAll(pattern)) {
    if (isAsked(match[1] ?? '')) spans.push(spanOf(match.index, match[0].length))
    if (spans.length === mostSpans) break
  }
  return spans
}

function shown(asked: string, answer: string, isAsked: (words: string) => boolean): Span[] {
  const head = heading.exec(answer)
  const title = head?.[1]?.trim().toLowerCase()
  if (head === null || title === undefined || !isAsked(title)) return []
  const isTitle = (wanted: string) => wanted === title || wanted.startsWith(`${title} `)
  return orders(asked, toShow).some(isTitle) ? [spanOf(0, head[0].length)] : []
}

function said(asked: string, answer: string): Span[] {
  const text = answer.trim().replace(openingMark, '').toLowerCase()
  const isSaid = (wanted: string) => text.startsWith(wanted) && text.length <= wanted.length + besides
  return text !== '' && text.length < 100 && toSay.some((pattern) => orders(asked, pattern).some(isSaid))
    ? [spanOf(0, answer.length)]
    : []
}

/** What is ordered, in lower case; nothing shorter than a word. */
function orders(asked: string, pattern: RegExp): string[] {
  const wanted: string[] = []
  for (const match of asked.matchAll(pattern)) {
    const what = (match[1] ?? '').trim()
    if (what.length >= 4) wanted.push(what.toLowerCase())
    if (wanted.length === mostOrders) break
  }
  return wanted
}

const spanOf = (start: number, length: number): Span => ({
  in: 'response',
  start,
  end: start + length,
  kind: 'followed',
})
