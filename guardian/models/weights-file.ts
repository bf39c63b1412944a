import type { PackedWeights } from './loaded-models.ts'
import type { ModelScores } from './score-exchange.ts'

/** What the weights module holds: the packed models and the shipped thresholds. */
export interface WeightsFile extends PackedWeights {
  readonly thresholds: Readonly<Record<keyof ModelScores, number>>
}
