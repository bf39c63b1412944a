import { choiceKind, endOfSlots, gapKind, plainKind, slotSize } from './phrase-program.ts'

/**
 * The least that has to stand on one side of a phrase's anchor: one of the words of the nearest slot that has to be
 * filled, at most so many words away. Of the words only the remainders are kept, so a hurdle lets some through that do
 * not fit; it keeps nearly all the others from being tried.
 */
export interface Hurdle {
  /** One bit for all words whose numbers leave the same remainder. */
  readonly rests: number
  readonly within: number
}

/** Bits of {@link Hurdle.rests}: as many as a small integer of any engine has. */
const restBits = 30
const allRests = (1 << restBits) - 1

/** There is no slot to fill: everything passes. */
const none: Hurdle = { rests: 0, within: 0 }

/**
 * The hurdle before a list of slots.
 *
 * @param slots where in the program the list lies, nearest slot first
 * @param step whether it stands behind the anchor (1) or in front of it (-1)
 */
export function hurdleOf(program: Int32Array, slots: number, step: 1 | -1): Hurdle {
  let within = 1
  for (let slot = slots; program[slot] !== endOfSlots; slot += slotSize) {
    if (program[slot + 3] !== 1) return { rests: restsOf(program, slot, step), within }
    within += widthOf(program, slot)
  }
  return none
}

/** Most words that a slot takes. */
function widthOf(program: Int32Array, slot: number): number {
  const kind = program[slot]
  if (kind === gapKind) return program[slot + 1] as number
  if (kind !== plainKind && kind !== choiceKind) return 0
  let width = 1
  for (const sequence of sequencesOf(program, slot)) width = Math.max(width, program[sequence] as number)
  return width
}

function restsOf(program: Int32Array, slot: number, step: 1 | -1): number {
  let rests = wordRests(program, program[slot + 1] as number)
  for (const sequence of sequencesOf(program, slot)) {
    const nearest = step === 1 ? 1 : (program[sequence] as number)
    rests |= wordRests(program, program[sequence + nearest] as number)
  }
  return rests
}

/** Where the sequences of a slot lie. */
function sequencesOf(program: Int32Array, slot: number): number[] {
  const places: number[] = []
  const list = program[slot + 2] as number
  if (list === 0) return places
  let place = list + 1
  for (let left = program[list] as number; left > 0; left--) {
    places.push(place)
    place += 1 + (program[place] as number)
  }
  return places
}

/** Remainders of all words of a set, 32 bits of it at a time: in new processes the first verdict waits for this. */
function wordRests(program: Int32Array, words: number): number {
  const first = program[words] as number
  const count = program[words + 1] as number
  let rests = 0
  for (let index = 0; index < count; index++) {
    const bits = program[words + 2 + index] as number
    const shift = ((first + index) * 32) % restBits
    rests |= turned(bits & allRests, shift) | turned(bits >>> restBits, shift)
  }
  return rests
}

/** Moves bits up; those that leave at the top come in at the bottom. */
function turned(bits: number, by: number): number {
  return ((bits << by) | (bits >>> (restBits - by))) & allRests
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
    if (((rests >> ((ids[place] as number) % restBits)) & 1) === 1) return true
  }
  return false
}
