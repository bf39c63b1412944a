import type { Run } from '../protocol/index.ts'
import { insertIncidents } from './incident-rows.ts'
import { logDatabase, type LogDatabases } from './log-databases.ts'
import type { RunState } from './run-state.ts'
import type { TailRow } from './run-store.ts'

/** How many entries, and about how many UTF-16 units of them, are read from the tail at a time. */
export const batchRows = 500
export const batchBytes = 1_000_000
/** D1 and the object refuse a value of 2,000,000 bytes; a parameter stays well under that. */
const parameterBytes = 1_500_000

/**
 * Writes entries to the run's log, and its row and incidents to the index; in one transaction where both are one
 * database, and else the log first, so that the index never tells of what is not there. Idempotent by
 * `(run_id, seq)`, so a repeated flush after a lost answer changes nothing. A deleted run takes none: a write that
 * was long under way must not bring it back. [R11] [R14]
 */
export async function writeToLog(
  env: LogDatabases,
  state: RunState,
  run: Run,
  rows: readonly TailRow[],
): Promise<void> {
  const log = logDatabase(env, state.log)
  const entries = insertEntries(log, state.binding.run_id, rows)
  const incidents = insertIncidents(env.DB, state, rows)
  const index = [...(incidents ? [incidents] : []), upsertRun(env.DB, state, run)]
  if (log === env.DB) {
    await env.DB.batch([...entries, ...index])
    return
  }
  if (entries.length > 0) await log.batch(entries)
  await env.DB.batch(index)
}

const columns = 'run_id, seq, type, id, at, header, content, salt, hash, color, flagged'

/**
 * The statements that insert these rows. What a row weighs is known only once it is JSON in UTF-8, its content
 * escaped a second time: a text that is short in UTF-16 may be three times that, and must not make a batch
 * that D1 refuses for ever.
 */
function insertEntries(db: D1Database, runId: string, rows: readonly TailRow[]): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = []
  let texts: string[] = []
  let bytes = 0
  const close = () => {
    if (texts.length > 0) statements.push(insertMany(db, runId, `[${texts.join(',')}]`))
    texts = []
    bytes = 0
  }
  for (const row of rows) {
    const text = JSON.stringify(valuesOf(row))
    const size = Buffer.byteLength(text) + 1
    if (bytes + size > parameterBytes) close()
    if (size > parameterBytes) statements.push(insertOne(db, runId, row))
    else {
      texts.push(text)
      bytes += size
    }
  }
  close()
  return statements
}

function valuesOf(row: TailRow) {
  const { seq, type, id, at, header, content, salt, hash, color, flagged } = row
  return [seq, type, id, at, header, content, salt, hash, color, flagged]
}

function insertMany(db: D1Database, runId: string, rows: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO entries (${columns})
       SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
              value ->> 7, value ->> 8, value ->> 9
       FROM json_each(?2) WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)`,
    )
    .bind(runId, rows)
}

/** A row so large that, as JSON inside a parameter, it would be too large. */
function insertOne(db: D1Database, runId: string, row: TailRow): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO entries (${columns}) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
       WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)`,
    )
    .bind(runId, ...valuesOf(row))
}

/** The index row follows the run, and never goes back to an older state of it. */
function upsertRun(db: D1Database, state: RunState, run: Run): D1PreparedStatement {
  const { binding } = state
  return db
    .prepare(
      `INSERT INTO runs (id, organization_id, project_id, api_key_id, status, started_at, ended_at, last_seq, state, log)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE run_id = ?1)
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
      state.log,
    )
}
