/** What a spreadsheet would take for the beginning of a formula, as OWASP lists it; and our own mark. */
const dangerous = /^(?:[\t\r\n']|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u

/**
 * One cell of text, by RFC 4180. What a spreadsheet would run has an apostrophe put before it; one that
 * begins with an apostrophe gets another, so that dropping one gives every text back. [X9]
 */
export function textCell(text: string): string {
  // A text may be all blanks, 128 KiB of them: the pattern walks them once.
  const guarded = dangerous.test(text) ? `'${text}` : text
  return quoted(guarded.replaceAll('\0', '\u{fffd}'))
}

/** A cell that the server wrote itself: a number, a date, an id. Never guarded, so that numbers stay numbers. */
export function plainCell(value: string | number | boolean | null): string {
  return value === null ? '' : quoted(String(value))
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
