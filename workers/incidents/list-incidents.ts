import { and, desc, eq, lt, or } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import * as z from 'zod'
import { incidents } from '../../migrations/schema.ts'
import type { Incident, IncidentQuery } from '../../protocol/index.ts'
import type { UserActor } from '../auth/actor.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { incidentFilter } from './incident-filter.ts'
import { readIncident, selectIncidents } from './read-incident.ts'

const cursorSchema = z.tuple([z.int(), z.string(), z.int()])

/** Incidents across runs, newest first, page by page. [T1] [P3] */
export async function listIncidents(
  db: D1Database,
  actor: UserActor,
  query: IncidentQuery,
): Promise<{ data: Incident[]; next_cursor: string | null }> {
  const rows = await selectIncidents(drizzle(db))
    .where(and(incidentFilter(actor, query), query.cursor === undefined ? undefined : after(query.cursor)))
    .orderBy(desc(incidents.at), desc(incidents.runId), desc(incidents.seq))
    .limit(query.limit + 1)
  const last = rows.length > query.limit ? rows[query.limit - 1]?.incident : undefined
  return {
    data: rows.slice(0, query.limit).map(readIncident),
    next_cursor: last ? encodeCursor([last.at, last.runId, last.seq]) : null,
  }
}

function after(cursor: string) {
  const [at, runId, seq] = decodeCursor(cursor, cursorSchema)
  const sameRun = and(eq(incidents.runId, runId), lt(incidents.seq, seq))
  return or(lt(incidents.at, at), and(eq(incidents.at, at), or(lt(incidents.runId, runId), sameRun)))
}
