import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Query } from '../app/address.ts'
import { address, changeQuery } from '../app/navigation.ts'
import { toast } from '../app/toasts.tsx'
import { placeBefore, rememberPlace } from './last-place.ts'
import type { RunStore } from './run-store.ts'

const REMEMBER_AFTER_MS = 400

/** Where the drawer lies over everything, an open beat would hide how the run is: there it stays closed. */
function placeFor(before: Query): Query {
  if (!matchMedia('(max-width: 860px)').matches) return before
  const { beat: _, ...rest } = before
  return rest
}

/**
 * Takes one back to where one was in a run, unless the address says where to look, or the run is in trouble: then
 * its trouble is what must be seen.
 */
export function useLastPlace(store: RunStore): void {
  useEffect(() => {
    const { place, query } = address.peek()
    if (place.at !== 'run') return undefined
    const before = Object.keys(query).length === 0 ? placeBefore(localStorage, store.id) : null
    let restored = before === null
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = effect(() => {
      const run = store.run.value
      const { query: now } = address.value
      if (!run) return
      if (!restored) {
        restored = true
        if (before === null || run.status === 'misaligned' || Object.keys(now).length > 0) return
        changeQuery(placeFor(before))
        toast('Back where you left this run.', 'plain', { label: 'Newest', run: () => changeQuery({}) })
        return
      }
      clearTimeout(timer)
      timer = setTimeout(() => rememberPlace(localStorage, store.id, now), REMEMBER_AFTER_MS)
    })
    return stop
  }, [store])
}
