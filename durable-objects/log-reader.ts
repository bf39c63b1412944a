import type { EntryRow } from './entry-text.ts'

const columns = 'seq, type, id, at, header, content, salt, hash'

/** An entry as D1 has it. */
export type LogRow = EntryRow & { id: string; at: number }

/** Entries of a run with `after < seq < before`, in order. */
export async function readLogPage(
  db: D1Database,
  runId: string,
  after: number,
  before: number,
  limit: number,
): Promise<LogRow[]> {
  const { results } = await db
    .prepare(`SELECT ${columns} FROM entries WHERE run_id = ? AND seq > ? AND seq < ? ORDER BY seq LIMIT ?`)
    .bind(runId, after, before, limit)
    .all<LogRow>()
  return results
}

/** One entry of a run, or null. */
export async function readLogEntry(db: D1Database, runId: string, seq: number): Promise<LogRow | null> {
  return db
    .prepare(`SELECT ${columns} FROM entries WHERE run_id = ? AND seq = ?`)
    .bind(runId, seq)
    .first<LogRow>()
}
