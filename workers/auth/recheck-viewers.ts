import { desc, inArray } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { waitUntil } from 'cloudflare:workers'
import { runs } from '../../migrations/schema.ts'
import type { Env } from '../env.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** Runs told at once that somebody's rights have changed: the newest. All others find out within a minute. */
const runsMost = 50

/**
 * Lets the newest runs of organisations look at once who may still watch them, after a right has ended or been
 * lowered. It goes on when the request is answered; every run looks by itself once a minute all the same. [L6]
 */
export function recheckViewers(env: Env, organizationIds: readonly string[]): void {
  waitUntil(recheck(env, organizationIds).catch(() => undefined))
}

async function recheck(env: Env, organizationIds: readonly string[]): Promise<void> {
  const rows = await drizzle(env.DB)
    .select({ id: runs.id })
    .from(runs)
    .where(inArray(runs.organizationId, [...organizationIds]))
    .orderBy(desc(runs.startedAt))
    .limit(runsMost)
  await Promise.all(rows.map(({ id }) => runSession(env, id).recheckViewers()))
}
