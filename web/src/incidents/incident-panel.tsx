import { useEffect, useRef } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import type { BeatEntry } from '../../../protocol/entry.ts'
import type { Incident, IncidentState } from '../../../protocol/incident.ts'
import { getEntry, type Account } from '../api/calls.ts'
import type { Failure } from '../api/request.ts'
import { fullTime, score } from '../app/format.ts'
import { rightsIn } from '../app/rights.ts'
import { Findings } from '../beat/findings.tsx'
import { Said } from '../beat/said.tsx'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import type { IncidentsStore } from './incidents-store.ts'
import { LabelTasks } from './label-tasks.tsx'
import { stateWords } from './state-words.ts'

interface IncidentPanelProps {
  incident: Incident
  account: Account
  store: IncidentsStore
  onMark: (state: IncidentState) => void
  onClose: () => void
}

const orders: { state: IncidentState; word: string; key: string }[] = [
  { state: 'reviewed', word: 'Reviewed', key: 'r' },
  { state: 'false_alarm', word: 'False alarm', key: 'f' },
  { state: 'fixed', word: 'Fixed', key: 'x' },
  { state: 'open', word: 'Open again', key: 'o' },
]

/** One incident: what was found, what was said, and what to do with it. */
export function IncidentPanel({ incident, account, store, onMark, onClose }: IncidentPanelProps) {
  const beat = useSignal<BeatEntry | null>(null)
  const problem = useSignal<Failure | null>(null)
  const { run_id, seq } = incident
  const mayTriage = rightsIn(account, incident).order

  useEffect(() => {
    let over = false
    beat.value = null
    problem.value = null
    async function fetchBeat() {
      const outcome = await getEntry(run_id, seq)
      if (over) return
      if (!outcome.ok) problem.value = outcome.problem
      else if (outcome.value?.type === 'beat') beat.value = outcome.value
    }
    void fetchBeat()
    return () => {
      over = true
    }
  }, [run_id, seq])

  return (
    <section class="incident-panel" aria-label={`Incident at beat ${seq}`}>
      <header class="incident-head">
        <div>
          <h2>{incident.violations[0] ?? 'Violation'}</h2>
          <p class="quiet">
            {fullTime(Date.parse(incident.timestamp))} · score {score(incident.alignment_score)} ·{' '}
            {stateWords[incident.state]}
          </p>
        </div>
        <span class="spring" />
        <Link to={{ at: 'run', runId: run_id }} query={{ beat: String(seq) }} class="button button-small">
          Open in its run
        </Link>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {mayTriage && (
        <div class="triage" role="group" aria-label="What became of it">
          {orders
            .filter(({ state }) => state !== incident.state)
            .map(({ state, word, key }) => (
              <button key={state} type="button" class="button button-small" onClick={() => onMark(state)}>
                {word} <kbd>{key}</kbd>
              </button>
            ))}
          <Take incident={incident} account={account} store={store} />
        </div>
      )}
      {problem.value && (
        <p class="notice notice-warn">
          {problem.value.title}. {problem.value.detail}
        </p>
      )}
      {beat.value === null ? (
        !problem.value && <p class="quiet">Fetching the beat…</p>
      ) : (
        <>
          <Findings findings={beat.value.findings} reported={beat.value.violations} />
          <Said beat={beat.value} />
        </>
      )}
      {beat.value && mayTriage && <LabelTasks incident={incident} beat={beat.value} store={store} />}
      <Note incident={incident} store={store} mayWrite={mayTriage} />
    </section>
  )
}

function Take({ incident, account, store }: Pick<IncidentPanelProps, 'incident' | 'account' | 'store'>) {
  const mine = incident.owner?.id === account.user.id
  return (
    <button
      type="button"
      class="button button-small"
      onClick={() => void store.change(incident, { owner_id: mine ? null : account.user.id })}
    >
      {mine ? 'Hand back' : incident.owner ? `Take over from ${incident.owner.name}` : 'Take it'} <kbd>t</kbd>
    </button>
  )
}

interface NoteProps {
  incident: Incident
  store: IncidentsStore
  mayWrite: boolean
}

/** What the reviewers write beside it; kept when one leaves the field. */
function Note({ incident, store, mayWrite }: NoteProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (field.current) field.current.value = incident.note ?? ''
  }, [incident.run_id, incident.seq, incident.note])
  if (!mayWrite) return incident.note === null ? null : <p class="notice incident-note">{incident.note}</p>
  function keep() {
    const note = field.current?.value.trim() || null
    if (note !== incident.note) void store.change(incident, { note })
  }
  return (
    <label class="note">
      <span>
        Note <kbd>n</kbd>
      </span>
      <textarea ref={field} rows={3} maxLength={4000} dir="auto" onBlur={keep} />
    </label>
  )
}
