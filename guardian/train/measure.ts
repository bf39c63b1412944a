import type { Verdict } from '../../protocol/verdict.ts'
import { evaluate } from '../index.ts'
import type { LabelledRecord } from './records.ts'

/** A record with what the finished guardian says of it. */
export interface Measured {
  readonly record: LabelledRecord
  readonly verdict: Verdict
  /** Microseconds that `evaluate` took, the better of two runs. */
  readonly microseconds: number
}

/** Evaluates every record twice, after a first pass that warms the engine up. */
export function measuredExchanges(records: readonly LabelledRecord[]): Measured[] {
  for (const { prompt, response } of records.slice(0, 2000)) evaluate({ prompt, response })
  return records.map((record) => {
    const { prompt, response } = record
    let best = Number.POSITIVE_INFINITY
    let verdict: Verdict | undefined
    for (let run = 0; run < 2; run++) {
      const start = performance.now()
      verdict = evaluate({ prompt, response })
      best = Math.min(best, performance.now() - start)
    }
    if (!verdict) throw new Error('Nothing was evaluated.')
    return { record, verdict, microseconds: best * 1000 }
  })
}
