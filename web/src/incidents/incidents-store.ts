import { signal } from '@preact/signals'
import type { Incident, IncidentChange, IncidentCounts, IncidentState } from '../../../protocol/incident.ts'
import { getEntry } from '../api/calls.ts'
import type { Failure } from '../api/request.ts'
import { toast } from '../app/toasts.tsx'
import { changeIncident, countIncidents, listIncidents } from './incident-calls.ts'
import { belongs, keyOf, type IncidentView } from './incident-view.ts'
import { markedAs, unmarked } from './marked-as.ts'
import { stateWords } from './state-words.ts'

/** The incidents of a view, as far as they are loaded, and what is done to them. */
export class IncidentsStore {
  /** Null until the first answer. */
  readonly incidents = signal<Incident[] | null>(null)
  readonly counts = signal<IncidentCounts | null>(null)
  readonly problem = signal<Failure | null>(null)
  readonly more = signal<string | null>(null)
  readonly view: IncidentView
  /** Changes whose answer is awaited: a list that was asked for before them is old. */
  #changes = 0

  constructor(view: IncidentView) {
    this.view = view
  }

  /** Asks for the newest page; older ones that are loaded stay. */
  async refresh(): Promise<void> {
    const changes = this.#changes
    const [page, counts] = await Promise.all([listIncidents(this.view), countIncidents(this.view)])
    this.problem.value = page.ok ? null : page.problem
    if (!page.ok || changes !== this.#changes) return
    if (counts.ok) this.counts.value = counts.value
    const { data, next_cursor } = page.value
    const fresh = new Set(data.map(keyOf))
    const oldest = data.at(-1)?.timestamp ?? ''
    const kept = (this.incidents.value ?? []).filter(
      (one) => next_cursor !== null && !fresh.has(keyOf(one)) && one.timestamp <= oldest,
    )
    this.incidents.value = [...data, ...kept]
    if (kept.length === 0) this.more.value = next_cursor
  }

  async loadMore(): Promise<void> {
    const page = await listIncidents(this.view, this.more.value)
    if (!page.ok) {
      this.problem.value = page.problem
      return
    }
    this.incidents.value = [...(this.incidents.value ?? []), ...page.value.data]
    this.more.value = page.value.next_cursor
  }

  /**
   * Marks an incident; a false alarm is labelled so too. Where the beat cannot be read it is marked all the same.
   *
   * @returns whether the server took it
   */
  async mark(incident: Incident, state: IncidentState): Promise<boolean> {
    const learns = state === 'false_alarm' && incident.labels.length === 0
    const entry = learns ? await getEntry(incident.run_id, incident.seq) : null
    const beat = entry?.ok && entry.value?.type === 'beat' ? entry.value : null
    return this.change(incident, markedAs(state, incident, beat?.findings ?? []))
  }

  /**
   * Changes an incident, says so, and offers to take it back.
   *
   * @returns whether the server took it
   */
  async change(incident: Incident, change: IncidentChange): Promise<boolean> {
    this.#changes += 1
    const outcome = await changeIncident(incident, change)
    this.#changes += 1
    if (!outcome.ok) {
      toast(`${outcome.problem.title}. ${outcome.problem.detail}`, 'bad')
      return false
    }
    this.#replace(outcome.value)
    if (change.state !== undefined && change.state !== incident.state) {
      const labelled = change.labels?.length ? ' Its findings are labelled “No”.' : ''
      toast(`Beat ${incident.seq}: ${stateWords[change.state].toLowerCase()}.${labelled}`, 'plain', {
        label: 'Undo',
        run: () => void this.change(outcome.value, unmarked(incident, change)),
      })
    }
    const counts = await countIncidents(this.view)
    if (counts.ok) this.counts.value = counts.value
    return true
  }

  /** Puts an incident where it was; one that belongs to the view no more goes, one that came back comes. */
  #replace(incident: Incident): void {
    const list = this.incidents.value ?? []
    const key = keyOf(incident)
    if (!belongs(incident, this.view)) {
      this.incidents.value = list.filter((one) => keyOf(one) !== key)
      return
    }
    const known = list.some((one) => keyOf(one) === key)
    const next = known ? list.map((one) => (keyOf(one) === key ? incident : one)) : [...list, incident]
    this.incidents.value = next.toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
  }
}
