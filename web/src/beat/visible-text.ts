/**
 * Characters that are not seen but steer what is: controls, bidirectional overrides, zero-width and tag characters.
 * Left alone are line ends and tabs, the joiners that scripts and emoji need, and the few signs of Arabic, Syriac
 * and Kaithi that Unicode files under format characters though they are seen.
 */
const HIDDEN =
  /(?!\u200C|\u200D|[\t\n\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\p{Cc}\p{Cf}]/gu

/** Name of a hidden character, as shown in its place: `U+202E`. */
export function nameOfHidden(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** The text with every hidden character written out by its name, so that nothing in it can act on the page. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => `⟨${nameOfHidden(character)}⟩`)
}

/** A piece of a text: as it is, or one hidden character. */
export interface Piece {
  text: string
  hidden: boolean
}

/** Cuts a text into what can be seen and what is hidden in it. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let end = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), hidden: false })
    found.push({ text: match[0], hidden: true })
    end = match.index + match[0].length
  }
  if (end < text.length) found.push({ text: text.slice(end), hidden: false })
  return found
}
