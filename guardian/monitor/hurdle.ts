import type { CompiledSlot } from './compiled-slot.ts'
import type { WordSet } from './word-set.ts'

/**
 * The least that has to stand on one side of a phrase's anchor: one of the words of the nearest slot that has to be
 * filled, at most so many words away. The words are kept as 32 bits, one for all numbers with the same remainder, so
 * a hurdle lets some through that do not fit, and keeps nearly all the others from being tried.
 */
export interface Hurdle {
  readonly bits: number
  readonly within: number
}

/** There is no slot to fill: everything passes. */
const none: Hurdle = { bits: 0, within: 0 }

/** Longest way through a slot, in words. */
const longest = ({ gap, fits, sequences }: CompiledSlot): number =>
  Math.max(gap, fits === null ? 0 : 1, ...sequences.map(({ sets }) => sets.length))

const bitsOf = (set: WordSet | null | undefined): number =>
  set?.words.reduce((bits, word) => bits | (1 << (word & 31)), 0) ?? 0

/** @param slots nearest first; behind the anchor (1) or before it (-1) */
export function hurdleOf(slots: readonly CompiledSlot[], step: 1 | -1): Hurdle {
  const nearest = slots.findIndex(({ optional }) => !optional)
  const slot = slots[nearest]
  if (slot === undefined) return none
  const bits = slot.sequences.reduce(
    (all, { sets }) => all | bitsOf(step === 1 ? sets[0] : sets.at(-1)),
    bitsOf(slot.fits),
  )
  return { bits, within: slots.slice(0, nearest).reduce((words, passed) => words + longest(passed), 1) }
}

/** Whether what stands beside a word may be what a phrase needs there. */
export function passes(
  ids: Uint16Array,
  count: number,
  at: number,
  step: 1 | -1,
  bits: number,
  within: number,
): boolean {
  if (within === 0) return true
  for (let away = 1, place = at + step; away <= within; away++, place += step) {
    if (place < 0 || place >= count) return false
    if (((bits >>> ((ids[place] ?? 0) & 31)) & 1) === 1) return true
  }
  return false
}
