import type { ViewerIdentity } from './viewers.ts'

/**
 * Those of the viewers who may no longer watch: their session, token or key was revoked or has expired, or
 * they are no longer a member of the organisation. The same rule as the Worker's for reading a run [A2] [A3],
 * asked in one query for all of them. A viewer who came by a ticket stands on the membership alone.
 */
export async function endedRights(
  db: D1Database,
  run: { organization_id: string; project_id: string; api_key_id: string | null },
  viewers: readonly ViewerIdentity[],
  now: number,
): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT value ->> 'viewer' AS viewer, value ->> 'credential' AS credential FROM json_each(?1) AS asked
       WHERE NOT EXISTS (
         SELECT 1 FROM members JOIN users ON users.id = members.user_id
         WHERE members.user_id = asked.value ->> 'viewer' AND members.organization_id = ?2
           AND (asked.value ->> 'credential' IS NULL OR EXISTS (
             SELECT 1 FROM user_tokens WHERE hash = asked.value ->> 'credential'
               AND user_id = asked.value ->> 'viewer'
               AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?5))))
       AND NOT EXISTS (
         SELECT 1 FROM api_keys
         WHERE id = asked.value ->> 'viewer' AND organization_id = ?2
           AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?5)
           AND EXISTS (SELECT 1 FROM json_each(api_keys.scopes) AS scope WHERE scope.value = 'read')
           AND (id = ?4 OR (project_id = ?3
             AND EXISTS (SELECT 1 FROM json_each(api_keys.scopes) AS scope WHERE scope.value = 'project'))))`,
    )
    .bind(JSON.stringify(viewers), run.organization_id, run.project_id, run.api_key_id ?? '', now)
    .all<ViewerIdentity>()
  return new Set(results.map(identityKey))
}

/** A name for a viewer and its credential. */
export function identityKey({ viewer, credential }: ViewerIdentity): string {
  return `${viewer} ${credential ?? ''}`
}
