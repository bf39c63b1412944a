import { context } from './context.ts'
import { isBehindEscape } from './escapes.ts'
import { pii, type Hit } from './hit.ts'
import { isLetterOrDigit } from './letters.ts'
import type { Scan } from './scan.ts'
import { firstAfter, isNear } from './surroundings.ts'

/** "12 Rose Lane", "455 W Larkspur Dr.": number, one to five words, kind of street (checked by the caller). */
const numberFirst =
  /\d{1,6}[A-Za-z]?,? (?:(?:\p{Lu}[\p{L}'’.-]{0,24}|\d{1,3}(?:st|nd|rd|th)|of|the|de|la) ){1,5}/uy

/** "10 rue de la Paix", "10 bis, avenue Foch". */
const french =
  /\d{1,4}(?: ?(?:bis|ter))?,? (?:[Rr]ue|[Aa]venue|av\.|[Bb]oulevard|bd|[Pp]lace|[Ii]mpasse|[Aa]ll[ée]e|[Cc]hemin|[Qq]uai|[Cc]ours|[Rr]oute)(?: (?:de|du|des|la|le|les|l['’]|d['’]))*(?: ?\p{Lu}[\p{L}'’-]{1,24}){1,4}/uy

/** Ends of German, Dutch, Scandinavian, Finnish and Hungarian names of streets. */
const streetEnd =
  /(?:stra(?:ße|sse|at)|str\.?|weg|allee|platz|gasse|ring|damm|ufer|laan|gracht|kade|plein|vägen|gatan|vej|gade|veien|katu|tie|utca|útja?)$/iu

/** "Calle Mayor", "Via Garibaldi", "ul. Długa": kind of street, then its name. */
const namedStreet =
  /(?:Calle|C\/|Avenida|Avda\.?|Paseo|Plaza|Carrera|Via|Viale|Piazza|Corso|Vicolo|Rua|Travessa|Alameda|Largo|Praça|Estrada|ul\.|ulica|al\.|ул\.|улица|проспект|Jalan|Jl\.)(?: (?:de|del|della|di|da|do|das|dos|la|el|los|las))*(?: \p{L}[\p{L}'’.-]{1,24}){1,4}$/u

/** What may follow a street line up to a postal code: unit, town, state; one word at a time. */
const tail =
  /(?:[,\s]{1,3}[\p{Lu}\d#][\p{L}\d'’.#-]{0,24}){0,9}?[,\s]{1,3}(?:[A-Z]{1,2}-)?(?:\d{5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{3} \d\d|\d{4})(?![\p{L}\d])(?: \p{Lu}[\p{L}'’-]{1,24}){0,2}/uy

const unit = /,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|#)\.? ?#?[A-Z0-9-]{1,6}\b/y

/** Looked for at every number, and back from it: few stand behind a word that ends as these do. */
const postBox =
  / \d(?<=(P\.? ?O\.? ?Box|Post Office Box|Postfach|Apartado|Casella Postale|Boîte Postale) \d)[\d ]{0,7}\b/giy
const military = /(?:PSC|CMR|Unit) \d{1,5},? Box \d{1,5}\s{1,2}(?:APO|FPO|DPO) (?:AA|AE|AP) \d{5}\b/g

/** Postal addresses of persons: a street and a number, with a postal code, a unit or a word such as "live at". */
export function findAddresses(scan: Scan, hits: Hit[]): void {
  const { text, digitStart, digitEnd } = scan
  let past = 0
  for (let i = 0; i < digitStart.length; i++) {
    const start = digitStart[i] ?? 0
    const end = digitEnd[i] ?? 0
    if (start < past || end - start > 6) continue
    // What is followed by digits alone begins no street line.
    const street =
      (digitStart[i + 1] === end + 1 || !mayGoOn(text, end) ? null : streetFrom(scan, start)) ??
      streetTo(scan, start, end)
    if (street === null) continue
    const stop = addressEnd(scan, street)
    if (stop === null || wellKnown.test(text.slice(street.start, street.start + 20))) continue
    hits.push(pii('address', '[address]', street.start, stop, 0.9, 'medium'))
    past = stop
  }
  findBoxes(scan, hits)
}

/** Addresses of manuals and of heads of state. */
const wellKnown =
  /^(?:12?3?4?5? (?:Main|Any|Elm|Fake|Example|Sample)\b|1234? \w+ (?:St|Street)\b|1600 Penn|10 Downing|221B? Baker)/

interface Street {
  readonly start: number
  readonly end: number
}

/** What may follow the number of a street line: a blank, and a comma in front of it. */
function mayGoOn(text: string, end: number): boolean {
  const next = text.charCodeAt(end)
  return next === 32 || next === 44
}

/** A street line that begins with its number. */
function streetFrom(scan: Scan, start: number): Street | null {
  const { text } = scan
  const before = text[start - 1] ?? ' '
  const isGlued = '.,$€£/-'.includes(before) || isLetterOrDigit(text.charCodeAt(start - 1))
  if (isGlued && !isBehindEscape(text, start)) return null
  numberFirst.lastIndex = start
  const lead = numberFirst.exec(text)
  if (lead !== null) {
    // The last word of a kind of street among those that follow.
    for (let i = firstAfter(scan.markEnd, start + lead[0].length + 16) - 1; i >= 0; i--) {
      const markStart = scan.markStart[i] ?? 0
      if (markStart <= start) break
      if (((scan.markBits[i] ?? 0) & context.street) === 0 || markStart > start + lead[0].length) continue
      if (!/\p{Lu}/u.test(text[markStart] ?? '') || !/\p{L}/u.test(text.slice(start, markStart))) continue
      const markEnd = scan.markEnd[i] ?? 0
      return { start, end: text[markEnd] === '.' ? markEnd + 1 : markEnd }
    }
  }
  french.lastIndex = start
  const match = french.exec(text)
  return match === null ? null : { start, end: start + match[0].length }
}

/** What may part a street from its number behind it. */
const numberSign = /(?:,| n[º°.]?|,? nº)? $/u
/** Streets with their kind in their name are no shorter: `Amweg 5`. */
const shortestStreet = 6

/** Whether the word that ends here is as long as a street's: most numbers stand behind shorter ones. */
function isLongWord(text: string, end: number): boolean {
  for (let at = end - 1; at >= end - shortestStreet; at--) {
    const unit = text.charCodeAt(at)
    if (at < 0 || unit === 32 || unit === 10) return false
  }
  return true
}

/** A street line that ends with its number. */
function streetTo(scan: Scan, start: number, end: number): Street | null {
  const { text } = scan
  if (end - start > 4) return null
  // Most numbers stand behind something else; in a row of them, behind another.
  if (
    text[start - 1] !== ' ' ||
    ((text[start - 2] ?? '0') <= '9' && !"'.,-".includes(text[start - 2] ?? '0'))
  )
    return null
  const nameEnd = start - (numberSign.exec(text.slice(Math.max(0, start - 5), start))?.[0].length ?? 1)
  const isNamed = isNear(scan, start, end, context.street, 48, 0)
  if (!isNamed && !isLongWord(text, nameEnd)) return null
  const from = Math.max(0, nameEnd - 48)
  const window = text.slice(from, nameEnd)
  const letter = /^[a-z](?![\p{L}\d])/u.test(text.slice(end, end + 2)) ? 1 : 0
  const wordStart = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n')) + 1
  const word = window.slice(wordStart)
  if (word.length >= shortestStreet && /^\p{Lu}/u.test(word) && streetEnd.test(word)) {
    return { start: from + wordStart, end: end + letter }
  }
  if (!isNamed) return null
  const named = namedStreet.exec(window)
  return named === null ? null : { start: from + named.index, end: end + letter }
}

/** Where the whole address ends; null when nothing says that somebody lives there. */
function addressEnd(scan: Scan, street: Street): number | null {
  tail.lastIndex = street.end
  const town = tail.exec(scan.text)
  if (town !== null) return street.end + town[0].length
  unit.lastIndex = street.end
  const part = unit.exec(scan.text)
  if (part !== null) return street.end + part[0].length
  return isNear(scan, street.start, street.end, context.address, 32, 0) ? street.end : null
}

function findBoxes({ text, digitStart, mixedStart }: Scan, hits: Hit[]): void {
  for (const starts of [digitStart, mixedStart])
    for (const start of starts) {
      if (start < 2 || text.charCodeAt(start - 1) !== 32 || !'xXhHoOeE'.includes(text[start - 2] ?? ' '))
        continue
      postBox.lastIndex = start - 1
      const match = postBox.exec(text)
      if (match === null) continue
      const blank = start - 1
      hits.push(boxAt(text, blank - (match[1] ?? '').length, blank + match[0].length))
    }
  if (!text.includes('PO A')) return
  for (const match of text.matchAll(military))
    hits.push(boxAt(text, match.index, match.index + match[0].length))
}

/** An address that begins with a box, whose number may have a blank behind it. */
function boxAt(text: string, start: number, blankEnd: number): Hit {
  const end = start + text.slice(start, blankEnd).trimEnd().length
  tail.lastIndex = end
  return pii('address', '[address]', start, end + (tail.exec(text)?.[0].length ?? 0), 0.9, 'medium')
}
