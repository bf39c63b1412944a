import type { Run } from '../protocol/index.ts'
import type { RunState } from './run-state.ts'
import type { TailRow } from './run-store.ts'

/** Bounds of one statement: D1 and the object refuse a value of about 2 MB. */
export const batchRows = 500
const batchBytes = 1_000_000

/** As many of the rows as one statement takes; at least one. */
export function firstBatch(rows: readonly TailRow[]): TailRow[] {
  let bytes = 0
  const batch: TailRow[] = []
  for (const row of rows) {
    bytes += row.header.length + (row.content?.length ?? 0) + 300
    if (batch.length > 0 && (bytes > batchBytes || batch.length === batchRows)) break
    batch.push(row)
  }
  return batch
}

/**
 * Writes entries and the run's row to D1 in one transaction. Idempotent by `(run_id, seq)`, so a repeated
 * flush after a lost answer changes nothing.
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
      .prepare(`INSERT OR IGNORE INTO entries (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
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
       SELECT ?1, value ->> 'seq', value ->> 'type', value ->> 'id', value ->> 'at', value ->> 'header',
              value ->> 'content', value ->> 'salt', value ->> 'hash', value ->> 'color', value ->> 'flagged'
       FROM json_each(?2)`,
    )
    .bind(runId, JSON.stringify(rows))
}

/** The index row follows the run, and never goes back to an older state of it. */
function upsertRun(db: D1Database, state: RunState, run: Run): D1PreparedStatement {
  const { binding } = state
  return db
    .prepare(
      `INSERT INTO runs (id, organization_id, project_id, api_key_id, status, started_at, last_seq, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, last_seq = excluded.last_seq, state = excluded.state
       WHERE excluded.last_seq >= runs.last_seq`,
    )
    .bind(
      binding.run_id,
      binding.organization_id,
      binding.project_id,
      binding.api_key_id,
      state.status,
      state.started_at,
      state.last_seq,
      JSON.stringify(run),
    )
}
