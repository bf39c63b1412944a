import { count } from '../app/format.ts'
import type { RunStore } from '../run/run-store.ts'

/** Of a long run only the newest entries are listed at first: this reads on, and says how far the list goes. */
export function Older({ store }: { store: RunStore }) {
  void store.calm.value
  if (!store.hasOlder) return null
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
