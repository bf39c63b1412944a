const backslash = 92
const percent = 37

const isHex = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102)

function areHex(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isHex(text.charCodeAt(at))) return false
  return true
}

/**
 * How many letters and digits at the start of a word are the rest of an escape, as the `n` of `\nghp_…`, the
 * `u0022` of `\u0022ghp_…` or the `20` of `%20ghp_…`: 0 when the word is all its own.
 */
export function escapeTail(text: string, start: number): number {
  const before = text.charCodeAt(start - 1)
  if (before === percent) return areHex(text, start, start + 2) ? 2 : 0
  if (before !== backslash) return 0
  const first = text[start] ?? ''
  if (first === 'n' || first === 't' || first === 'r') return 1
  if (first === 'u') return areHex(text, start + 1, start + 5) ? 5 : 0
  return first === 'x' && areHex(text, start + 1, start + 3) ? 3 : 0
}

/** True when an escape ends right in front of `at`: what begins there is not glued to its letters. */
export function isBehindEscape(text: string, at: number): boolean {
  return [1, 2, 3, 5].some((length) => at > length && escapeTail(text, at - length) === length)
}
