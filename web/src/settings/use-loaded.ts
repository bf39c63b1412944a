import { useSignal, type Signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Failure, Outcome } from '../api/request.ts'

/** Something that is fetched when the page opens, and again when it changed. */
export interface Loaded<T> {
  /** Null until it is there. */
  value: Signal<T | null>
  problem: Signal<Failure | null>
  reload: () => Promise<void>
}

/**
 * Fetches something for a page.
 *
 * @param about what it is fetched for: another one is fetched anew
 */
export function useLoaded<T>(fetchIt: () => Promise<Outcome<T>>, about: string): Loaded<T> {
  const value = useSignal<T | null>(null)
  const problem = useSignal<Failure | null>(null)
  async function reload() {
    const outcome = await fetchIt()
    problem.value = outcome.ok ? null : outcome.problem
    if (outcome.ok) value.value = outcome.value
  }
  useEffect(() => {
    value.value = null
    void reload()
  }, [about])
  return { value, problem, reload }
}
