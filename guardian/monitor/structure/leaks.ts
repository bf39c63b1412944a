import type { Span } from '../../../protocol/verdict.ts'
import type { Stretch } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'
import { hashOf } from '../vocabulary.ts'
import { flagOf } from './flag-of.ts'

/** As much of the texts as is compared. UTF-16 units. */
const mostRead = 262_144

/** Shorter canaries stand in any text by chance. UTF-16 units. */
const shortestCanary = 4
/** Places of canaries kept at most. */
const mostCanaries = 50

/** A canary in the response, or a long piece of the system prompt repeated: proof of a leak. */
export function leakFlags(
  response: string,
  system: string | null | undefined,
  canaries: readonly string[],
): Flag[] {
  const flags: Flag[] = []
  const spans = canarySpans(response, canaries)
  if (spans.length > 0) flags.push(flagOf('leak.canary', 'injection', 'response', 1, spans))
  const repeated = system ? repeatedFrom(system.slice(0, mostRead), response.slice(0, mostRead)) : null
  if (repeated !== null)
    flags.push(
      flagOf('leak.system_text', 'injection', 'response', 0.95, [
        { in: 'response', ...repeated, kind: 'system_text' },
      ]),
    )
  return flags
}

function canarySpans(response: string, canaries: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const canary of canaries) {
    if (canary.length < shortestCanary) continue
    for (let at = response.indexOf(canary); at >= 0; at = response.indexOf(canary, at + canary.length)) {
      spans.push({ in: 'response', start: at, end: at + canary.length, kind: 'canary' })
      if (spans.length === mostCanaries) return spans
    }
  }
  return spans
}

/** Words in a row that must agree before a repetition counts: fewer happen by chance. */
const shingle = 8

const words = /[\p{L}\p{N}]+/gu

interface Shingle {
  readonly hash: number
  readonly start: number
  readonly end: number
}

/** Two 26-bit hashes of eight words in a row, as one number: a chance agreement is out of the question. */
function shinglesOf(text: string): Shingle[] {
  const hashes: number[] = []
  const starts: number[] = []
  const shingles: Shingle[] = []
  for (const match of text.matchAll(words)) {
    hashes.push(hashOf(match[0].toLowerCase()))
    starts.push(match.index)
    if (hashes.length < shingle) continue
    let low = 0
    let high = 7
    for (const hash of hashes.slice(-shingle)) {
      low = (Math.imul(low, 31) + hash) | 0
      high = (Math.imul(high, 0x01000193) ^ hash) | 0
    }
    shingles.push({
      hash: (low >>> 6) * 0x4000000 + (high >>> 6),
      start: starts[hashes.length - shingle] ?? 0,
      end: match.index + match[0].length,
    })
  }
  return shingles
}

/** The longest stretch of the response that repeats at least eight words of the system prompt in a row. */
function repeatedFrom(system: string, response: string): Stretch | null {
  const known = new Set(shinglesOf(system).map(({ hash }) => hash))
  if (known.size === 0) return null
  const none: Stretch = { start: 0, end: 0 }
  let best = none
  let run = none
  for (const { hash, start, end } of shinglesOf(response)) {
    if (!known.has(hash)) run = none
    else run = { start: run === none ? start : run.start, end }
    if (run.end - run.start > best.end - best.start) best = run
  }
  return best === none ? null : best
}
