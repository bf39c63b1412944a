import { isBehindEscape } from './escapes.ts'
import { isLetterOrDigit } from './letters.ts'
import { commaBegins, commaEnds } from './list-comma.ts'
import type { Scan } from './scan.ts'

/** Groups of digits held together by separators, e.g. `(0341) 838-7176`. */
export interface Chain {
  /** Where each group starts and ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly groups: readonly string[]
  /** What stands behind each group but the last: one of ` `, `-`, `.`, `/`, `(` or `)`. */
  readonly separators: readonly string[]
}

/** No written number has more groups; longer rows of numbers are cut, so work stays linear. */
const maxGroups = 12

const separatorOf = new Map<string, string>()
for (const [separator, forms] of [
  [' ', [' ', '\u00a0', '\u2009', '\u202f']],
  ['-', ['-', '\u2010', '\u2011', '\u2013', ' - ', ' – ']],
  ['.', ['.']],
  ['/', ['/', ' / ']],
  ['(', ['(', ' (', '-(']],
  [')', [')', ') ', ')-', ') - ', ')/', ').']],
] as const) {
  for (const form of forms) separatorOf.set(form, separator)
}

/** All chains of a text, in order; each group of digits is in exactly one. */
export function* chainsOf(scan: Scan): Generator<Chain> {
  const { text, digitStart, digitEnd } = scan
  let i = 0
  while (i < digitStart.length) {
    const starts: number[] = []
    const ends: number[] = []
    const groups: string[] = []
    const separators: string[] = []
    for (;;) {
      const start = digitStart[i] ?? 0
      const end = digitEnd[i] ?? 0
      starts.push(start)
      ends.push(end)
      // Longer runs of digits are nobody's number; their head is enough to say so.
      groups.push(text.slice(start, Math.min(end, start + 40)))
      i++
      const next = digitStart[i]
      if (next === undefined || groups.length >= maxGroups || next - end > 4) break
      const separator = separatorOf.get(text.slice(end, next))
      if (separator === undefined) break
      separators.push(separator)
    }
    yield { starts, ends, groups, separators }
  }
}

/** The form of groups `from` up to and including `to`, e.g. `3-2-4`. */
export function shapeOf(chain: Chain, from: number, to: number): string {
  let shape = ''
  for (let i = from; i <= to; i++) {
    shape += String(chain.groups[i]?.length ?? 0)
    if (i < to) shape += chain.separators[i] ?? ''
  }
  return shape
}

/** The digits of groups `from` up to and including `to`. */
export function digitsOf(chain: Chain, from: number, to: number): string {
  let digits = chain.groups[from] ?? ''
  for (let i = from + 1; i <= to; i++) digits += chain.groups[i] ?? ''
  return digits
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** Letters of scripts without spaces (CJK and on) touch a number and are no part of it. */
const wideFrom = '\u2e80'

/** True when what stands in front does not belong to the number (as in `v1.`, `ORD-`, `$`, `a_`). */
export function startsFree(text: string, start: number): boolean {
  if (start === 0) return true
  const before = text[start - 1] ?? ''
  if (before >= wideFrom) return true
  if (isLetterOrDigit(text.charCodeAt(start - 1)) || '_$€£¥₹@\\'.includes(before))
    return /[A-Za-z0-9]/.test(before) && isBehindEscape(text, start)
  if (before === ',') return !isDigit(text.charCodeAt(start - 2)) || commaBegins(text, start)
  if (before === '.') return !isDigit(text.charCodeAt(start - 2))
  if (before === '-' || before === '/') return !isLetterOrDigit(text.charCodeAt(start - 2))
  return true
}

/** True when what stands behind does not belong to the number that begins at `start`. */
export function endsFree(text: string, start: number, end: number): boolean {
  if (end >= text.length) return true
  const after = text[end] ?? ''
  if (after >= wideFrom) return true
  if (isLetterOrDigit(text.charCodeAt(end)) || '_%€£°@'.includes(after)) return false
  if (after === ',') return !isDigit(text.charCodeAt(end + 1)) || commaEnds(text, start, end)
  if (after === '.' || after === '-' || after === '/' || after === ':') {
    return !isDigit(text.charCodeAt(end + 1))
  }
  return true
}
