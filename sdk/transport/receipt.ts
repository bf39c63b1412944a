import { isRecord } from '../record.ts'
import type { Result } from '../result.ts'

/**
 * Reads a server's answer to a response beat.
 *
 * @returns null when it is not one: then there is no verdict to act on
 */
export function readReceipt(answer: unknown): Result | null {
  return isRecord(answer) && typeof answer['id'] === 'string' ? readVerdict(answer, answer['id']) : null
}

/**
 * Reads a verdict that stands in no run.
 *
 * @param id what it is called here
 * @returns null when it is none
 */
export function readEvaluation(answer: unknown, id: string): Result | null {
  const nowhere = { run_id: null, seq: null, while_paused: false, run_status: null }
  return isRecord(answer) ? readVerdict({ ...answer, ...nowhere }, id) : null
}

function readVerdict(answer: Record<string, unknown>, id: string): Result | null {
  const { color, alignment_score: score, violations } = answer
  if (color !== 'green' && color !== 'yellow' && color !== 'red') return null
  if (typeof score !== 'number' || !Array.isArray(violations)) return null
  // Checked where a decision hangs on it; for the rest the server is trusted, which validates what it writes.
  const receipt = answer as unknown as Result
  return {
    id,
    status: color,
    source: 'edge',
    alignment_score: score,
    color,
    flatline: receipt.flatline,
    violations: receipt.violations,
    findings: receipt.findings,
    refused: receipt.refused,
    risks: receipt.risks,
    probes: receipt.probes,
    confidence: receipt.confidence,
    engine: receipt.engine,
    run_id: receipt.run_id,
    seq: receipt.seq,
    while_paused: receipt.while_paused,
    run_status: receipt.run_status,
  }
}
