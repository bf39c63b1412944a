import { desc, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { firstRunId } from '../../durable-objects/run-id.ts'
import { runs } from '../../migrations/schema.ts'
import type { Author } from '../../protocol/index.ts'
import type { Env } from '../env.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** How often a key's chain of runs is followed: the index is seconds behind at most. */
const maxHops = 20

/** Ends the open run of a key that was revoked, if it has one, with that as the reason. [O11] */
export async function endOpenRun(env: Env, keyId: string, actor: Author): Promise<void> {
  const [latest] = await drizzle(env.DB)
    .select({ id: runs.id })
    .from(runs)
    .where(eq(runs.apiKeyId, keyId))
    .orderBy(desc(runs.startedAt), desc(runs.id))
    .limit(1)
  let runId = latest?.id ?? firstRunId(keyId)
  for (let hop = 0; hop < maxHops; hop++) {
    const run = await runSession(env, runId).state()
    if (!run) return
    if (run.ended_at === null) {
      await runSession(env, runId).order('end', actor, 'key_revoked')
      return
    }
    if (run.next_run_id === null) return
    runId = run.next_run_id
  }
}
