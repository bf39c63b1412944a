import { passesLuhn } from './checksums.ts'

/** Who issues numbers that begin so, and how long they are (ISO/IEC 7812, the schemes' published ranges). */
interface Range {
  readonly low: number
  readonly high: number
  /** How many leading digits `low` and `high` have. */
  readonly lead: number
  readonly lengths: readonly number[]
}

const range = (low: number, high: number, ...lengths: number[]): Range => ({
  low,
  high,
  lead: String(low).length,
  lengths,
})

const ranges: readonly Range[] = [
  range(4, 4, 13, 16, 19), // Visa
  range(51, 55, 16), // Mastercard
  range(2221, 2720, 16),
  range(34, 34, 15), // American Express
  range(37, 37, 15),
  range(300, 305, 14, 16), // Diners Club
  range(3095, 3095, 14, 16),
  range(36, 36, 14, 16),
  range(38, 39, 14, 16),
  range(6011, 6011, 16, 19), // Discover
  range(644, 659, 16, 19),
  range(622, 629, 16, 17, 18, 19), // UnionPay
  range(81, 82, 16, 17, 18, 19),
  range(35, 35, 16, 17, 18, 19), // JCB
  range(2131, 2131, 15),
  range(1800, 1800, 15),
  range(5018, 5020, 12, 13, 14, 15, 16, 17, 18, 19), // Maestro
  range(5038, 5038, 12, 13, 14, 15, 16, 17, 18, 19),
  range(56, 58, 12, 13, 14, 15, 16, 17, 18, 19),
  range(6304, 6304, 12, 13, 14, 15, 16, 17, 18, 19),
  range(6759, 6763, 12, 13, 14, 15, 16, 17, 18, 19),
  range(67, 67, 12, 13, 14, 15, 16, 17, 18, 19),
  range(2200, 2204, 16, 17, 18, 19), // Mir
  range(60, 60, 16), // RuPay
  range(508, 508, 16),
  range(9792, 9792, 16), // Troy
]

const shortest = 12
const longest = 19
/** By the first four digits of a number, a bit for every length that is issued with them. */
const issued = new Uint8Array(10_000)
for (const { low, high, lead, lengths } of ranges) {
  const heads = 10 ** (4 - lead)
  const bits = lengths.reduce((sum, length) => sum | (1 << (length - shortest)), 0)
  for (let head = low * heads; head < (high + 1) * heads; head++) issued[head] = (issued[head] ?? 0) | bits
}

/**
 * True when an issuer gives out numbers of this beginning and length.
 *
 * @param digits The number, or its first four digits at least.
 * @param length How many digits it has in all.
 */
export function isIssued(digits: string, length = digits.length): boolean {
  if (length < shortest || length > longest) return false
  return (((issued[Number(digits.slice(0, 4))] ?? 0) >> (length - shortest)) & 1) === 1
}

/** True when issuer, length and Luhn's check agree. */
export function isCardNumber(digits: string): boolean {
  return isIssued(digits) && passesLuhn(digits)
}
