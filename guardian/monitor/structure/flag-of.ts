import type { Span, Task } from '../../../protocol/verdict.ts'
import { inOriginal, type View } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'

export type Where = 'prompt' | 'response'

export function flagOf(detector: string, task: Task, where: Where, value: number, spans: Span[]): Flag {
  return { detector, task, in: where, value, spans }
}

/** Evidence of one detector kept at most. */
const mostSpans = 20

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
