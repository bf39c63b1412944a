import type { Entry } from '../protocol/index.ts'

/** Where a beat's id was first written; `at` is in ms. */
export interface RememberedId {
  id: string
  run_id: string
  seq: number
  at: number
}
type RememberedIdRow = RememberedId & Record<string, SqlStorageValue>

/**
 * The ids that clients chose, and where they were first written: a beat or an amendment that comes again is the
 * same one. [B4] [G2]
 */
export class RememberedIds {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Where a beat's id was first written, in this run or one before it. [B4] */
  findBeat(id: string): { run_id: string; seq: number } | null {
    return this.#findId(`beat:${id}`)
  }

  /** Where an amendment of this run was first written. [G2] */
  findAmendment(id: string): { run_id: string; seq: number } | null {
    return this.#findId(`amendment:${id}`)
  }

  #findId(id: string): { run_id: string; seq: number } | null {
    return (
      this.#sql
        .exec<{ run_id: string; seq: number }>('SELECT run_id, seq FROM ids WHERE id = ?', id)
        .toArray()[0] ?? null
    )
  }

  remember(type: Entry['type'], id: string, runId: string, seq: number, at: number): void {
    this.#sql.exec(
      'INSERT OR IGNORE INTO ids (id, run_id, seq, at) VALUES (?, ?, ?, ?)',
      `${type}:${id}`,
      runId,
      seq,
      at,
    )
  }

  /**
   * Remembered ids of beats after `after` in their own order, a page of them, for the successor of this run.
   * Amendments stay with the run of their beat.
   */
  page(after: string, limit: number): RememberedId[] {
    return this.#sql
      .exec<RememberedIdRow>(
        `SELECT id, run_id, seq, at FROM ids WHERE id > ? AND id < 'beat;' ORDER BY id LIMIT ?`,
        after === '' ? 'beat:' : after,
        limit,
      )
      .toArray()
  }

  /** Takes over what a predecessor remembers, in one statement. */
  inherit(ids: readonly RememberedId[]): void {
    this.#sql.exec(
      `INSERT OR IGNORE INTO ids (id, run_id, seq, at)
       SELECT value ->> 'id', value ->> 'run_id', value ->> 'seq', value ->> 'at' FROM json_each(?)`,
      JSON.stringify(ids),
    )
  }

  /** Forgets ids that are older than an instant, unless their entry is still in the tail. */
  forget(olderThan: number, runId: string): void {
    this.#sql.exec(
      `DELETE FROM ids WHERE at < ?1 AND (run_id <> ?2 OR seq < (SELECT coalesce(min(seq), 1e15) FROM entries))`,
      olderThan,
      runId,
    )
  }

  any(): boolean {
    return this.#sql.exec('SELECT 1 FROM ids LIMIT 1').toArray().length > 0
  }
}
