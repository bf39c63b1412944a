/**
 * Characters that are not seen but steer what is: controls, bidirectional overrides, zero-width and tag
 * characters. Joiners that scripts and emoji need are left alone.
 */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu

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
