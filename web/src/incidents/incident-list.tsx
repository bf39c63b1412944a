import { useEffect, useRef } from 'preact/hooks'
import type { Incident } from '../../../protocol/incident.ts'
import type { Account } from '../api/calls.ts'
import { score, shortTime } from '../app/format.ts'
import { now } from '../app/now.ts'
import { Shape } from '../parts/shape.tsx'
import { keyOf } from './incident-view.ts'
import { stateWords } from './state-words.ts'

interface IncidentListProps {
  incidents: readonly Incident[]
  account: Account
  selected: string | null
  onSelect: (key: string) => void
}

/** Incidents as a list, newest first; one of them is looked at. */
export function IncidentList({ incidents, account, selected, onSelect }: IncidentListProps) {
  return (
    <ul class="incident-list">
      {incidents.map((incident) => {
        const key = keyOf(incident)
        return (
          <IncidentItem
            key={key}
            incident={incident}
            account={account}
            selected={key === selected}
            onSelect={() => onSelect(key)}
          />
        )
      })}
    </ul>
  )
}

interface IncidentItemProps {
  incident: Incident
  account: Account
  selected: boolean
  onSelect: () => void
}

function IncidentItem({ incident, account, selected, onSelect }: IncidentItemProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected) item.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const project = account.projects.find(({ id }) => id === incident.project_id)
  const [first = 'Violation', ...others] = incident.violations
  return (
    <li ref={item} class={selected ? 'incident is-selected' : 'incident'}>
      <Shape mark={incident.flatline ? 'flatline' : incident.alignment_score < 0.7 ? 'red' : 'yellow'} />
      <button
        type="button"
        class="incident-main"
        aria-current={selected ? 'true' : undefined}
        onClick={onSelect}
      >
        <span class="incident-title">
          {first}
          {others.length > 0 && <span class="quiet"> and {others.length} more</span>}
        </span>
        <span class="incident-where quiet">
          {shortTime(Date.parse(incident.timestamp), now.value)} · {incident.run_name || project?.name} · beat{' '}
          {incident.seq}
        </span>
      </button>
      <span class="incident-side">
        <span class={`severity severity-${incident.severity}`}>{incident.severity}</span>
        <span class="quiet">
          {incident.state === 'open' ? score(incident.alignment_score) : stateWords[incident.state]}
          {incident.owner && ` · ${incident.owner.name}`}
        </span>
      </span>
    </li>
  )
}
