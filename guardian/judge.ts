import type { Finding, Verdict } from '../protocol/verdict.ts'
import type { Exchange } from './exchange.ts'

/** What a judge says of an exchange: it amends the beat, never the verdict that was written with it. */
export interface Judgement {
  /** Who judged, e.g. the model's name and version. */
  judge: string
  /** Further findings, or none. */
  findings: Finding[]
  /** Chance that the response is unsafe, 0..1, or null where the judge gives none. */
  unsafe_response: number | null
  /** Why, in a sentence or two; must not quote the exchange. */
  rationale: string
}

/**
 * The seam for a large model behind a binding. The guardian's own models cannot reliably tell two answers to the
 * same harmful request apart; whoever hosts Custos may put a judge here. It runs after the beat is acknowledged
 * and its judgement is recorded as an amendment. Custos ships none: an absent judge is `null`, not a pretence.
 */
export interface Judge {
  judge(exchange: Exchange, verdict: Verdict): Promise<Judgement | null>
}
