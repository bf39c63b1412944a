import { incidentStates, type Incident, type IncidentState } from '../../../protocol/incident.ts'
import { severities, type Severity } from '../../../protocol/severity.ts'
import type { Query } from '../app/address.ts'

/** Which incidents are listed. */
export interface IncidentView {
  /** Null: all of them. */
  state: IncidentState | null
  projectId: string | null
  severity: Severity | null
  rule: string | null
  /** Only those that this person takes care of. */
  ownerId: string | null
}

/** Names an incident, in the address and in lists. */
export const keyOf = ({ run_id, seq }: Pick<Incident, 'run_id' | 'seq'>) => `${run_id}:${seq}`

/** Reads the view from the address; without a word in it, what is open. */
export function viewOf(query: Query): IncidentView {
  const state = query.state ?? 'open'
  return {
    state: incidentStates.find((one) => one === state) ?? null,
    projectId: query.project || null,
    severity: severities.find((one) => one === query.severity) ?? null,
    rule: query.rule || null,
    ownerId: query.owner || null,
  }
}

/** The view as it stands in the address; what {@link viewOf} takes for granted is left out. */
export function addressOf(view: IncidentView, incident: string | null): Query {
  return {
    ...(view.state !== 'open' && { state: view.state ?? 'all' }),
    ...(view.projectId !== null && { project: view.projectId }),
    ...(view.severity !== null && { severity: view.severity }),
    ...(view.rule !== null && { rule: view.rule }),
    ...(view.ownerId !== null && { owner: view.ownerId }),
    ...(incident !== null && { incident }),
  }
}

/** The view as the server's query. */
export function queryOf(view: IncidentView, more: Record<string, string> = {}): string {
  return new URLSearchParams({
    ...(view.state !== null && { state: view.state }),
    ...(view.projectId !== null && { project_id: view.projectId }),
    ...(view.severity !== null && { severity: view.severity }),
    ...(view.rule !== null && { rule: view.rule }),
    ...(view.ownerId !== null && { owner_id: view.ownerId }),
    ...more,
  }).toString()
}

/** Whether an incident, as it is now, still belongs to the view. */
export function belongs(incident: Incident, view: IncidentView): boolean {
  return (
    (view.state === null || incident.state === view.state) &&
    (view.ownerId === null || incident.owner?.id === view.ownerId)
  )
}
