import { computed } from '@preact/signals'
import { address, changeQuery } from '../app/navigation.ts'
import { readRunQuery, type RunQuery, writeRunQuery } from './run-query.ts'

const query = computed(() => readRunQuery(address.value.query))

export const chosenView = computed(() => query.value.view)
export const selectedBeat = computed(() => query.value.beat)
const filterText = computed(() => JSON.stringify(query.value.filter))
/** The same object as long as it says the same: lists that are filtered by it are begun anew when it changes. */
export const filter = computed(() => {
  void filterText.value
  return query.peek().filter
})
export const list = computed(() => query.value.list)

/**
 * Changes part of what the address says of a run.
 *
 * @param how `push` makes a step that the back button undoes
 */
export function change(part: Partial<RunQuery>, how: 'push' | 'replace' = 'replace'): void {
  changeQuery(writeRunQuery({ ...query.peek(), ...part }), how)
}

/** Selects a beat or, with null, closes the drawer; opening is a step back, moving on is not. */
export function select(beat: number | null): void {
  const before = selectedBeat.peek()
  if (beat === before) return
  change({ beat }, beat !== null && before === null ? 'push' : 'replace')
}
