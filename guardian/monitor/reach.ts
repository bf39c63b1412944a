import { choiceKind, edgeKind, gapKind, holds, endOfSlots, plainKind, slotSize } from './phrase-program.ts'
import type { Tokens } from './tokens.ts'

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
 * @param slots where in the program the list of them lies, or the rest of one
 * @param at the word in front of it
 */
export function reach(program: Int32Array, tokens: Tokens, slots: number, at: number, step: Step): number {
  let place = at
  for (let slot = slots; ; slot += slotSize) {
    const kind = program[slot] as number
    if (kind === endOfSlots) return place
    // Where there is a choice, each way on is tried in turn.
    if (kind !== plainKind) return choose(program, tokens, slot, kind, place, step)
    place = neighbourOf(tokens, place, step)
    if (place < 0 || !holds(program, program[slot + 1] as number, tokens.ids[place] as number)) return -1
  }
}

function choose(
  program: Int32Array,
  tokens: Tokens,
  slot: number,
  kind: number,
  at: number,
  step: Step,
): number {
  const next = slot + slotSize
  if (kind === gapKind) return across(program, tokens, next, program[slot + 1] as number, at, step)
  const neighbour = neighbourOf(tokens, at, step)
  if (kind === edgeKind) return neighbour < 0 ? reach(program, tokens, next, at, step) : -1
  if (kind === choiceKind && neighbour >= 0) {
    if (holds(program, program[slot + 1] as number, tokens.ids[neighbour] as number)) {
      const end = reach(program, tokens, next, neighbour, step)
      if (end >= 0) return end
    }
    const sequences = program[slot + 2] as number
    const end = sequences === 0 ? -1 : through(program, tokens, sequences, next, at, step)
    if (end >= 0) return end
  }
  return program[slot + 3] === 1 ? reach(program, tokens, next, at, step) : -1
}

/** Goes on behind a gap: at once, or a word further, as far as it is wide. */
function across(
  program: Int32Array,
  tokens: Tokens,
  next: number,
  gap: number,
  at: number,
  step: Step,
): number {
  let place = at
  for (let skipped = 0; place >= 0; skipped++) {
    const end = reach(program, tokens, next, place, step)
    if (end >= 0 || skipped === gap) return end
    place = neighbourOf(tokens, place, step)
  }
  return -1
}

/** Goes on behind the first sequence that stands next to a word and lets the rest follow. */
function through(
  program: Int32Array,
  tokens: Tokens,
  sequences: number,
  next: number,
  at: number,
  step: Step,
): number {
  let sequence = sequences + 1
  for (let left = program[sequences] as number; left > 0; left--) {
    const last = along(program, tokens, sequence, at, step)
    const end = last < 0 ? -1 : reach(program, tokens, next, last, step)
    if (end >= 0) return end
    sequence += 1 + (program[sequence] as number)
  }
  return -1
}

/** The last word taken when a sequence stands next to a word, or -1. */
function along(program: Int32Array, tokens: Tokens, sequence: number, from: number, step: Step): number {
  const length = program[sequence] as number
  let at = from
  for (let index = 1; index <= length; index++) {
    at = neighbourOf(tokens, at, step)
    const words = program[sequence + (step === 1 ? index : length + 1 - index)] as number
    if (at < 0 || !holds(program, words, tokens.ids[at] as number)) return -1
  }
  return at
}
