/** Some glyphs of a run, and the text they draw. */
export interface GlyphGroup {
  text: string
  from: number
  to: number
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Lam and an alef after it are one glyph in many fonts. */
const lam = /^\u0644\p{M}*$/u
const alef = /^[\u0622\u0623\u0625\u0627\u0671]/

/**
 * Takes the glyphs of a right-to-left run apart by the letter they draw, from left to right as they stand. Which
 * glyph is of which letter is counted: every letter has one glyph that advances, and marks that do not. The shaper
 * would tell, but remembers for each glyph only the first letter that it ever drew with it.
 *
 * @param text in logical order
 * @param positions of its glyphs, in visual order
 * @returns one group with all of the text where the count comes out differently: a ligature of the font's own
 */
export function lettersOf(text: string, positions: readonly { xAdvance: number }[]): GlyphGroup[] {
  const groups: Omit<GlyphGroup, 'text'>[] = []
  let from = 0
  positions.forEach(({ xAdvance }, i) => {
    // Marks stand before the letter they belong to; at the very end there is none left to wait for.
    if (xAdvance === 0 && i < positions.length - 1) return
    groups.push({ from, to: i + 1 })
    from = i + 1
  })
  const single = Array.from(graphemes.segment(text), ({ segment }) => segment)
  const letters = [single, ligated(single)].find(({ length }) => length === groups.length)
  if (!letters) return [{ text, from: 0, to: positions.length }]
  return groups.map((group, i) => ({ text: letters[letters.length - 1 - i] ?? '', ...group }))
}

function ligated(letters: readonly string[]): string[] {
  const joined: string[] = []
  for (const letter of letters) {
    const last = joined.at(-1) ?? ''
    if (lam.test(last) && alef.test(letter)) joined[joined.length - 1] = last + letter
    else joined.push(letter)
  }
  return joined
}
