import type { IncidentState } from '../../../protocol/incident.ts'

/** The states of an incident as a person reads them. */
export const stateWords: Record<IncidentState, string> = {
  open: 'Open',
  reviewed: 'Reviewed',
  false_alarm: 'False alarm',
  fixed: 'Fixed',
}
