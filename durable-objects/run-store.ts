import type { Entry } from '../protocol/index.ts'
import type { EntryRow } from './entry-text.ts'
import type { RunState } from './run-state.ts'
import { meanWindow, rateWindowMs, RunWindow } from './run-window.ts'

/** A stored entry with what the outbox needs beside its text. */
export interface TailRow extends EntryRow {
  id: string
  at: number
  color: string | null
  score: number | null
  flagged: number
}

/** Where an id was first written. `id` carries the entry's type before a colon; `at` is in ms. */
export interface RememberedId {
  id: string
  run_id: string
  seq: number
  at: number
}
type RememberedIdRow = RememberedId & Record<string, SqlStorageValue>

/**
 * Steps of the object's own schema, in order; never edited once shipped, only added to. Their count is kept
 * in a table, since Durable Objects refuse `PRAGMA user_version`.
 */
const schemaSteps = [
  `CREATE TABLE run (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL);
   CREATE TABLE entries (
     seq INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,
     header TEXT NOT NULL, content TEXT, salt TEXT, hash TEXT NOT NULL,
     color TEXT, score REAL, flagged INTEGER NOT NULL);
   CREATE TABLE ids (id TEXT PRIMARY KEY, run_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL)
     WITHOUT ROWID;
   CREATE TABLE due (task TEXT PRIMARY KEY, at INTEGER NOT NULL, attempts INTEGER NOT NULL) WITHOUT ROWID;`,
]

const tailColumns = 'seq, type, id, at, header, content, salt, hash, color, score, flagged'

/** The object's SQLite: the truth until an entry is in D1. Every method is synchronous. */
export class RunStore {
  readonly #storage: DurableObjectStorage
  readonly #sql: SqlStorage

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
    this.#sql = storage.sql
    this.#migrate()
  }

  #migrate(): void {
    this.#sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)')
    const row = this.#sql
      .exec<{ version: number }>('SELECT max(version) AS version FROM schema_version')
      .one()
    const done = row.version ?? 0
    for (const [i, step] of schemaSteps.entries()) {
      if (i < done) continue
      this.transaction(() => {
        this.#sql.exec(step)
        this.#sql.exec('INSERT INTO schema_version (version) VALUES (?)', i + 1)
      })
    }
  }

  /** Runs all of it or none. `transactionSync` takes an async callback without a word, so the type refuses one. */
  transaction<T>(work: () => T extends Promise<unknown> ? never : T): T {
    return this.#storage.transactionSync<T>(work)
  }

  load(): RunState | null {
    const row = this.#sql.exec<{ state: string }>('SELECT state FROM run').toArray()[0]
    // Written by `save` alone, from a RunState.
    return row ? (JSON.parse(row.state) as RunState) : null
  }

  save(state: RunState): void {
    this.#sql.exec('INSERT OR REPLACE INTO run (one, state) VALUES (1, ?)', JSON.stringify(state))
  }

  insert(row: TailRow): void {
    this.#sql.exec(
      `INSERT INTO entries (${tailColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row.seq,
      row.type,
      row.id,
      row.at,
      row.header,
      row.content,
      row.salt,
      row.hash,
      row.color,
      row.score,
      row.flagged,
    )
  }

  /** Entries with `after < seq`, in order, at most `limit`. */
  tail(after: number, limit: number): TailRow[] {
    return this.#rows(`SELECT ${tailColumns} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?`, after, limit)
  }

  entry(seq: number): TailRow | null {
    return this.#rows(`SELECT ${tailColumns} FROM entries WHERE seq = ?`, seq)[0] ?? null
  }

  #rows(query: string, ...bindings: number[]): TailRow[] {
    return this.#sql
      .exec<Record<keyof TailRow, SqlStorageValue>>(query, ...bindings)
      .toArray()
      .map((row) => row as unknown as TailRow)
  }

  /** The lowest `seq` still here, or null when the tail is empty. */
  tailStart(): number | null {
    return this.#sql.exec<{ seq: number | null }>('SELECT min(seq) AS seq FROM entries').one().seq
  }

  /** The window as the tail tells it, after an eviction. */
  window(): RunWindow {
    const scores = this.#sql
      .exec<{ score: number }>(
        `SELECT score FROM entries WHERE type = 'beat' ORDER BY seq DESC LIMIT ?`,
        meanWindow,
      )
      .toArray()
      .map((row) => row.score)
      .toReversed()
    const seconds = this.#sql
      .exec<{ second: number; beats: number }>(
        `SELECT at / 1000 AS second, count(*) AS beats FROM entries WHERE type = 'beat'
         AND at > (SELECT max(at) FROM entries WHERE type = 'beat') - ? GROUP BY second ORDER BY second`,
        rateWindowMs,
      )
      .toArray()
    return new RunWindow(scores, seconds)
  }

  dropTail(upTo: number): void {
    this.#sql.exec('DELETE FROM entries WHERE seq <= ?', upTo)
  }

  /** Where a beat or amendment id was first written, in this run or one before it. [B4] */
  findId(type: Entry['type'], id: string): { run_id: string; seq: number } | null {
    return (
      this.#sql
        .exec<{ run_id: string; seq: number }>('SELECT run_id, seq FROM ids WHERE id = ?', `${type}:${id}`)
        .toArray()[0] ?? null
    )
  }

  rememberId(type: Entry['type'], id: string, runId: string, seq: number, at: number): void {
    this.#sql.exec(
      'INSERT OR IGNORE INTO ids (id, run_id, seq, at) VALUES (?, ?, ?, ?)',
      `${type}:${id}`,
      runId,
      seq,
      at,
    )
  }

  /** Remembered ids after `after` in their own order, a page of them, for the successor of this run. */
  rememberedIds(after: string, limit: number): RememberedId[] {
    return this.#sql
      .exec<RememberedIdRow>(
        'SELECT id, run_id, seq, at FROM ids WHERE id > ? ORDER BY id LIMIT ?',
        after,
        limit,
      )
      .toArray()
  }

  /** Takes over what a predecessor remembers, in one statement. */
  inheritIds(ids: readonly RememberedId[]): void {
    this.#sql.exec(
      `INSERT OR IGNORE INTO ids (id, run_id, seq, at)
       SELECT value ->> 'id', value ->> 'run_id', value ->> 'seq', value ->> 'at' FROM json_each(?)`,
      JSON.stringify(ids),
    )
  }

  forgetIds(olderThan: number): void {
    this.#sql.exec('DELETE FROM ids WHERE at < ?', olderThan)
  }

  /** Sets when a task is due, unless it already is earlier. */
  schedule(task: string, at: number, attempts = 0): void {
    this.#sql.exec(
      `INSERT INTO due (task, at, attempts) VALUES (?, ?, ?)
       ON CONFLICT (task) DO UPDATE SET at = excluded.at, attempts = excluded.attempts`,
      task,
      at,
      attempts,
    )
  }

  unschedule(task: string): void {
    this.#sql.exec('DELETE FROM due WHERE task = ?', task)
  }

  dueTasks(now: number): { task: string; at: number; attempts: number }[] {
    return this.#sql
      .exec<{ task: string; at: number; attempts: number }>(
        'SELECT * FROM due WHERE at <= ? ORDER BY at',
        now,
      )
      .toArray()
  }

  nextDue(): number | null {
    return this.#sql.exec<{ at: number | null }>('SELECT min(at) AS at FROM due').one().at
  }
}
