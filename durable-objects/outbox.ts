import type { Run } from '../protocol/index.ts'
import type { RunState } from './run-state.ts'
import type { TailRow } from './run-store.ts'

/** Bounds of one statement: D1 and the object refuse a value of about 2 MB. */
export const batchRows = 500
export const batchBytes = 1_000_000

/**
 * Writes entries and the run's row to D1 in one transaction. Idempotent by `(run_id, seq)`, so a repeated
 * flush after a lost answer changes nothing. A deleted run takes none: a write that was long under way must
 * not bring it back. [R11]
 */
export async function writeToLog(
  db: D1Database,
  state: RunState,
  run: Run,
  rows: readonly TailRow[],
): Promise<void> {
  const statements = rows.length === 0 ? [] : [insertEntries(db, state.binding.run_id, rows)]
  await db.batch([...statements, upsertRun(db, state, run)])
}

const columns = 'run_id, seq, type, id, at, header, content, salt, hash, color, flagged'

function insertEntries(db: D1Database, runId: string, rows: readonly TailRow[]): D1PreparedStatement {
  const [only] = rows
  if (only && rows.length === 1) {
    // A single row may be near the limit already; as JSON inside a parameter it would be escaped twice.
    return db
      .prepare(
        `INSERT OR IGNORE INTO entries (${columns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
         WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)`,
      )
      .bind(
        runId,
        only.seq,
        only.type,
        only.id,
        only.at,
        only.header,
        only.content,
        only.salt,
        only.hash,
        only.color,
        only.flagged,
      )
  }
  return db
    .prepare(
      `INSERT OR IGNORE INTO entries (${columns})
       SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
              value ->> 7, value ->> 8, value ->> 9
       FROM json_each(?2) WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)`,
    )
    .bind(
      runId,
      JSON.stringify(
        rows.map((row) => [
          row.seq,
          row.type,
          row.id,
          row.at,
          row.header,
          row.content,
          row.salt,
          row.hash,
          row.color,
          row.flagged,
        ]),
      ),
    )
}

/** The index row follows the run, and never goes back to an older state of it. */
function upsertRun(db: D1Database, state: RunState, run: Run): D1PreparedStatement {
  const { binding } = state
  return db
    .prepare(
      `INSERT INTO runs (id, organization_id, project_id, api_key_id, status, started_at, ended_at, last_seq, state)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, ended_at = excluded.ended_at,
         last_seq = excluded.last_seq, state = excluded.state
       WHERE excluded.last_seq >= runs.last_seq`,
    )
    .bind(
      binding.run_id,
      binding.organization_id,
      binding.project_id,
      binding.api_key_id,
      state.status,
      state.started_at,
      state.ended_at,
      state.last_seq,
      JSON.stringify(run),
    )
}
