import { type Mark, marks } from '../trace/columns.ts'
import type { View } from '../trace/view.ts'

/** Where one is: all runs, one run, or whatever run a key is at. */
export type Place = { at: 'runs' } | { at: 'run'; runId: string } | { at: 'key'; keyId: string }

/** What the feed and the table show. */
export interface Filter {
  /** Marks to show; none chosen means all of them, and the run's own events. */
  marks: Mark[]
  rule: string | null
  text: string
}

/** Everything a link to the page holds. */
export interface Address {
  place: Place
  /** `seq` of the beat in the drawer. */
  beat: number | null
  /** Null: as the page sees fit, newest beats first for a run that goes on, all of one that ended. */
  view: View | null
  list: 'feed' | 'table'
  filter: Filter
}

export const noFilter: Filter = { marks: [], rule: null, text: '' }

const home: Address = { place: { at: 'runs' }, beat: null, view: null, list: 'feed', filter: noFilter }

/** The bare address of a place. */
export function addressOf(place: Place): Address {
  return { ...home, place }
}

/**
 * Reads an address. What it does not understand it leaves out, so that an old or mangled link still opens the run.
 *
 * @param pathname of the page, e.g. `/simulator/runs/run_1`
 * @param search with or without its question mark
 */
export function parseAddress(pathname: string, search: string): Address {
  const query = new URLSearchParams(search)
  const wanted = (query.get('show') ?? '').split(',')
  return {
    place: placeOf(pathname, query),
    beat: whole(query.get('beat')),
    view: viewOf(query),
    list: query.get('list') === 'table' ? 'table' : 'feed',
    filter: {
      marks: marks.filter((mark) => wanted.includes(mark)),
      rule: query.get('rule') || null,
      text: query.get('q') ?? '',
    },
  }
}

/** Writes an address as a path with its query; defaults are left out. */
export function formatAddress({ place, beat, view, list, filter }: Address): string {
  const query = new URLSearchParams()
  if (place.at === 'key') query.set('key', place.keyId)
  if (beat !== null) query.set('beat', String(beat))
  if (view?.follow) query.set('span', view.spanS === null ? 'all' : String(view.spanS))
  if (view && !view.follow) {
    query.set('from', String(Math.round(view.from * 1000)))
    query.set('to', String(Math.round(view.to * 1000)))
  }
  if (list === 'table') query.set('list', list)
  if (filter.marks.length > 0) query.set('show', filter.marks.join(','))
  if (filter.rule !== null) query.set('rule', filter.rule)
  if (filter.text !== '') query.set('q', filter.text)
  const path = place.at === 'run' ? `/simulator/runs/${encodeURIComponent(place.runId)}` : '/simulator'
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? path : `${path}?${text}`
}

function placeOf(pathname: string, query: URLSearchParams): Place {
  const runId = /^\/simulator\/runs\/([A-Za-z0-9_.:%-]+)\/?$/.exec(pathname)?.[1]
  if (runId !== undefined) return { at: 'run', runId: decoded(runId) }
  const keyId = query.get('key')
  return keyId ? { at: 'key', keyId } : { at: 'runs' }
}

function viewOf(query: URLSearchParams): View | null {
  const from = whole(query.get('from'))
  const to = whole(query.get('to'))
  if (from !== null && to !== null && to > from) return { follow: false, from: from / 1000, to: to / 1000 }
  const span = query.get('span')
  if (span === 'all') return { follow: true, spanS: null }
  const spanS = whole(span)
  return spanS === null ? null : { follow: true, spanS }
}

function whole(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
