import { and, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { incidents } from '../../migrations/schema.ts'
import type { IncidentFilter } from '../../protocol/index.ts'
import { can } from '../auth/access.ts'
import type { UserActor } from '../auth/actor.ts'

/** Narrows incidents to what the actor may see, first of all, and then to what they look for. [T1] [A5] */
export function incidentFilter(actor: UserActor, filter: IncidentFilter): SQL | undefined {
  const organizations = [...actor.memberships.keys()].filter((organizationId) =>
    can(actor, 'incident:read', { organizationId, projectId: null, apiKeyId: null }),
  )
  const { state, project_id, run_id, severity, rule, owner_id, start, end } = filter
  return and(
    inArray(incidents.organizationId, organizations),
    state && eq(incidents.state, state),
    project_id === undefined ? undefined : eq(incidents.projectId, project_id),
    run_id === undefined ? undefined : eq(incidents.runId, run_id),
    severity && eq(incidents.severity, severity),
    rule === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(${incidents.rules}) WHERE value = ${rule})`,
    owner_id === undefined ? undefined : eq(incidents.ownerId, owner_id),
    start === undefined ? undefined : gte(incidents.at, Date.parse(start)),
    end === undefined ? undefined : lt(incidents.at, Date.parse(end)),
  )
}
