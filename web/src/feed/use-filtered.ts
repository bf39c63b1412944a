import { useMemo } from 'preact/hooks'
import { filter } from '../run/run-place.ts'
import type { RunStore } from '../run/run-store.ts'
import { FilteredRows } from './filtered-rows.ts'

/** Indices of the rows that pass the filter, ascending; reading it draws anew when there are more. */
export function useFiltered(store: RunStore): readonly number[] {
  const version = store.calm.value
  const chosen = filter.value
  const { log } = store
  const filtered = useMemo(() => new FilteredRows(chosen), [log, chosen, log.shifts])
  return useMemo(() => {
    filtered.take(log.rows)
    return filtered.indices
  }, [filtered, version])
}
