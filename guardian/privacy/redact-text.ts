import { detectSensitive } from './detect.ts'
import type { Hit } from './hit.ts'

/** A half-open stretch of text in UTF-16 units. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface RedactedText {
  /** The text with every hit replaced by its label. */
  readonly text: string
  /** Carries a stretch of the original to the redacted text; what lies inside a redacted stretch becomes all of its label. */
  readonly map: (range: Range) => Range
  /** How many hits of each kind were replaced. */
  readonly redactions: Record<string, number>
}

/** One replaced stretch, in the old text and in the new one. */
interface Replacement {
  readonly from: Range
  readonly to: Range
}

/**
 * A replacement changes its surroundings (two numbers become one neighbour, a loser of an overlap stands
 * alone), so what is left is looked at again. Each round leaves strictly fewer places that can hit; in
 * practice the second finds nothing. The cap keeps hostile texts linear.
 */
const maxRounds = 6

/**
 * Replaces what was found by labels that keep a reader oriented, and looks again until nothing is found.
 *
 * Idempotent: labels are never found, and a text in which nothing is found comes back as it is.
 *
 * @param text Any string.
 * @param hits Sorted, non-overlapping, as {@link detectSensitive} gives them for this very text. Left out:
 *   they are looked for here.
 */
export function redactText(text: string, hits: readonly Hit[] = detectSensitive(text)): RedactedText {
  const maps: ((range: Range) => Range)[] = []
  const redactions: Record<string, number> = {}
  let current = text
  let pending = hits
  for (let round = 0; pending.length > 0 && round < maxRounds; round++) {
    const step = replaceHits(current, pending)
    for (const hit of pending) redactions[hit.kind] = (redactions[hit.kind] ?? 0) + 1
    maps.push(step.map)
    current = step.text
    pending = detectSensitive(current)
  }
  const map = (range: Range): Range => {
    const start = clamp(range.start, 0, text.length)
    const inside = { start, end: clamp(range.end, start, text.length) }
    return maps.reduce((at, next) => next(at), inside)
  }
  return { text: current, map, redactions }
}

function replaceHits(text: string, hits: readonly Hit[]): { text: string; map: (range: Range) => Range } {
  const parts: string[] = []
  const replacements: Replacement[] = []
  let read = 0
  let written = 0
  for (const hit of hits) {
    if (hit.start < read || hit.end <= hit.start || hit.end > text.length) continue
    const kept = text.slice(read, hit.start)
    parts.push(kept, hit.label)
    written += kept.length
    replacements.push({
      from: { start: hit.start, end: hit.end },
      to: { start: written, end: written + hit.label.length },
    })
    written += hit.label.length
    read = hit.end
  }
  parts.push(text.slice(read))
  const length = written + text.length - read
  return {
    text: parts.join(''),
    map: (range) => {
      const start = mapStart(replacements, clamp(range.start, 0, text.length))
      const end = mapEnd(replacements, clamp(range.end, 0, text.length))
      const low = clamp(start, 0, length)
      return { start: low, end: clamp(end, low, length) }
    },
  }
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The last replacement that starts at or before `at` (binary search). */
function lastBefore(replacements: readonly Replacement[], at: number): Replacement | undefined {
  let low = 0
  let high = replacements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((replacements[middle]?.from.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return replacements[low - 1]
}

function mapStart(replacements: readonly Replacement[], at: number): number {
  const near = lastBefore(replacements, at)
  if (near === undefined) return at
  return at < near.from.end ? near.to.start : near.to.end + at - near.from.end
}

function mapEnd(replacements: readonly Replacement[], at: number): number {
  // The end is exclusive: what counts is the unit before it.
  const near = lastBefore(replacements, at - 1)
  if (near === undefined) return at
  return at <= near.from.end ? near.to.end : near.to.end + at - near.from.end
}
