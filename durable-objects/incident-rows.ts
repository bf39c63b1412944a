import * as z from 'zod'
import { severitySchema } from '../protocol/index.ts'
import type { RunState } from './run-state.ts'
import type { TailRow } from './run-store.ts'

/** As much of a beat's header as an incident takes from it. */
const headerSchema = z.object({
  alignment_score: z.number(),
  flatline: z.boolean(),
  violations: z.array(z.string()),
  findings: z.array(z.object({ rule_id: z.string(), severity: severitySchema })),
})

/**
 * The statement that lists the beats with violations among these rows as incidents, or null when there are
 * none. A repeated flush changes nothing, and never what people made of them; a deleted run takes none. [T1] [R11]
 */
export function insertIncidents(
  db: D1Database,
  { binding }: RunState,
  rows: readonly TailRow[],
): D1PreparedStatement | null {
  const values = rows.filter(({ type, flagged }) => type === 'beat' && flagged === 1).map(valuesOf)
  if (values.length === 0) return null
  return db
    .prepare(
      `INSERT OR IGNORE INTO incidents (run_id, organization_id, project_id, api_key_id,
         seq, beat_id, at, severity, score, flatline, rules, violations)
       SELECT ?1, ?2, ?3, ?4, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
         value ->> 6, value ->> 7
       FROM json_each(?5) WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)`,
    )
    .bind(
      binding.run_id,
      binding.organization_id,
      binding.project_id,
      binding.api_key_id,
      JSON.stringify(values),
    )
}

function valuesOf({ seq, id, at, color, header }: TailRow) {
  const { alignment_score, flatline, violations, findings } = headerSchema.parse(JSON.parse(header))
  // A beat may be flagged by its client's word alone; its colour says how bad that is. [B15]
  const severity = findings[0]?.severity ?? (flatline ? 'critical' : color === 'red' ? 'high' : 'medium')
  const rules = [...new Set(findings.map(({ rule_id }) => rule_id))]
  return [
    seq,
    id,
    at,
    severity,
    alignment_score,
    flatline ? 1 : 0,
    JSON.stringify(rules),
    JSON.stringify(violations),
  ]
}
