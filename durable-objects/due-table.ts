/** A task of the one alarm. */
export type Task = 'flush' | 'watchdog' | 'rights' | 'ids' | 'erase' | 'baseline'

/** When which task of the one alarm is due, so that it outlives the instance. */
export class DueTable {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Sets when a task is due. */
  set(task: Task, at: number, attempts = 0): void {
    this.#sql.exec(
      `INSERT INTO due (task, at, attempts) VALUES (?, ?, ?)
       ON CONFLICT (task) DO UPDATE SET at = excluded.at, attempts = excluded.attempts`,
      task,
      at,
      attempts,
    )
  }

  delete(task: Task): void {
    this.#sql.exec('DELETE FROM due WHERE task = ?', task)
  }

  /** What is due, and when and after how many failures; earliest first. */
  all(): { task: Task; at: number; attempts: number }[] {
    return this.#sql
      .exec<{ task: string; at: number; attempts: number }>('SELECT * FROM due ORDER BY at')
      .toArray()
      .map((row) => ({ ...row, task: row.task as Task }))
  }
}
