import type { Query } from '../app/address.ts'
import { type Mark, marks } from '../trace/columns.ts'
import type { View } from '../trace/view.ts'

/** What the feed and the table show. */
export interface Filter {
  /** Marks to show; none chosen means all of them, and the run's own events. */
  marks: Mark[]
  rule: string | null
  text: string
}

/** What a link to a run holds beside the run. */
export interface RunQuery {
  /** `seq` of the beat in the drawer. */
  beat: number | null
  /** Null: as the page sees fit, newest beats first for a run that goes on, all of one that ended. */
  view: View | null
  list: 'feed' | 'table'
  filter: Filter
}

export const noFilter: Filter = { marks: [], rule: null, text: '' }

/** Reads the query of a run. What it does not understand it leaves out: an old link still opens the run. */
export function readRunQuery(query: Query): RunQuery {
  const wanted = (query['show'] ?? '').split(',')
  return {
    beat: whole(query['beat']),
    view: viewOf(query),
    list: query['list'] === 'table' ? 'table' : 'feed',
    filter: {
      marks: marks.filter((mark) => wanted.includes(mark)),
      rule: query['rule'] || null,
      text: query['q'] ?? '',
    },
  }
}

/** Writes the query of a run; defaults are left out. */
export function writeRunQuery({ beat, view, list, filter }: RunQuery): Query {
  return {
    ...(beat !== null && { beat: String(beat) }),
    ...(view?.follow && { span: view.spanS === null ? 'all' : String(view.spanS) }),
    ...(view?.follow === false && { from: milliseconds(view.from), to: milliseconds(view.to) }),
    ...(list === 'table' && { list }),
    ...(filter.marks.length > 0 && { show: filter.marks.join(',') }),
    ...(filter.rule !== null && { rule: filter.rule }),
    ...(filter.text !== '' && { q: filter.text }),
  }
}

function viewOf(query: Query): View | null {
  const from = whole(query['from'])
  const to = whole(query['to'])
  if (from !== null && to !== null && to > from) return { follow: false, from: from / 1000, to: to / 1000 }
  if (query['span'] === 'all') return { follow: true, spanS: null }
  const spanS = whole(query['span'])
  return spanS === null ? null : { follow: true, spanS }
}

function milliseconds(seconds: number): string {
  return String(Math.round(seconds * 1000))
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
