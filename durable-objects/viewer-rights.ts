import type { ViewerIdentity } from './viewers.ts'

/** What a viewer may watch: everything, everything but the texts, or nothing any more. */
export type ViewerRight = 'full' | 'withheld' | 'ended'

/**
 * What each of the viewers may still watch, asked in one query for all of them. It ends when their session, token or
 * key was revoked or has expired, or they are no longer a member of the organisation. The same rule as the Worker's
 * for reading a run and its texts [A2] [A3] [O4]. A viewer who came by a ticket stands on the membership alone.
 *
 * @returns the right of a viewer; of one who was not asked for, undefined
 */
export async function viewerRights(
  db: D1Database,
  run: { organization_id: string; project_id: string; api_key_id: string | null },
  viewers: readonly ViewerIdentity[],
  now: number,
): Promise<(who: ViewerIdentity) => ViewerRight | undefined> {
  const { results } = await db
    .prepare(
      `SELECT value ->> 'viewer' AS viewer, value ->> 'credential' AS credential, coalesce((
         SELECT iif(members.role = 'auditor' AND NOT organizations.auditors_see_texts, 'withheld', 'full')
         FROM members JOIN users ON users.id = members.user_id
           JOIN organizations ON organizations.id = members.organization_id
         WHERE members.user_id = asked.value ->> 'viewer' AND members.organization_id = ?2
           AND (asked.value ->> 'credential' IS NULL OR EXISTS (
             SELECT 1 FROM user_tokens WHERE hash = asked.value ->> 'credential'
               AND user_id = asked.value ->> 'viewer'
               AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?5)))
       ), (
         SELECT 'full' FROM api_keys
         WHERE id = asked.value ->> 'viewer' AND organization_id = ?2
           AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?5)
           AND EXISTS (SELECT 1 FROM json_each(api_keys.scopes) AS scope WHERE scope.value = 'read')
           AND (id = ?4 OR (project_id = ?3
             AND EXISTS (SELECT 1 FROM json_each(api_keys.scopes) AS scope WHERE scope.value = 'project')))
       ), 'ended') AS held
       FROM json_each(?1) AS asked`,
    )
    .bind(JSON.stringify(viewers), run.organization_id, run.project_id, run.api_key_id ?? '', now)
    .all<ViewerIdentity & { held: ViewerRight }>()
  const rights = new Map(results.map((row) => [identityKey(row), row.held]))
  return (who) => rights.get(identityKey(who))
}

/** A name for a viewer and its credential. */
function identityKey({ viewer, credential }: ViewerIdentity): string {
  return `${viewer} ${credential ?? ''}`
}
