import type { Env } from '../env.ts'
import { runSession } from './run-session-stub.ts'

const dayMs = 24 * 3600 * 1000
/** Runs asked at one turn of the cron, of all organisations; the next turn goes on. */
const runsMost = 500

interface Asked {
  id: string
  whole: number
  before: number
}

/**
 * Asks the objects of runs that have outlived their organisation's retention to erase texts, or the whole run.
 * The objects do it by their alarm, and go on until it is done. [R11]
 *
 * @param now ms since the epoch
 * @returns how many runs were asked
 */
export async function applyRetention(env: Env, now: number): Promise<number> {
  const { results } = await env.DB.prepare(
    `SELECT runs.id, 1 AS whole, ?1 AS before FROM organizations JOIN runs
       ON runs.organization_id = organizations.id AND runs.ended_at < ?1 - delete_runs_after_days * ${dayMs}
     WHERE delete_runs_after_days IS NOT NULL
     UNION ALL
     SELECT runs.id, 0 AS whole, ?1 - erase_texts_after_days * ${dayMs} AS before FROM organizations JOIN runs
       ON runs.organization_id = organizations.id
       AND runs.started_at < ?1 - erase_texts_after_days * ${dayMs}
       AND runs.erased_until < ?1 - (erase_texts_after_days * ${dayMs})
     WHERE erase_texts_after_days IS NOT NULL
     LIMIT ${runsMost}`,
  )
    .bind(now)
    .all<Asked>()
  for (const { id, whole, before } of results) await runSession(env, id).erase(before, whole === 1)
  return results.length
}
