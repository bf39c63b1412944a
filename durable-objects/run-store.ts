import { DueTable } from './due-table.ts'
import type { EntryRow } from './entry-text.ts'
import { RememberedIds } from './remembered-ids.ts'
import { newRun, type RunState } from './run-state.ts'
import type { BeatFigures } from './run-window.ts'
import { migrateStore } from './store-schema.ts'

/** A stored entry with what the outbox and a recount need beside its text. */
export interface TailRow extends EntryRow {
  id: string
  at: number
  color: BeatFigures['color'] | null
  score: number | null
  flagged: number
  violations: number
  flatline: number
  /** JSON array of rule ids; null for none. */
  rules: string | null
}

const columnNames = [
  'seq',
  'type',
  'id',
  'at',
  'header',
  'content',
  'salt',
  'hash',
  'color',
  'score',
  'flagged',
  'violations',
  'flatline',
  'rules',
] as const satisfies (keyof TailRow)[]
const columns = columnNames.join(', ')
const oneRow = `(${columnNames.map(() => '?').join(', ')})`
/** A statement takes 100 parameters at most; one call for seven rows costs little more than one for one. */
export const rowsEach = Math.floor(100 / columnNames.length)
const insertOf = Array.from(
  { length: rowsEach },
  (_, i) =>
    `INSERT INTO entries (${columns}) VALUES ${Array.from({ length: i + 1 }, () => oneRow).join(', ')}`,
)

/** The object's SQLite: the truth until an entry is in D1. Every method is synchronous. */
export class RunStore {
  readonly #storage: DurableObjectStorage
  readonly #sql: SqlStorage
  /** Ids of beats and amendments. */
  readonly ids: RememberedIds
  /** What is to be done later. */
  readonly due: DueTable
  /** Whether there are tables: an object that was only asked after keeps none. */
  #ready: boolean

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
    this.#sql = storage.sql
    this.ids = new RememberedIds(storage.sql)
    this.due = new DueTable(storage.sql)
    this.#ready =
      this.#sql.exec(`SELECT 1 FROM sqlite_master WHERE name = 'schema_version'`).toArray().length > 0
    if (this.#ready) migrateStore(storage)
  }

  /** Makes the tables of a run that begins. */
  prepare(): void {
    if (this.#ready) return
    migrateStore(this.#storage)
    this.#ready = true
  }

  get ready(): boolean {
    return this.#ready
  }

  /** Runs all of it or none. `transactionSync` takes an async callback without a word, so the type refuses one. */
  transaction<T>(work: () => T extends Promise<unknown> ? never : T): T {
    return this.#storage.transactionSync<T>(work)
  }

  /** The last checkpoint; entries with a higher `seq` are not in it yet. */
  load(): RunState | null {
    if (!this.#ready) return null
    const row = this.#sql.exec<{ state: string }>('SELECT state FROM run').toArray()[0]
    if (!row) return null
    // Written by `save` alone, from a RunState; one from before a field existed takes the field's beginning.
    const stored = JSON.parse(row.state) as RunState
    return { ...newRun(stored.binding, stored.started_at), ...stored }
  }

  save(state: RunState): void {
    this.#sql.exec('INSERT OR REPLACE INTO run (one, state) VALUES (1, ?)', JSON.stringify(state))
  }

  insert(rows: readonly TailRow[]): void {
    for (let start = 0; start < rows.length; start += rowsEach) {
      const some = rows.slice(start, start + rowsEach)
      const values: (string | number | null)[] = []
      for (const row of some) for (const name of columnNames) values.push(row[name])
      this.#sql.exec(insertOf[some.length - 1] ?? '', ...values)
    }
  }

  /** Entries with `after < seq` in order: at most `limit`, and no more than fit in `bytes`, but at least one. */
  tail(after: number, limit: number, bytes: number): TailRow[] {
    const rows: TailRow[] = []
    let size = 0
    const cursor = this.#rows(
      `SELECT ${columns} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?`,
      after,
      limit,
    )
    for (const row of cursor) {
      size += rowBytes(row)
      if (rows.length > 0 && size > bytes) break
      rows.push(row)
    }
    return rows
  }

  /** The figures of entries with `after < seq`, without their texts. */
  *figures(after: number): Generator<Omit<TailRow, 'header' | 'content' | 'salt'>> {
    const query = `SELECT seq, type, id, at, hash, color, score, flagged, violations, flatline, rules
       FROM entries WHERE seq > ? ORDER BY seq`
    for (const row of this.#sql.exec<Record<string, SqlStorageValue>>(query, after)) {
      yield row as unknown as TailRow
    }
  }

  entry(seq: number): TailRow | null {
    if (!this.#ready) return null
    return [...this.#rows(`SELECT ${columns} FROM entries WHERE seq = ?`, seq)][0] ?? null
  }

  *#rows(query: string, ...bindings: number[]): Generator<TailRow> {
    for (const row of this.#sql.exec<Record<keyof TailRow, SqlStorageValue>>(query, ...bindings)) {
      yield row as unknown as TailRow
    }
  }

  /** The lowest `seq` still here, or null when the tail is empty. */
  tailStart(): number | null {
    return this.#sql.exec<{ seq: number | null }>('SELECT min(seq) AS seq FROM entries').one().seq
  }

  /** Bytes of the entries with `after < seq`, as {@link rowBytes} counts them. */
  pendingBytes(after: number): number {
    return this.#sql
      .exec<{ bytes: number }>(
        `SELECT coalesce(sum(length(header) + coalesce(length(content), 0) + ${rowOverhead}), 0) AS bytes
         FROM entries WHERE seq > ?`,
        after,
      )
      .one().bytes
  }

  dropTail(upTo: number): void {
    this.#sql.exec('DELETE FROM entries WHERE seq <= ?', upTo)
  }

  /** Erases texts and salts of entries before an instant. [E6] */
  eraseTexts(before: number): void {
    this.#sql.exec(
      'UPDATE entries SET content = NULL, salt = NULL WHERE at < ? AND content IS NOT NULL',
      before,
    )
  }

  /** Deletes everything but the checkpoint. */
  empty(): void {
    for (const table of ['entries', 'ids', 'due']) this.#sql.exec(`DELETE FROM ${table}`)
  }
}

const rowOverhead = 300

/** About what a row takes on its way to D1. */
export function rowBytes(row: Pick<TailRow, 'header' | 'content'>): number {
  return row.header.length + (row.content?.length ?? 0) + rowOverhead
}
