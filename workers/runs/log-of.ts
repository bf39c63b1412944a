import { logDatabase } from '../../durable-objects/log-databases.ts'
import type { Env } from '../env.ts'
import { notFound } from '../http/problem-error.ts'

/**
 * The database that holds the entries of a run, by the index. [R14]
 *
 * @throws ProblemError `not_found` for a run that the index does not know
 */
export async function logOf(env: Pick<Env, 'DB'>, runId: string): Promise<D1Database> {
  const row = await env.DB.prepare('SELECT log FROM runs WHERE id = ?').bind(runId).first<{ log: number }>()
  if (!row) throw notFound('run')
  return logDatabase(env, row.log)
}
