import './incidents.css'
import '../beat/beat.css'
import { useEffect, useMemo } from 'preact/hooks'
import type { Incident, IncidentState } from '../../../protocol/incident.ts'
import type { Account } from '../api/calls.ts'
import { address, changeQuery, go } from '../app/navigation.ts'
import { may, rightsIn } from '../app/rights.ts'
import { Blank } from '../parts/blank.tsx'
import { ExportButton } from './export-button.tsx'
import { IncidentFilters } from './incident-filters.tsx'
import { IncidentList } from './incident-list.tsx'
import { IncidentPanel } from './incident-panel.tsx'
import { addressOf, keyOf, queryOf, viewOf, type IncidentView } from './incident-view.ts'
import { IncidentsStore } from './incidents-store.ts'
import { triageOf } from './triage-keys.ts'

const REFRESH_MS = 10_000

/** Violations across runs, to be looked at one by one. */
export function IncidentsPage({ account }: { account: Account }) {
  const { query } = address.value
  const view = viewOf(query)
  const selected = query.incident ?? null
  const store = useMemo(() => new IncidentsStore(view), [queryOf(view)])

  useEffect(() => {
    document.title = 'Incidents · Custos'
    const refresh = () => {
      if (!document.hidden) void store.refresh()
    }
    refresh()
    const timer = setInterval(refresh, REFRESH_MS)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [store])

  const list = store.incidents.value
  const place = list?.findIndex((one) => keyOf(one) === selected) ?? -1
  const current = list?.[place]

  const select = (key: string | null) => changeQuery(addressOf(view, key))
  const narrow = (change: Partial<IncidentView>) =>
    changeQuery(addressOf({ ...view, ...change }, null), 'push')

  function step(by: 1 | -1) {
    const next = list?.[place === -1 ? 0 : place + by]
    if (next) select(keyOf(next))
  }

  /** Marks it and goes on to the next, so that a queue is worked off with one key. */
  async function mark(incident: Incident, state: IncidentState) {
    if (incident.state === state || !rightsIn(account, incident).order) return
    const next = list?.[place + 1] ?? list?.[place - 1]
    const taken = await store.mark(incident, state)
    const left = taken && view.state !== null && view.state !== state
    if (left && address.value.query.incident === keyOf(incident)) select(next ? keyOf(next) : null)
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const triage = triageOf(event)
      if (!triage) return
      if (triage.do === 'step') step(triage.by)
      else if (!current) return
      else if (triage.do === 'mark') void mark(current, triage.state)
      else if (triage.do === 'close') select(null)
      else if (triage.do === 'note') document.querySelector<HTMLElement>('.note textarea')?.focus()
      else if (triage.do === 'open') go({ at: 'run', runId: current.run_id }, { beat: String(current.seq) })
      else if (rightsIn(account, current).order) {
        const mine = current.owner?.id === account.user.id
        void store.change(current, { owner_id: mine ? null : account.user.id })
      }
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })

  const problem = store.problem.value
  if (list === null) {
    return (
      <main class="page">
        {problem ? (
          <Blank title={problem.title}>
            <p>{problem.detail}</p>
            <button type="button" class="button button-main" onClick={() => void store.refresh()}>
              Try again
            </button>
          </Blank>
        ) : (
          <Blank title="Looking for incidents…" line="busy" />
        )}
      </main>
    )
  }
  const counts = store.counts.value
  const labels = account.organizations.some(({ role }) => may(role, 'run:export'))
  return (
    <main class={current ? 'page incidents has-panel' : 'page incidents'}>
      <div class="page-head">
        <h1>Incidents</h1>
        {labels && <ExportButton view={view} />}
      </div>
      <IncidentFilters view={view} counts={counts} account={account} onChange={narrow} />
      {problem && (
        <p class="notice notice-warn" role="status">
          {problem.title}. This list may be old; it is tried again every few seconds.
        </p>
      )}
      <div class="incident-columns">
        {list.length === 0 ? (
          <Nothing
            view={view}
            onAll={() => narrow({ state: null, rule: null, severity: null, ownerId: null, projectId: null })}
          />
        ) : (
          <div>
            <IncidentList incidents={list} account={account} selected={selected} onSelect={select} />
            {store.more.value !== null && (
              <button type="button" class="button" onClick={() => void store.loadMore()}>
                Show older incidents
              </button>
            )}
            <p class="key-help quiet">
              <kbd>j</kbd> <kbd>k</kbd> step, <kbd>r</kbd> reviewed, <kbd>f</kbd> false alarm, <kbd>x</kbd>{' '}
              fixed, <kbd>o</kbd> open again, <kbd>t</kbd> take, <kbd>n</kbd> note, <kbd>Enter</kbd> open in
              its run
            </p>
          </div>
        )}
        {current && (
          <IncidentPanel
            incident={current}
            account={account}
            store={store}
            onMark={(state) => void mark(current, state)}
            onClose={() => select(null)}
          />
        )}
      </div>
    </main>
  )
}

function Nothing({ view, onAll }: { view: IncidentView; onAll: () => void }) {
  const narrowed =
    view.rule !== null || view.severity !== null || view.ownerId !== null || view.projectId !== null
  if (view.state === null && !narrowed) {
    return (
      <Blank title="No incidents yet" line="calm">
        <p>Every beat with a violation will be listed here, across all runs.</p>
      </Blank>
    )
  }
  return (
    <Blank title={view.state === 'open' && !narrowed ? 'Nothing is open' : 'None like these'} line="calm">
      <p>
        {view.state === 'open' && !narrowed
          ? 'Every incident has been looked at.'
          : 'No incident matches the filters.'}
      </p>
      <button type="button" class="button" onClick={onAll}>
        Show all incidents
      </button>
    </Blank>
  )
}
