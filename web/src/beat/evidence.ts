import type { Finding } from '../../../protocol/verdict.ts'
import { bySeverity } from './severity-order.ts'

/** A stretch of a text and the findings whose evidence lies in it, worst first. */
export interface Segment {
  text: string
  findings: Finding[]
  /** What was seen there, e.g. `card`. */
  kinds: string[]
}

/**
 * Cuts a text at the bounds of its evidence. The segments, put together, are the text again.
 *
 * @param text prompt or response as stored; spans index its UTF-16 units
 * @param part which of the two texts it is
 */
export function evidence(text: string, part: 'prompt' | 'response', findings: readonly Finding[]): Segment[] {
  const marks = findings.flatMap((finding) =>
    finding.spans
      .filter((span) => span.in === part)
      .map(({ start, end, kind }) => ({
        start: onCharacter(text, start),
        end: onCharacter(text, end),
        kind,
        finding,
      }))
      .filter(({ start, end }) => start < end),
  )
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const starts = marks.toSorted((a, b) => a.start - b.start)
  const segments: Segment[] = []
  let open: typeof marks = []
  let next = 0
  for (const [index, cut] of cuts.slice(0, -1).entries()) {
    open = open.filter(({ end }) => end > cut)
    for (let mark = starts[next]; mark && mark.start <= cut; mark = starts[next]) {
      open.push(mark)
      next += 1
    }
    segments.push({
      text: text.slice(cut, cuts[index + 1]),
      findings: [...new Set(open.map(({ finding }) => finding))].sort(bySeverity),
      kinds: [...new Set(open.map(({ kind }) => kind))],
    })
  }
  return segments
}

/** An index inside the text that does not cut a surrogate pair. */
function onCharacter(text: string, index: number): number {
  const inside = Math.max(0, Math.min(index, text.length))
  const unit = text.charCodeAt(inside)
  const before = text.charCodeAt(inside - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? inside + 1 : inside
}
