import { createHash } from 'node:crypto'
import { newRunLogs, type NewRunLogs } from './new-run-logs.ts'

/**
 * The databases that hold logs: `DB`, which also holds the index of runs, keys and people, is number 0; `LOG_1`,
 * `LOG_2` … hold logs alone. All have the same migrations. A binding may be added, never renumbered: runs name the
 * number of theirs for ever.
 */
export interface LogDatabases extends NewRunLogs {
  DB: D1Database
}

/**
 * The database that holds the log of a run.
 *
 * @param number what the run was pinned to
 * @throws Error when it is not bound: the log is there, but out of reach
 */
export function logDatabase(env: LogDatabases, number: number): D1Database {
  if (number === 0) return env.DB
  // Bindings by number can't be named one by one; what is bound under such a name is a database.
  const bound = (env as unknown as Record<string, D1Database | undefined>)[`LOG_${number}`]
  if (!bound) throw new Error(`LOG_${number}, which holds the logs of runs, is not bound`)
  return bound
}

/**
 * Which database a new run is pinned to: by a hash of its id one of those that take new runs, so that they fill
 * evenly, and a run that is begun twice is pinned to the same.
 *
 * @throws Error as {@link newRunLogs}
 */
export function pinnedLog(env: LogDatabases, runId: string): number {
  const numbers = newRunLogs(env)
  const pick = createHash('sha256').update(runId).digest().readUInt32BE(0) % numbers.length
  return numbers[pick] ?? numbers[0]
}
