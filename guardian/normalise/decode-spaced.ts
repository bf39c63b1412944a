import type { Decoded } from './decode.ts'
import { isOf, signsOf } from './long-runs.ts'

const between = ' \t.-_*|/,'
/** Most such signs between two letters. */
const widest = 3
const isBetween = signsOf(between)
const isAlnum = signsOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')

/** Five or more single letters in a row, each apart from the next by the same kind of sign. */
const spacedLetters =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ \t.\-_*|/,]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){4,4096}/uy

/**
 * The next sign between letters with a single character before it, and another behind it, as far as a glance tells; the
 * text's length for none. What is a letter of any script only the pattern knows, which takes too long to be asked everywhere.
 */
function nextBetweenSingles(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (!isOf(isBetween, text.charCodeAt(at))) continue
    if (isOf(isAlnum, text.charCodeAt(at - 2)) || isOf(isBetween, text.charCodeAt(at - 1))) continue
    let next = at + 1
    while (next < at + widest && isOf(isBetween, text.charCodeAt(next))) next++
    if (!isOf(isAlnum, text.charCodeAt(next)) || !isOf(isAlnum, text.charCodeAt(next + 1))) return at
  }
  return text.length
}

function startOfCharacter(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 2 : end - 1
}

/**
 * Letters written apart, put together. A wider gap ends a word; where there is none, `segment` cuts the run into
 * words it knows.
 */
export function decodeSpaced(text: string, segment: (joined: string) => string): Decoded[] {
  const found: Decoded[] = []
  let past = 0
  for (
    let at = nextBetweenSingles(text, 1);
    at < text.length;
    at = nextBetweenSingles(text, Math.max(at, past) + 1)
  ) {
    const start = startOfCharacter(text, at)
    if (start < past) continue
    spacedLetters.lastIndex = start
    const run = spacedLetters.exec(text)?.[0]
    if (run === undefined) continue
    past = start + run.length
    const words = run.split(/[ \t.\-_*|/,]{2,3}/)
    const joined = words.map((word) => word.replace(/[ \t.\-_*|/,]/g, ''))
    const source = joined.length > 1 ? joined.join(' ') : segment(joined[0] ?? '')
    found.push({ kind: 'spaced', source, from: { start, end: past } })
  }
  return found
}
