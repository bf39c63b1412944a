import { type Place, pathOf, placeOf } from './places.ts'

/** What stands behind the question mark: each room reads and writes its own names. */
export type Query = Readonly<Record<string, string>>

/** Everything a link to the page holds. */
export interface Address {
  place: Place
  query: Query
}

/**
 * Reads an address.
 *
 * @param pathname of the page, e.g. `/simulator/runs/run_1`
 * @param search with or without its question mark; of a name given twice the last counts
 */
export function parseAddress(pathname: string, search: string): Address {
  const query = Object.fromEntries(new URLSearchParams(search))
  const place = placeOf(pathname)
  const { key, ...rest } = query
  // Links to a key once had it behind the question mark.
  if (place.at === 'runs' && key) return { place: { at: 'key', keyId: key }, query: rest }
  return { place, query }
}

/** Writes an address as a path with its query. */
export function formatAddress({ place, query }: Address): string {
  const text = new URLSearchParams(query).toString().replaceAll('%2C', ',')
  return text === '' ? pathOf(place) : `${pathOf(place)}?${text}`
}
