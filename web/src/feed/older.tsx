import { useEffect } from 'preact/hooks'
import { count } from '../app/format.ts'
import { toast } from '../app/toasts.tsx'
import { filter } from '../run/run-place.ts'
import type { RunStore } from '../run/run-store.ts'
import { isFiltering } from './filtered-rows.ts'
import type { PastSearch } from './past-search.ts'
import type { Listing } from './use-filtered.ts'

/** With fewer rows than this listed, older ones are looked for unasked. */
const FEW = 20
/** Somebody who still types a word is not searched for half of it. */
const TYPING_MS = 400

/**
 * The end of the list of a long run, of which only the newest entries are there at first: reads on, or looks through
 * the rest for what passes the filter, and says how far it is.
 */
export function Older({ store, listing: { search, length } }: { store: RunStore; listing: Listing }) {
  void store.calm.value
  const chosen = filter.value
  useEffect(() => void store.searchFor(chosen).catch(sayAway), [store, chosen, store.log.oldest])
  if (search) return <Search key={search} search={search} few={length < FEW} total={search.before} />
  if (!store.hasOlder || isFiltering(chosen)) return null
  return (
    <p class="older">
      <span class="quiet">Listed from #{count(store.log.oldest)} on</span>
      <button
        type="button"
        class="button button-small"
        disabled={store.reading.value}
        onClick={() => void store.readOlder()}
      >
        {store.reading.value ? 'Reading…' : 'Read older'}
      </button>
    </p>
  )
}

const sayAway = () => toast('The server cannot be reached. Filter again in a moment.', 'bad')

interface SearchProps {
  search: PastSearch
  few: boolean
  /** Entries there are to look through. */
  total: number
}

function Search({ search, few, total }: SearchProps) {
  const { reached, is } = search.state.value
  useEffect(() => {
    if (!few) return undefined
    const timer = setTimeout(() => void search.look(), TYPING_MS)
    return () => clearTimeout(timer)
  }, [search])
  if (search.done) return <p class="older quiet">The whole run was looked through.</p>
  const looking = is === 'looking'
  return (
    <div class="older">
      {looking ? (
        <progress aria-label="Looking through older beats" max={total} value={total - reached} />
      ) : (
        <span class="quiet">
          {is === 'failed' ? 'The server did not answer.' : `Looked through from #${count(reached)} on`}
        </span>
      )}
      <button
        type="button"
        class="button button-small"
        onClick={() => (looking ? search.stop() : void search.look())}
      >
        {looking ? 'Stop' : is === 'failed' ? 'Try again' : 'Look further back'}
      </button>
    </div>
  )
}
