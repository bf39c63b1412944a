import { forgetKey } from '../auth/find-key.ts'
import type { Env } from '../env.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { tableRights, type TableRights } from './tables.ts'

/** Runs asked to end and erase themselves at one turn; the next turn goes on. */
const runsMost = 200
/** An isolate may believe in a key for so long after it has ended, with room to spare. [O11] */
const keysDieMs = 60_000

/**
 * Deletes an organisation: at once for everybody who could see or use it, then run by run. Members, invitations,
 * views, the audit log and every name go with this call, keys end, and so do runs with their sockets. The objects
 * erase themselves; what is left of the rows goes by {@link finishDeletions}, which the cron calls. [D2]
 *
 * @param now ms since the epoch
 */
export async function deleteOrganization(env: Env, organizationId: string, now: number): Promise<void> {
  const { results: keys } = await env.DB.prepare('SELECT id FROM api_keys WHERE organization_id = ?')
    .bind(organizationId)
    .all<{ id: string }>()
  await env.DB.batch(
    [
      `UPDATE organizations SET name = '', personal_of = NULL, delete_runs_after_days = 0 WHERE id = ?1`,
      `UPDATE projects SET name = '', settings = '{}', policy = NULL WHERE organization_id = ?1`,
      `UPDATE api_keys SET name = '', prefix = '', allowed_origins = '[]', created_by = NULL,
         revoked_at = ${now} WHERE organization_id = ?1`,
      ...deletions(['at once']),
    ].map((sql) => env.DB.prepare(sql).bind(organizationId)),
  )
  for (const { id } of keys) forgetKey(id)
  await goOn(env, organizationId, now)
}

/**
 * Goes on with organisations that were deleted: those without a member. Runs first; when none is left and no
 * isolate can still believe in a key, the rest.
 *
 * @param now ms since the epoch
 * @returns how many there were
 */
export async function finishDeletions(env: Env, now: number): Promise<number> {
  const { results } = await env.DB.prepare(
    `SELECT id FROM organizations WHERE name = '' AND NOT EXISTS (
       SELECT 1 FROM members WHERE members.organization_id = organizations.id) LIMIT 50`,
  ).all<{ id: string }>()
  for (const { id } of results) await goOn(env, id, now)
  return results.length
}

async function goOn(env: Env, organizationId: string, now: number): Promise<void> {
  const { results: left } = await env.DB.prepare(
    `SELECT id, ended_at FROM runs WHERE organization_id = ? LIMIT ${runsMost}`,
  )
    .bind(organizationId)
    .all<{ id: string; ended_at: number | null }>()
  for (const { id, ended_at } of left) {
    const run = runSession(env, id)
    if (ended_at === null) await run.order('end', { type: 'system', id: 'system' }, 'organization_deleted')
    await run.erase(0, true)
  }
  if (left.length > 0) return
  const alive = await env.DB.prepare(
    'SELECT 1 FROM api_keys WHERE organization_id = ? AND coalesce(revoked_at, ?2) > ?2 LIMIT 1',
  )
    .bind(organizationId, now - keysDieMs)
    .first()
  if (alive) return
  // What a request that was under way has written since goes as well.
  const sql = deletions(['at once', 'last'])
  await env.DB.batch(sql.map((statement) => env.DB.prepare(statement).bind(organizationId)))
}

function deletions(when: readonly TableRights['organizationEnds'][]): string[] {
  return Object.entries(tableRights)
    .filter(([, { organizationEnds }]) => when.includes(organizationEnds))
    .map(([table, { ofOrganization }]) => `DELETE FROM ${table} WHERE ${ofOrganization ?? 'false'}`)
}
