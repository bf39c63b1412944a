import type { Query } from '../app/address.ts'

const NAME = 'custos.places'
/** So many runs are remembered, those looked at last. */
const MOST = 50

/** Where somebody was in the runs they looked at, by run, the one looked at last at the end. */
type Places = [runId: string, query: Query][]

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Remembers what one sees of a run, for the next visit from this browser. */
export function rememberPlace(store: Store, runId: string, query: Query): void {
  const others = read(store).filter(([id]) => id !== runId)
  const places: Places = Object.keys(query).length === 0 ? others : [...others, [runId, query]]
  try {
    store.setItem(NAME, JSON.stringify(places.slice(-MOST)))
  } catch {
    // A browser that keeps nothing, or has no room: one begins anew, as on a first visit.
  }
}

/** What one saw of a run at the last visit, or null. */
export function placeBefore(store: Store, runId: string): Query | null {
  return read(store).find(([id]) => id === runId)?.[1] ?? null
}

/** Forgets every place: the next person at this machine has not been there. */
export function forgetPlaces(store: Store): void {
  try {
    store.removeItem(NAME)
  } catch {
    // Nothing was kept, then.
  }
}

function read(store: Store): Places {
  try {
    const places: unknown = JSON.parse(store.getItem(NAME) ?? '[]')
    return Array.isArray(places) ? places.filter(isPlace) : []
  } catch {
    return []
  }
}

function isPlace(value: unknown): value is Places[number] {
  if (!Array.isArray(value)) return false
  const [runId, query] = value as unknown[]
  return (
    typeof runId === 'string' &&
    typeof query === 'object' &&
    query !== null &&
    Object.values(query).every((each) => typeof each === 'string')
  )
}
