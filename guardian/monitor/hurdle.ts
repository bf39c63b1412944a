import type { CompiledSlot } from './compiled-slot.ts'
import { mayHold } from './word-set.ts'

/**
 * The least that has to stand on one side of a phrase's anchor: one of the words of the nearest slot that has to be
 * filled, at most so many words away. Of the words only the remainders are kept, so a hurdle lets some through that do
 * not fit; it keeps nearly all the others from being tried.
 */
export interface Hurdle {
  readonly rests: number
  readonly within: number
}

/** There is no slot to fill: everything passes. */
const none: Hurdle = { rests: 0, within: 0 }

/** @param slots nearest first; behind the anchor (1) or before it (-1) */
export function hurdleOf(slots: readonly CompiledSlot[], step: 1 | -1): Hurdle {
  let within = 1
  for (const slot of slots) {
    if (!slot.optional) return { rests: step === 1 ? slot.firstRests : slot.lastRests, within }
    within += slot.longest
  }
  return none
}

/** Whether what stands beside a word may be what a phrase needs there. */
export function passes(
  ids: Uint16Array,
  count: number,
  at: number,
  step: 1 | -1,
  rests: number,
  within: number,
): boolean {
  if (within === 0) return true
  for (let away = 1, place = at + step; away <= within; away++, place += step) {
    if (place < 0 || place >= count) return false
    if (mayHold(rests, ids[place] as number)) return true
  }
  return false
}
