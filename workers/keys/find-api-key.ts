import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { apiKeys } from '../../migrations/schema.ts'
import { sees, type Action } from '../auth/access.ts'
import type { UserActor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import type { KeyRow } from './wire-key.ts'

/**
 * Looks a key up by its id for a person who wants to change it. [A2] [A5]
 *
 * @throws ProblemError `not_found` for a missing one and a stranger's alike, `forbidden` without the right,
 *   `conflict` for one that is revoked
 */
export async function findApiKey(env: Env, actor: UserActor, id: string, action: Action): Promise<KeyRow> {
  const [row] = await drizzle(env.DB).select().from(apiKeys).where(eq(apiKeys.id, id))
  const resource = row && { ...row, apiKeyId: row.id }
  if (!resource || !sees(actor, resource)) throw notFound('key')
  requireRight(actor, action, resource)
  if (row.revokedAt !== null && action !== 'key:list') {
    throw new ProblemError('conflict', 'The key is revoked, and stays so. Create another one.')
  }
  return row
}
