import { incidentStates, type IncidentCounts } from '../../../protocol/incident.ts'
import { severities } from '../../../protocol/severity.ts'
import type { Account } from '../api/calls.ts'
import { calledIn, useRuleTitles } from '../api/rule-titles.ts'
import { count } from '../app/format.ts'
import type { IncidentView } from './incident-view.ts'
import { stateWords } from './state-words.ts'

interface IncidentFiltersProps {
  view: IncidentView
  /** Null while they are counted. */
  counts: IncidentCounts | null
  account: Account
  onChange: (change: Partial<IncidentView>) => void
}

/** Which incidents to list, each choice with how many there are behind it. */
export function IncidentFilters({ view, counts, account, onChange }: IncidentFiltersProps) {
  const found = counts?.by_rule ?? []
  const called = calledIn(
    useRuleTitles(account),
    found.map(({ rule }) => rule),
  )
  return (
    <div class="incident-filters">
      <div class="states" role="group" aria-label="State">
        {([...incidentStates, null] as const).map((state) => (
          <button
            key={state ?? 'all'}
            type="button"
            class="button button-small"
            aria-pressed={view.state === state}
            onClick={() => onChange({ state })}
          >
            {state === null ? 'All' : stateWords[state]}
            {counts && state !== null && <span class="quiet">{count(counts.by_state[state])}</span>}
          </button>
        ))}
      </div>
      <Choice
        label="Rule"
        all="Every rule"
        value={view.rule}
        options={withChosen(
          view.rule,
          found.map((row) => [row.rule, `${called(row.rule)} (${count(row.count)})`]),
          called,
        )}
        onChange={(rule) => onChange({ rule })}
      />
      <Choice
        label="Severity"
        all="Every severity"
        value={view.severity}
        options={severities.toReversed().map((one) => [one, one])}
        onChange={(value) => onChange({ severity: severities.find((one) => one === value) ?? null })}
      />
      {account.projects.length > 1 && (
        <Choice
          label="Project"
          all="Every project"
          value={view.projectId}
          options={account.projects.map(({ id, name }) => {
            const found = counts?.by_project.find((row) => row.project_id === id)?.count ?? 0
            return [id, counts ? `${name} (${count(found)})` : name]
          })}
          onChange={(projectId) => onChange({ projectId })}
        />
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={view.ownerId === account.user.id}
          onChange={({ currentTarget }) =>
            onChange({ ownerId: currentTarget.checked ? account.user.id : null })
          }
        />
        Mine
      </label>
    </div>
  )
}

interface ChoiceProps {
  label: string
  all: string
  value: string | null
  options: (readonly [value: string, words: string])[]
  onChange: (value: string | null) => void
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <label class="field">
      <span class="only-read">{label}</span>
      <select value={value ?? ''} onChange={({ currentTarget }) => onChange(currentTarget.value || null)}>
        <option value="">{all}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is chosen stays to be seen, also when nothing is left of it. */
function withChosen(
  chosen: string | null,
  options: ChoiceProps['options'],
  called: (id: string) => string,
): ChoiceProps['options'] {
  if (chosen === null || options.some(([value]) => value === chosen)) return options
  return [[chosen, `${called(chosen)} (0)`], ...options]
}
