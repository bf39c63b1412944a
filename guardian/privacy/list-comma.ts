const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** Longer runs of digits are nobody's number. */
const longest = 20

function digitsBefore(text: string, end: number): number {
  let count = 0
  while (count < longest && isDigit(text.charCodeAt(end - 1 - count))) count++
  return count
}

function digitsFrom(text: string, start: number): number {
  let count = 0
  while (count < longest && isDigit(text.charCodeAt(start + count))) count++
  return count
}

/**
 * Whether a comma with digits on both sides ends a number, as in `536-22-8841,42`, rather than stand inside one
 * (`1,234,567`, `1234567,89`, `1 234 567,89`).
 *
 * @param start First unit of the number.
 * @param end Where the comma stands.
 */
export function commaEnds(text: string, start: number, end: number): boolean {
  const number = text.slice(start, end)
  // No sum holds these.
  if (/[-/()]/.test(number)) return true
  const count = number.replace(/\D/g, '').length
  const last = digitsBefore(text, end)
  // Thousands come in threes.
  if (last < count) return last >= 4 && count >= 9
  return count >= 12 || (count >= 9 && digitsFrom(text, end + 1) >= 4)
}

/**
 * Whether a number may begin behind a comma that digits stand in front of.
 *
 * @param start First unit of the number; the comma stands in front of it.
 */
export function commaBegins(text: string, start: number): boolean {
  if (digitsBefore(text, start - 1) >= 4) return true
  // Behind up to three digits it could be the fraction of `0,4539…`: only what goes on as no fraction does is free.
  const run = digitsFrom(text, start)
  const next = text[start + run] ?? ''
  if (!isDigit(text.charCodeAt(start + run + 1))) return false
  if (next === '-') return /^\d{1,4}-\d{1,4}-\d/.test(text.slice(start, start + 12))
  return run >= 4 && (next === ',' || next === ' ')
}
