import type { CompiledSlot } from './compiled-slot.ts'
import type { Tokens } from './tokens.ts'
import type { WordSet } from './word-set.ts'

type Step = 1 | -1

/** Index of the next word in a direction, or -1 at the edge of the text or of a sentence. */
function neighbourOf(tokens: Tokens, at: number, step: Step): number {
  const next = at + step
  if (next < 0 || next >= tokens.count) return -1
  return tokens.breaks[step === 1 ? next : at] === 1 ? -1 : next
}

/**
 * Follows slots from a word outwards: the index of the furthest word taken, or -1 where they do not fit.
 *
 * @param next which of the slots comes first
 * @param at the word in front of it
 */
export function reach(
  tokens: Tokens,
  slots: readonly CompiledSlot[],
  next: number,
  at: number,
  step: Step,
): number {
  let place = at
  for (let index = next; index < slots.length; index++) {
    const slot = slots[index]
    // Where there is a choice, each way on is tried in turn.
    if (slot === undefined || !slot.plain) return choose(tokens, slots, index, place, step)
    place = neighbourOf(tokens, place, step)
    if (place < 0 || slot.fits?.has(tokens.ids[place] ?? 0) !== true) return -1
  }
  return place
}

function choose(
  tokens: Tokens,
  slots: readonly CompiledSlot[],
  next: number,
  at: number,
  step: Step,
): number {
  const slot = slots[next]
  if (slot === undefined) return at
  if (slot.edge) return neighbourOf(tokens, at, step) < 0 ? reach(tokens, slots, next + 1, at, step) : -1
  if (slot.fits === null) return across(tokens, slots, next, at, step)
  const neighbour = neighbourOf(tokens, at, step)
  if (neighbour >= 0) {
    if (slot.fits.has(tokens.ids[neighbour] ?? 0)) {
      const end = reach(tokens, slots, next + 1, neighbour, step)
      if (end >= 0) return end
    }
    for (const { sets } of slot.sequences) {
      const through = along(tokens, sets, at, step)
      if (through < 0) continue
      const end = reach(tokens, slots, next + 1, through, step)
      if (end >= 0) return end
    }
  }
  return slot.optional ? reach(tokens, slots, next + 1, at, step) : -1
}

/** Goes on behind a gap: at once, or a word further, as far as it is wide. */
function across(
  tokens: Tokens,
  slots: readonly CompiledSlot[],
  next: number,
  at: number,
  step: Step,
): number {
  const gap = slots[next]?.gap ?? 0
  let place = at
  for (let skipped = 0; place >= 0; skipped++) {
    const end = reach(tokens, slots, next + 1, place, step)
    if (end >= 0 || skipped === gap) return end
    place = neighbourOf(tokens, place, step)
  }
  return -1
}

/** The last word taken when a sequence stands next to a word, or -1. */
function along(tokens: Tokens, sequence: readonly WordSet[], from: number, step: Step): number {
  let at = from
  for (let index = 0; index < sequence.length; index++) {
    at = neighbourOf(tokens, at, step)
    const set = sequence[step === 1 ? index : sequence.length - 1 - index]
    if (at < 0 || set === undefined || !set.has(tokens.ids[at] ?? 0)) return -1
  }
  return at
}
