import { count, desc, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { incidents } from '../../migrations/schema.ts'
import { incidentStates, type IncidentCounts, type IncidentFilter } from '../../protocol/index.ts'
import type { UserActor } from '../auth/actor.ts'
import { incidentFilter } from './incident-filter.ts'

/** Rules that are counted by name. */
const rulesMost = 50

/**
 * Counts for the filters of the list. The state is counted over everything else that is chosen, so that a
 * person sees how many wait behind each; the others over exactly what is listed. [T1]
 */
export async function countIncidents(
  db: D1Database,
  actor: UserActor,
  filter: IncidentFilter,
): Promise<IncidentCounts> {
  const d1 = drizzle(db)
  const chosen = incidentFilter(actor, filter)
  const { state: _, ...others } = filter
  const [states, rules, projects] = await d1.batch([
    d1
      .select({ state: incidents.state, count: count() })
      .from(incidents)
      .where(incidentFilter(actor, others))
      .groupBy(incidents.state),
    d1
      .select({ rule: sql<string>`rule.value`, count: count() })
      .from(sql`${incidents}, json_each(${incidents.rules}) AS rule`)
      .where(chosen)
      .groupBy(sql`rule.value`)
      .orderBy(desc(count()), sql`rule.value`)
      .limit(rulesMost),
    d1
      .select({ project_id: incidents.projectId, count: count() })
      .from(incidents)
      .where(chosen)
      .groupBy(incidents.projectId)
      .orderBy(desc(count())),
  ])
  const of = new Map(states.map((row) => [row.state, row.count]))
  const by_state = Object.fromEntries(incidentStates.map((state) => [state, of.get(state) ?? 0]))
  return { by_state: by_state as IncidentCounts['by_state'], by_rule: rules, by_project: projects }
}
