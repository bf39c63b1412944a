import type { Span, Task } from '../../protocol/verdict.ts'
import { severityRank } from '../../protocol/severity.ts'
import type { Hit } from '../privacy/index.ts'
import type { Observation, TextObservation } from '../observe.ts'

/** What a condition that holds brings along: how sure, and where it was seen. Null: it does not hold. */
export interface Evidence {
  readonly probability: number
  readonly spans: readonly Span[]
  /** Tasks whose risk was high enough, by itself: where that is, is looked for once a rule holds. */
  readonly suspects?: readonly Task[]
}

export type TextName = 'prompt' | 'response'
export type Check = (observation: Observation) => Evidence | null

export const certain: Evidence = { probability: 1, spans: [] }

export function textOf(observation: Observation, name: TextName): TextObservation | null {
  return observation[name]
}

/** Evidence of privacy hits of one task, of some kinds (all when none are named) and at least one severity. */
export function hitEvidence(
  observation: Observation,
  names: readonly TextName[],
  fits: (hit: Hit) => boolean,
): Evidence | null {
  const spans: Span[] = []
  let probability = 0
  for (const name of names) {
    for (const hit of textOf(observation, name)?.hits ?? []) {
      if (!fits(hit)) continue
      probability = Math.max(probability, hit.probability)
      spans.push({ in: name, start: hit.start, end: hit.end, kind: hit.kind })
    }
  }
  return spans.length === 0 ? null : { probability, spans }
}

export function severeEnough(hit: Hit, least: Hit['severity'] | undefined): boolean {
  return least === undefined || severityRank(hit.severity) >= severityRank(least)
}
