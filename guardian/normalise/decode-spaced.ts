import { mostFound, type Decoded } from './decode.ts'
import { isOf, signsOf } from './long-runs.ts'

const isBetween = signsOf(' \t.-_*|/,')
const isAlnum = signsOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')

/** Five or more single letters in a row, each apart from the next by the same kind of sign. */
const spacedLetters =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ \t.\-_*|/,]{1,3}[\p{L}\p{N}](?![\p{L}\p{N}])){4,4096}/uy

/** Five letters and what parts them: the least that a run is long. UTF-16 units. */
const shortest = 9

/** The last place in a stretch where two letters or digits of ASCII stand side by side; -1 for none. */
function lastPair(text: string, from: number, to: number): number {
  let at = to
  while (at >= from && !(isOf(isAlnum, text.charCodeAt(at)) && isOf(isAlnum, text.charCodeAt(at + 1)))) at--
  return at < from ? -1 : at
}

/**
 * Whether a run may begin here, as far as a glance tells. What is a letter of any script only the pattern knows, which
 * takes too long to be asked everywhere.
 */
function mayBegin(text: string, at: number): boolean {
  if (isOf(isBetween, text.charCodeAt(at))) return false
  return isOf(isBetween, text.charCodeAt(at + 1)) || isOf(isBetween, text.charCodeAt(at + 2))
}

/**
 * Letters written apart, put together. A wider gap ends a word; where there is none, `segment` cuts the run into
 * words it knows. Where two letters touch within the length of a run, it can only begin behind them: most of a text
 * is never looked at.
 */
export function decodeSpaced(text: string, segment: (joined: string) => string): Decoded[] {
  const found: Decoded[] = []
  let start = 0
  // From `start` up to here no two letters touch.
  let apart = -1
  while (start + shortest <= text.length && found.length < mostFound) {
    const last = start + shortest - 2
    const pair = lastPair(text, Math.max(start, apart + 1), last)
    apart = last
    if (pair >= 0) {
      start = pair + 1
      continue
    }
    spacedLetters.lastIndex = start
    const run = mayBegin(text, start) ? spacedLetters.exec(text)?.[0] : undefined
    if (run === undefined) {
      start++
      continue
    }
    const end = start + run.length
    const words = run.split(/[ \t.\-_*|/,]{2,3}/)
    const joined = words.map((word) => word.replace(/[ \t.\-_*|/,]/g, ''))
    const source = joined.length > 1 ? joined.join(' ') : segment(joined[0] ?? '')
    found.push({ kind: 'spaced', source, from: { start, end } })
    start = end
  }
  return found
}
