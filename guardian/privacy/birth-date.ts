import { digitsOf, endsFree, shapeOf, startsFree, type Chain } from './chain.ts'
import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import { distanceBefore, isNear } from './surroundings.ts'

/**
 * Reads a numeric date that begins with group `from`. Beside "date of birth" and its like it is a hit; any
 * other date is stepped over, so that nothing takes it for a telephone number.
 */
export function birthDateAt(scan: Scan, chain: Chain, from: number): { hit: Hit | null; to: number } | null {
  const to = from + 3
  const separator = chain.separators[from] ?? ' '
  if (to > chain.groups.length || !'-./'.includes(separator) || separator !== chain.separators[from + 1])
    return null
  const shape = shapeOf(chain, from, to - 1)
  if (!/^(?:4([-./])\d\1\d|\d([-./])\d\2[24])$/.test(shape)) return null
  const [a = 0, b = 0, c = 0] = chain.groups.slice(from, to).map(Number)
  const [year, day, month] = shape.startsWith('4') ? [a, c, b] : [c, a, b]
  const inOrder = day >= 1 && day <= 31 && month >= 1 && month <= 12
  const american = month >= 1 && month <= 31 && day >= 1 && day <= 12
  if ((!inOrder && !american) || (year > 99 && (year < 1500 || year > 2200))) return null
  const start = chain.starts[from] ?? 0
  const end = chain.ends[to - 1] ?? 0
  if (!startsFree(scan.text, start) || !endsFree(scan.text, start, end)) return null
  const plausible = year < 100 || (year >= 1900 && year <= 2100)
  if (
    !plausible ||
    digitsOf(chain, from, to - 1).length < 5 ||
    !(isNear(scan, start, end, context.birth, 24, 0) || isBornThen(scan, start))
  ) {
    return { hit: null, to }
  }
  return { hit: pii('birth_date', '[birth date]', start, end, 0.9, 'medium'), to }
}

/** What may stand between "born" and its date: a sign, a small word, the full stop of "ur." */
const afterBorn = /^(?:[ \t]{0,3}[:：]?[ \t]{0,3}|[ \t](?:on|am|op|le|il|el|em|den|dnia|w dniu)[ \t])$/iu

function isBornThen(scan: Scan, start: number): boolean {
  const distance = distanceBefore(scan, start, context.born, 8)
  if (distance === Infinity) return false
  const between = scan.text.slice(start - distance, start)
  if (afterBorn.test(between)) return true
  const isShort = /(?:ur|рожд)$/iu.test(scan.text.slice(Math.max(0, start - distance - 4), start - distance))
  return isShort && /^\.[ \t]{0,3}$/.test(between)
}

const months =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]vr(?:ier)?|mar(?:ch|s)?|märz|apr(?:il)?|avril|ma[iy]|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|déc(?:embre)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık'

export const writtenDate = new RegExp(
  `(?:(?:${months})\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:de |of )?(?:${months})\\.?,? (?:de |del )?(?:19|20)\\d\\d|(?:19|20)\\d\\d[年년] ?\\d{1,2}[月월] ?\\d{1,2}[日일])(?!\\d)`,
  'i',
)

/** Dates with a month's name, right behind "date of birth" and its like. */
export function findWrittenBirthDates(scan: Scan, hits: Hit[]): void {
  for (let i = 0; i < scan.markEnd.length; i++) {
    if (((scan.markBits[i] ?? 0) & context.birth) === 0) continue
    const from = scan.markEnd[i] ?? 0
    const match = writtenDate.exec(scan.text.slice(from, from + 48))
    if (match === null || match.index > 16) continue
    const start = from + match.index
    hits.push(pii('birth_date', '[birth date]', start, start + match[0].length, 0.9, 'medium'))
  }
}
