import { computed, signal } from '@preact/signals'
import { type Address, formatAddress, parseAddress, type Query } from './address.ts'
import type { Place } from './places.ts'

/** Where the page is: the one source for place, view, selection and filter. The address bar follows it. */
export const address = signal<Address>(parseAddress(location.pathname, location.search))

export const place = computed(() => address.value.place)

/** Browsers refuse more than about a hundred changes of the address in ten seconds; a wheel makes more. */
const WRITE_AFTER_MS = 250
let writing: ReturnType<typeof setTimeout> | undefined

/** Goes to another place, with a step in the history. */
export function go(to: Place, query: Query = {}): void {
  flush()
  address.value = { place: to, query }
  history.pushState(null, '', formatAddress(address.value))
  scrollTo(0, 0)
}

/** Goes to an address of the page, as {@link formatAddress} writes it. */
export function goTo(path: string): void {
  const url = new URL(path, location.origin)
  const { place: to, query } = parseAddress(url.pathname, url.search)
  go(to, query)
}

/**
 * Changes what stands behind the question mark.
 *
 * @param how `push` makes a step that the back button undoes
 */
export function changeQuery(query: Query, how: 'push' | 'replace' = 'replace'): void {
  if (how === 'push') flush()
  address.value = { place: address.value.place, query }
  if (how === 'push') history.pushState(null, '', formatAddress(address.value))
  else writing ??= setTimeout(flush, WRITE_AFTER_MS)
}

function flush(): void {
  if (writing === undefined) return
  clearTimeout(writing)
  writing = undefined
  history.replaceState(null, '', formatAddress(address.value))
}

addEventListener('popstate', () => {
  clearTimeout(writing)
  writing = undefined
  address.value = parseAddress(location.pathname, location.search)
})
