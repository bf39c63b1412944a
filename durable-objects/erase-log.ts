import { logDatabase, type LogDatabases } from './log-databases.ts'
import type { RunState } from './run-state.ts'

/** Rows changed by one statement. */
const stepRows = 2000

/** Erases texts and salts of a run's entries before an instant (ms) in D1, step by step. [E6] [R11] */
export async function eraseTextsInLog(db: D1Database, runId: string, before: number): Promise<void> {
  await repeat(() =>
    db
      .prepare(
        `UPDATE entries SET content = NULL, salt = NULL WHERE run_id = ?1 AND seq IN (
           SELECT seq FROM entries WHERE run_id = ?1 AND at < ?2 AND content IS NOT NULL LIMIT ${stepRows})`,
      )
      .bind(runId, before)
      .run(),
  )
}

/** Notes in the index how far a run's texts are erased. */
export async function noteErased(db: D1Database, runId: string, before: number): Promise<void> {
  await db
    .prepare('UPDATE runs SET erased_until = max(coalesce(erased_until, 0), ?) WHERE id = ?')
    .bind(before, runId)
    .run()
}

/**
 * Deletes a run from D1: first tombstones, from which on no late write brings anything back; then texts and
 * salts, then the rows, then the index. [R11] [R14]
 */
export async function deleteFromLog(env: LogDatabases, state: RunState, now: number): Promise<void> {
  const { run_id } = state.binding
  const log = logDatabase(env, state.log)
  await insertTombstone(env.DB, state, now).run()
  if (log !== env.DB) await insertTombstone(log, state, now).run()
  await eraseTextsInLog(log, run_id, Number.MAX_SAFE_INTEGER)
  await repeat(() =>
    log
      .prepare(
        `DELETE FROM entries WHERE run_id = ?1 AND seq IN (
           SELECT seq FROM entries WHERE run_id = ?1 LIMIT ${stepRows})`,
      )
      .bind(run_id)
      .run(),
  )
  await log.prepare('DELETE FROM trace_blocks WHERE run_id = ?').bind(run_id).run()
  await env.DB.batch([
    env.DB.prepare('DELETE FROM tickets WHERE run_id = ?').bind(run_id),
    env.DB.prepare('DELETE FROM incidents WHERE run_id = ?').bind(run_id),
    env.DB.prepare('DELETE FROM runs WHERE id = ?').bind(run_id),
  ])
}

function insertTombstone(db: D1Database, state: RunState, now: number): D1PreparedStatement {
  const { binding, head, last_seq, started_at, ended_at } = state
  return db
    .prepare(
      `INSERT OR IGNORE INTO tombstones
         (run_id, organization_id, project_id, api_key_id, started_at, ended_at, last_seq, head, deleted_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      binding.run_id,
      binding.organization_id,
      binding.project_id,
      binding.api_key_id,
      started_at,
      ended_at,
      last_seq,
      head,
      now,
    )
}

async function repeat(step: () => Promise<D1Result>): Promise<void> {
  for (let changed = 1; changed > 0;) changed = (await step()).meta.changes
}
