import type { Incident, IncidentChange, IncidentState } from '../../../protocol/incident.ts'
import type { Finding } from '../../../protocol/verdict.ts'
import { foundTasks } from './found-tasks.ts'

/**
 * What marking an incident says. A false alarm says of every task that something was found for that it is none of
 * it, which is something to learn from; labels that a person gave stay as they are.
 *
 * @param findings of the beat; empty where they are not known
 */
export function markedAs(
  state: IncidentState,
  { labels }: Pick<Incident, 'labels'>,
  findings: readonly Finding[],
): IncidentChange {
  const found = state === 'false_alarm' && labels.length === 0 ? foundTasks(findings) : []
  if (found.length === 0) return { state }
  return { state, labels: found.map((task) => ({ task, label: false })) }
}

/** What takes the mark of an incident back, with the labels that came with it. */
export function unmarked({ state, labels }: Incident, change: IncidentChange): IncidentChange {
  return { state, ...(change.labels !== undefined && { labels }) }
}
