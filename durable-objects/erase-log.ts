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
 * Deletes a run from D1: first a tombstone, from which on no late write brings anything back; then texts and
 * salts, then the rows, then the index. [R11]
 */
export async function deleteFromLog(db: D1Database, state: RunState, now: number): Promise<void> {
  const { binding, head, last_seq, started_at, ended_at } = state
  const { run_id } = binding
  await db
    .prepare(
      `INSERT OR IGNORE INTO tombstones
         (run_id, organization_id, project_id, api_key_id, started_at, ended_at, last_seq, head, deleted_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      run_id,
      binding.organization_id,
      binding.project_id,
      binding.api_key_id,
      started_at,
      ended_at,
      last_seq,
      head,
      now,
    )
    .run()
  await eraseTextsInLog(db, run_id, Number.MAX_SAFE_INTEGER)
  await repeat(() =>
    db
      .prepare(
        `DELETE FROM entries WHERE run_id = ?1 AND seq IN (
           SELECT seq FROM entries WHERE run_id = ?1 LIMIT ${stepRows})`,
      )
      .bind(run_id)
      .run(),
  )
  await db.batch([
    db.prepare('DELETE FROM tickets WHERE run_id = ?').bind(run_id),
    db.prepare('DELETE FROM incidents WHERE run_id = ?').bind(run_id),
    db.prepare('DELETE FROM trace_blocks WHERE run_id = ?').bind(run_id),
    db.prepare('DELETE FROM runs WHERE id = ?').bind(run_id),
  ])
}

async function repeat(step: () => Promise<D1Result>): Promise<void> {
  for (let changed = 1; changed > 0;) changed = (await step()).meta.changes
}
