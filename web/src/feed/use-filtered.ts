import { useMemo } from 'preact/hooks'
import { filter } from '../run/run-place.ts'
import type { RunStore } from '../run/run-store.ts'
import type { FeedRow } from './feed-row.ts'
import { FilteredRows } from './filtered-rows.ts'
import type { PastSearch } from './past-search.ts'

/** What a list shows: places count from the newest row on. */
export interface Listing {
  length: number
  at: (place: number) => FeedRow | undefined
  /** The rows that are listed by themselves, ascending; the same list as long as it only grows. */
  rows: readonly FeedRow[]
  /** The search for more of them further back, where there is any. */
  search: PastSearch | null
}

/** The rows that pass the filter; reading it draws anew when there are more. */
export function useFiltered(store: RunStore): Listing {
  const version = store.calm.value
  const chosen = filter.value
  const { log } = store
  const filtered = useMemo(() => new FilteredRows(chosen), [log, chosen, log.shifts])
  const known = store.search.value
  const search = known?.filter === chosen ? known : null
  void search?.state.value
  useMemo(() => filtered.take(log.rows), [filtered, version])
  return listing(filtered.rows, search)
}

/** Rows in order of `seq`, and those that were found before them, as one list. */
export function listing(rows: readonly FeedRow[], search: PastSearch | null): Listing {
  const found = search?.found ?? []
  return {
    length: rows.length + found.length,
    at: (place) => (place < rows.length ? rows[rows.length - 1 - place] : found[place - rows.length]),
    rows,
    search,
  }
}

/** The place of an entry in a list, or -1. */
export function placeOf({ length, at }: Listing, seq: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((at(middle)?.seq ?? 0) > seq) low = middle + 1
    else high = middle
  }
  return at(low)?.seq === seq ? low : -1
}
