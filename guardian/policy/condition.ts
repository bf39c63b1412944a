import type { Span, Task } from '../../protocol/verdict.ts'
import { severityRank } from '../../protocol/severity.ts'
import type { Hit } from '../privacy/index.ts'
import type { Observation, TextObservation } from '../observe.ts'
import type { Allowed } from './allowed.ts'
import { Places } from './places.ts'

/** What a condition that holds brings along: how sure, and where it was seen. Null: it does not hold. */
export interface Evidence {
  readonly probability: number
  /** Without what the rule allows. */
  readonly spans: readonly Span[]
  /** Whether some of it is allowed: for a finding there has to be a place that is not. */
  readonly excused: boolean
  /** Tasks whose risk was high enough, by itself: where that is, is looked for once a rule holds. */
  readonly suspects?: readonly Task[]
}

export type TextName = 'prompt' | 'response'
export type Check = (observation: Observation, allowed: Allowed) => Evidence | null

export const certain: Evidence = { probability: 1, spans: [], excused: false }

export function textOf(observation: Observation, name: TextName): TextObservation | null {
  return observation[name]
}

/** Evidence of privacy hits of one task, of some kinds (all when none are named) and at least one severity. */
export function hitEvidence(
  observation: Observation,
  allowed: Allowed,
  names: readonly TextName[],
  fits: (hit: Hit) => boolean,
): Evidence | null {
  const places = new Places(allowed)
  let probability = 0
  for (const name of names) {
    for (const hit of textOf(observation, name)?.hits ?? []) {
      if (!fits(hit)) continue
      probability = Math.max(probability, hit.probability)
      places.add({ in: name, start: hit.start, end: hit.end, kind: hit.kind })
    }
  }
  return places.evidenceIfAny(probability)
}

export function severeEnough(hit: Hit, least: Hit['severity'] | undefined): boolean {
  return least === undefined || severityRank(hit.severity) >= severityRank(least)
}
