/* What the units of a text are to the scan for privacy: one look at a table tells all that it asks of most of them. */

/** Where scripts without spaces begin: their letters join neither words nor numbers. */
const wideFrom = 0x2e80

/** Latin-1 signs, general punctuation, and all from {@link wideFrom} on (CJK, Hangul, surrogates, full width). */
const isApart = (unit: number): boolean =>
  unit < 0xc0 || (unit >= 0x2000 && unit <= 0x206f) || unit >= wideFrom

/** Lower case for the alphabets the vocabulary is written in (Latin, Greek, Cyrillic). */
function fold(unit: number): number {
  // In ASCII letters bit 5 is case; digits have it set.
  if (unit < 128) return unit | 32
  if (unit >= 0xc0 && unit <= 0xde) return unit + 32
  if ((unit >= 0x391 && unit <= 0x3a9) || (unit >= 0x410 && unit <= 0x42f)) return unit + 32
  // Latin Extended-A has no one distance from capital to small letter; İ has no small letter of one unit.
  if (unit >= 0x100 && unit <= 0x17f && unit !== 0x130)
    return String.fromCharCode(unit).toLowerCase().charCodeAt(0)
  return unit >= 0x400 && unit <= 0x40f ? unit + 80 : unit
}

export const sign = 1
export const atSign = 2
export const wide = 3
export const bracket = 4
/** From here on it is part of a word; the bits below are what it folds to, which is less than {@link wideFrom}. */
export const digit = 0x4000
export const letter = 0x8000
export const foldedBits = 0x3fff

/** What each unit is: all that is not ASCII counts as a letter, but for a few spaces, dashes and {@link wideFrom}. */
export const classOf = new Uint16Array(0x10000).map((_, unit) => {
  if (unit >= wideFrom) return wide
  if (unit >= 48 && unit <= 57) return digit | unit
  if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || !isApart(unit)) return letter | fold(unit)
  return 0
})
for (const unit of ':=>') classOf[unit.charCodeAt(0)] = sign
for (const unit of '@%&\\') classOf[unit.charCodeAt(0)] = atSign
for (const unit of '([{') classOf[unit.charCodeAt(0)] = bracket
