import { digitsOf, endsFree, shapeOf, startsFree, type Chain } from './chain.ts'

/** What the form of a number says about its being a telephone number. */
export interface PhoneForm {
  /** First group after `from` that no longer belongs to it. */
  readonly to: number
  /** First unit, with a leading `+` or `(`. */
  readonly start: number
  readonly end: number
  /** Enough by itself, or only beside a word such as "call". */
  readonly alone: boolean
}

/** NANP fiction (555-01xx and what people make up like it), runs and repeats: what people write for "some number". */
const isPlaceholder = (digits: string): boolean =>
  /^1?(?:(?:\d{3})?55501\d\d|(?:555|123)?555(?:1234|5555|0000|4567)|5551234567|1235550\d{3})$/.test(digits) ||
  /^\+?(\d)\1+$/.test(digits) ||
  '01234567890123456789'.includes(digits) ||
  '98765432109876543210'.includes(digits)

/** Free of charge for who calls, so of a firm or an office: North America, Germany, the United Kingdom. */
const isFreephone = (digits: string): boolean =>
  /^(?:1?8(?:00|33|44|55|66|77|88)[2-9]\d{6}|(?:0|49|44)80[08]\d{6,8})$/.test(digits)

/** Numbers with 555 are mostly made up: personal only beside a word that says so. */
const isFiction = (digits: string): boolean => /^1?(?:555\d{7}|\d{3}555\d{4})$/.test(digits)

/** `2019-2024` is a span of years. */
const isYears = (shape: string, digits: string): boolean =>
  shape === '4-4' && /^(?:19|20)\d\d(?:19|20)\d\d$/.test(digits)

/**
 * Reads a telephone number that begins with group `from`.
 *
 * @returns null when no number of any country is written so.
 */
export function phoneAt(text: string, chain: Chain, from: number): PhoneForm | null {
  const first = chain.groups[from] ?? ''
  let start = chain.starts[from] ?? 0
  const before = text[start - 1]
  const opened = before === '('
  if (opened) start--
  const plus = text[start - 1] === '+'
  if (plus) start--
  const exact = northAmerican(chain, from, plus)
  if (from > 0 && !plus && !opened) {
    // Behind other numbers only a form that holds together by itself begins anew.
    if (exact === null || chain.separators[from - 1] !== ' ') return null
    if (shapeOf(chain, from, exact - 1).includes(' ')) return null
  }
  const to = exact ?? lastGroup(chain, from)
  // Most numbers are too short, which costs least to see.
  if (to === null || !hasLengthOfPhone(chain, from, to) || !startsFree(text, start)) return null
  const end = withExtension(text, chain.ends[to - 1] ?? start)
  if (!endsFree(text, start, end)) return null
  const digits = digitsOf(chain, from, to - 1)
  const shape = shapeOf(chain, from, to - 1)
  if (isPlaceholder(digits) || isFreephone(digits)) return null
  if (!plus && isYears(shape, digits)) return null
  const form = (alone: boolean): PhoneForm => ({ to, start, end, alone: alone && !isFiction(digits) })
  if (plus) return digits.length >= 8 && /^[1-9]/.test(first) ? form(true) : null
  if (exact !== null) return form(!shape.includes(' ') || opened || /^1?[2-9]\d\d[2-9]/.test(digits))
  const groups = to - from
  if (/^00[1-9]/.test(digits)) return form(groups > 1 && digits.length >= 10)
  // Russia and its neighbours dial 8 first.
  if (groups > 3 && first === '8' && /^8[3489]\d{9}$/.test(digits)) return form(true)
  const trunk = /^0[1-9]/.test(digits) && first.length >= 2 && first.length <= 6
  if (trunk && groups > 1 && groups <= 6 && digits.length >= 9 && digits.length <= 12) {
    return form(!shape.includes('.') || digits.length >= 10)
  }
  // Round numbers are counts.
  if (groups < 2 && (digits.length < 7 || digits.endsWith('000'))) return null
  return digits.length <= 15 ? form(opened && trunk && digits.length >= 8) : null
}

/** Whether the groups have as many digits together as telephone numbers have. */
function hasLengthOfPhone(chain: Chain, from: number, to: number): boolean {
  let digits = 0
  for (let i = from; i < to; i++) digits += chain.groups[i]?.length ?? 0
  return digits >= 6 && digits <= 16
}

/** The group behind a 3-3-4 (with or without a leading 1), or null. */
function northAmerican(chain: Chain, from: number, plus: boolean): number | null {
  const first = chain.groups[from] ?? ''
  if (first.length !== 3 && first !== '1') return null
  const lead = first === '1' || first === '001' ? 1 : 0
  if (plus && lead === 0) return null
  const { groups, separators } = chain
  const area = from + lead
  if (groups[area]?.length !== 3 || groups[area + 1]?.length !== 3 || groups[area + 2]?.length !== 4)
    return null
  if (!'-. )'.includes(separators[area] ?? '/') || !'-. '.includes(separators[area + 1] ?? '/')) return null
  return area + 3
}

/** The group behind the longest reading of at most 15 digits, or null when the chain goes on beyond it. */
function lastGroup(chain: Chain, from: number): number | null {
  let digits = 0
  for (let i = from; i < chain.groups.length; i++) {
    const length = chain.groups[i]?.length ?? 0
    const separator = chain.separators[i - 1]
    if (i > from && (separator === '/' || separator === '(') && i > from + 1 && length > 3) return i
    digits += length
    if (digits > 16) return i > from && separator === ' ' ? i : null
  }
  return chain.groups.length
}

const extension = /(?: ?[,;]? ?(?:x|ext\.?|extension|durchwahl|poste|#) ?)\d{1,6}(?![\p{L}\p{N}])/iuy

function withExtension(text: string, end: number): number {
  extension.lastIndex = end
  const match = extension.exec(text)
  return match === null ? end : end + match[0].length
}
