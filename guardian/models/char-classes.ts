/** Digits are one character, so that a weight never rests on a particular number. */
export const digit = 48

/** Punctuation that stands inside the letter ranges filled below. */
const strayPunctuation = [
  0xaa, 0xb5, 0xba, 0xd7, 0xf7, 0x37e, 0x387, 0x55a, 0x589, 0x5be, 0x60c, 0x61b, 0x61f, 0x66a, 0x6d4, 0x964,
  0x965, 0xe5a, 0xe5b,
]

/** The tables, one entry a UTF-16 unit. */
export interface CharClasses {
  /** The character the models read: lower case, no accent, one digit; 0 for a separator. */
  readonly fold: Uint16Array
  /** 1 where the unit belongs to a script written without spaces between words. */
  readonly unspaced: Uint8Array
  /** `fold` of what words are made of in scripts that have spaces; 0 for everything else. */
  readonly letters: Uint16Array
}

/** Scripts that are written without spaces between words. */
const unspacedRanges = [
  [0xe01, 0xeff],
  [0x3041, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
] as const

function fill(table: Uint16Array, from: number, to: number, value: (unit: number) => number) {
  for (let unit = from; unit <= to; unit++) table[unit] = value(unit)
}

/** Lets units stand for themselves. There are tens of thousands: the first verdict of a process waits for this. */
function keep(table: Uint16Array, from: number, to: number) {
  for (let unit = from; unit <= to; unit++) table[unit] = unit
}

const lowerBase = (unit: number) => String.fromCharCode(unit).normalize('NFKD').toLowerCase().charCodeAt(0)

let built: CharClasses | undefined

/**
 * The tables, made at the first call in a few milliseconds: letters that have case or accents are asked of
 * the platform, the other scripts are filled as ranges, surrogates and symbols stay separators.
 */
export function charClasses(): CharClasses {
  if (built) return built
  const fold = new Uint16Array(0x10000)
  const unspaced = new Uint8Array(0x10000)
  fold.fill(digit, 0x30, 0x3a)
  fill(fold, 0x41, 0x5a, (unit) => unit + 32)
  keep(fold, 0x61, 0x7a)
  fill(fold, 0xc0, 0x52f, lowerBase)
  keep(fold, 0x531, 0x1dff)
  fill(fold, 0x1e00, 0x1eff, lowerBase)
  fold.fill(0, 0x300, 0x370)
  for (const zero of [0x660, 0x6f0, 0x966, 0xff10]) fold.fill(digit, zero, zero + 10)
  for (const [from, to] of unspacedRanges) {
    keep(fold, from, to)
    unspaced.fill(1, from, to + 1)
  }
  fill(fold, 0xff21, 0xff3a, (unit) => unit - 0xff21 + 0x61)
  fill(fold, 0xff41, 0xff5a, (unit) => unit - 0xff41 + 0x61)
  for (const unit of strayPunctuation) fold[unit] = 0
  const letters = fold.slice()
  for (const [from, to] of unspacedRanges) letters.fill(0, from, to + 1)
  built = { fold, unspaced, letters }
  return built
}
