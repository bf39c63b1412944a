import type { Span, Task } from '../../../protocol/verdict.ts'
import { inOriginal, type View } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'

export type Where = 'prompt' | 'response'

export function flagOf(detector: string, task: Task, where: Where, value: number, spans: Span[]): Flag {
  return { detector, task, in: where, value, spans }
}

/** Evidence of one detector kept at most; the rest would repeat it. */
export const mostSpans = 20

/**
 * As much of a prompt and its response as is compared with each other, UTF-16 units: secrets are confided, parts given
 * and orders told near the beginning, and short answers tell what became of them.
 */
export const comparedUnits = 20_000

/** Places in the folded text of a view where a pattern matches. Patterns are bounded: see each. */
export function matchSpans(view: View, pattern: RegExp, where: Where, kind: string): Span[] {
  const spans: Span[] = []
  for (const match of view.folded.text.matchAll(pattern)) {
    if (match[0] === '') continue
    spans.push({ in: where, ...inOriginal(view, match.index, match.index + match[0].length), kind })
    if (spans.length === mostSpans) break
  }
  return spans
}
