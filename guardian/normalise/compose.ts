/*
 * What NFC puts together and folding would leave apart: Hangul in its letters, and kana with a sign of its own for the
 * voice. Accents of other scripts are dropped anyway.
 */

/** Letters that begin a syllable of Hangul. */
export const leads = { from: 0x1100, to: 0x1112 } as const
const vowels = { from: 0x1161, to: 0x1175 } as const
/** Letters that end one; the number before the first stands for none. */
const tails = { none: 0x11a7, to: 0x11c2 } as const
const firstSyllable = 0xac00
const vowelCount = 21
const tailCount = 28

export function isLead(unit: number): boolean {
  return unit >= leads.from && unit <= leads.to
}

/**
 * The syllable whose letters begin at a place, and how many units they take; null where none does.
 * Source: The Unicode Standard, 3.12, Hangul syllable composition.
 */
export function composedSyllable(text: string, at: number): { text: string; width: number } | null {
  const lead = text.charCodeAt(at) - leads.from
  const vowel = text.charCodeAt(at + 1)
  if (!(vowel >= vowels.from && vowel <= vowels.to)) return null
  const tail = text.charCodeAt(at + 2)
  const hasTail = tail > tails.none && tail <= tails.to
  const syllable = firstSyllable + (lead * vowelCount + vowel - vowels.from) * tailCount
  return {
    text: String.fromCharCode(syllable + (hasTail ? tail - tails.none : 0)),
    width: hasTail ? 3 : 2,
  }
}

/** Marks that voice the kana before them, of full and of half width. */
export const voicings = [0x3099, 0x309a, 0xff9e, 0xff9f] as const

export function isVoicing(unit: number): boolean {
  return unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f
}

/** A kana and a mark as one sign, or null where there is no such sign. */
export function voiced(kana: number, mark: number): number | null {
  const sign = String.fromCharCode(kana, mark).normalize('NFKC')
  return sign.length === 1 ? sign.charCodeAt(0) : null
}
