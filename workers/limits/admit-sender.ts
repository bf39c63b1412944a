import type { Context } from 'hono'
import type { Actor } from '../auth/actor.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { ingestLimit } from './ingest-limit.ts'

/**
 * Who sends beats, or asks for a verdict: as often as the coarse limit lets them. [N3]
 *
 * @throws ProblemError `unauthenticated`, `rate_limited`
 */
export async function admitSender(c: Context<AppContext>): Promise<Actor> {
  const actor = await authenticate(c.req.raw, c.env)
  ingestLimit.admit(c.env.INGEST_LIMIT, actor.id, Date.now(), (work) => c.executionCtx.waitUntil(work))
  return actor
}
