import { computed, signal } from '@preact/signals'
import { type Address, type Place, addressOf, formatAddress, parseAddress } from './address.ts'

/** Where the page is: the one source for place, view, selection and filter. The address bar follows it. */
export const address = signal<Address>(parseAddress(location.pathname, location.search))

export const place = computed(() => address.value.place)
export const selectedBeat = computed(() => address.value.beat)
export const filter = computed(() => address.value.filter)
export const list = computed(() => address.value.list)

/** Browsers refuse more than about a hundred changes of the address in ten seconds; a wheel makes more. */
const WRITE_AFTER_MS = 250
let writing: ReturnType<typeof setTimeout> | undefined

/** Goes to another place, with a step in the history. */
export function go(next: Place): void {
  flush()
  address.value = addressOf(next)
  history.pushState(null, '', formatAddress(address.value))
  scrollTo(0, 0)
}

/**
 * Changes part of the address.
 *
 * @param how `push` makes a step that the back button undoes
 */
export function change(part: Partial<Omit<Address, 'place'>>, how: 'push' | 'replace' = 'replace'): void {
  if (how === 'push') flush()
  address.value = { ...address.value, ...part }
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

/** Selects a beat or, with null, closes the drawer; opening is a step back, moving on is not. */
export function select(beat: number | null): void {
  if (beat === address.value.beat) return
  change({ beat }, beat !== null && address.value.beat === null ? 'push' : 'replace')
}
