import type { Incident, IncidentChange, IncidentCounts } from '../../../protocol/incident.ts'
import { request } from '../api/request.ts'
import { queryOf, type IncidentView } from './incident-view.ts'

/** The incidents of a view, newest first. */
export const listIncidents = (view: IncidentView, cursor: string | null = null) =>
  request<{ data: Incident[]; next_cursor: string | null }>(
    'GET',
    `/incidents/?${queryOf(view, { limit: '100', ...(cursor !== null && { cursor }) })}`,
  )

export const countIncidents = (view: IncidentView) =>
  request<IncidentCounts>('GET', `/incidents/counts/?${queryOf(view)}`)

export const changeIncident = ({ run_id, seq }: Pick<Incident, 'run_id' | 'seq'>, change: IncidentChange) =>
  request<Incident>('PATCH', `/incidents/${encodeURIComponent(run_id)}/${seq}/`, change)

/** Address of the labels of a view as training data. */
export const trainingAddress = (view: IncidentView) => `/incidents/training/?${queryOf(view)}`
