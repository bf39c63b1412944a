import type { Scan } from './scan.ts'

/** Index of the first element of an ascending list that is greater than `value` (binary search). */
export function firstAfter(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Distance from `position` back to the end of the nearest mark that has any of `bits`, or Infinity when
 * there is none within `reach` units.
 */
export function distanceBefore(scan: Scan, position: number, bits: number, reach: number): number {
  for (let i = firstAfter(scan.markEnd, position) - 1; i >= 0; i--) {
    const end = scan.markEnd[i] ?? 0
    if (position - end > reach) return Infinity
    if (((scan.markBits[i] ?? 0) & bits) !== 0) return position - end
  }
  return Infinity
}

/** Distance from `position` on to the start of the nearest mark that has any of `bits`, or Infinity. */
export function distanceAfter(scan: Scan, position: number, bits: number, reach: number): number {
  for (let i = firstAfter(scan.markEnd, position); i < scan.markEnd.length; i++) {
    const start = scan.markStart[i] ?? 0
    if (start - position > reach) return Infinity
    if (start >= position && ((scan.markBits[i] ?? 0) & bits) !== 0) return start - position
  }
  return Infinity
}

/** True when a word with any of `bits` stands within `before` units in front of a stretch or `after` behind it. */
export function isNear(
  scan: Scan,
  start: number,
  end: number,
  bits: number,
  before: number,
  after: number,
): boolean {
  return (
    distanceBefore(scan, start, bits, before) !== Infinity ||
    (after > 0 && distanceAfter(scan, end, bits, after) !== Infinity)
  )
}
