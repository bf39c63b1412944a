import type { Outcome } from '../beats/take-beats.ts'
import { countUp } from '../../durable-objects/counters.ts'

/** The server wrote the text itself, and texts of the sender stand nowhere before the colour. [B3] */
const colour = /"color":"(green|yellow|red)"/

/** Counts what became of one item: a beat by its colour, unless it was known before, a heartbeat or a refusal. */
export function countTaken(outcome: Outcome): void {
  if ('problem' in outcome) countUp('custos_refusals', { code: outcome.problem.code })
  else if (outcome.kind === 'heartbeat') countUp('custos_heartbeats')
  else if (outcome.status === 201) {
    countUp('custos_beats', { color: colour.exec(outcome.text)?.[1] ?? 'unknown' })
  }
}
