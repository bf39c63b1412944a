import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { logDatabase } from '../../durable-objects/log-databases.ts'
import { runs } from '../../migrations/schema.ts'
import { sees, type Action, type Resource } from '../auth/access.ts'
import type { Actor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { notFound } from '../http/problem-error.ts'

/** A run that an actor may do something to: checked already. */
export interface GrantedRun extends Resource {
  id: string
  projectId: string
  /** The database that holds its entries. [R14] */
  log: D1Database
}

/**
 * Looks a run up for an actor and an action. [A2] [A5]
 *
 * @throws ProblemError `not_found` for a missing run and a stranger's alike, `forbidden` without the right
 */
export async function findRun(env: Env, actor: Actor, runId: string, action: Action): Promise<GrantedRun> {
  // Only the owner columns are read here; what the run holds is read once it is known to be the actor's.
  const [row] = await drizzle(env.DB)
    .select({
      id: runs.id,
      organizationId: runs.organizationId,
      projectId: runs.projectId,
      apiKeyId: runs.apiKeyId,
      log: runs.log,
    })
    .from(runs)
    .where(eq(runs.id, runId))
  if (!row || !sees(actor, row)) throw notFound('run')
  requireRight(actor, action, row)
  return { ...row, log: logDatabase(env, row.log) }
}
