import { change, filter } from '../run/run-place.ts'
import { noFilter } from '../run/run-query.ts'
import type { RunStore } from '../run/run-store.ts'
import { isFiltering } from './filtered-rows.ts'
import type { PastSearch } from './past-search.ts'

/** What a list says that has nothing to show: whether nothing came, nothing passes, or nothing was found so far. */
export function NoRow({ store, search }: { store: RunStore; search: PastSearch | null }) {
  if (!isFiltering(filter.value)) return <p class="feed-empty">Nothing yet.</p>
  if (store.hasOlder && !search?.done) return <p class="feed-empty">None so far.</p>
  return (
    <p class="feed-empty">
      No beat passes the filter.
      <br />
      <button type="button" class="button button-small" onClick={() => change({ filter: noFilter })}>
        Show all
      </button>
    </p>
  )
}
