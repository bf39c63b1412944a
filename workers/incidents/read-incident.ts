import { eq, sql } from 'drizzle-orm'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import { incidents, runs, users } from '../../migrations/schema.ts'
import { incidentSchema, type Incident } from '../../protocol/index.ts'

/** The rows of incidents with the names that stand beside them. */
export function selectIncidents(d1: DrizzleD1Database) {
  return d1
    .select({
      incident: incidents,
      ownerName: users.name,
      runName: sql<string>`coalesce(json_extract(${runs.state}, '$.name'), '')`,
    })
    .from(incidents)
    .leftJoin(users, eq(users.id, incidents.ownerId))
    .leftJoin(runs, eq(runs.id, incidents.runId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectIncidents>>[number]

/** An incident as it stands on the wire. [T1] */
export function readIncident({ incident, ownerName, runName }: Row): Incident {
  const { ownerId, updatedAt } = incident
  return incidentSchema.parse({
    run_id: incident.runId,
    run_name: runName,
    seq: incident.seq,
    beat_id: incident.beatId,
    timestamp: iso(incident.at),
    project_id: incident.projectId,
    api_key_id: incident.apiKeyId,
    severity: incident.severity,
    alignment_score: incident.score,
    flatline: incident.flatline,
    rules: JSON.parse(incident.rules),
    violations: JSON.parse(incident.violations),
    state: incident.state,
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? 'somebody who left' },
    note: incident.note,
    labels: JSON.parse(incident.label ?? '[]'),
    updated_at: updatedAt === null ? null : iso(updatedAt),
  })
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
