import type { Stretch } from './view.ts'

/** A kind of ASCII signs: 1 at the code of each that belongs to it. */
export function signsOf(signs: string): Uint8Array {
  const kind = new Uint8Array(128)
  for (const sign of signs) kind[sign.charCodeAt(0)] = 1
  return kind
}

/** Whether a UTF-16 unit belongs to a kind; beyond ASCII none does. */
export const isOf = (kind: Uint8Array, unit: number): boolean => unit < 128 && kind[unit] === 1

/**
 * Runs of at least so many signs of a kind, whole. Where the last unit that a run would need is of another kind, or one
 * before it is, the run can only begin behind that: most of a text is never looked at.
 *
 * @param fewest UTF-16 units of a run
 * @param kind as {@link signsOf} gives it
 * @param from where to begin and where to end; default: the whole text
 */
export function longRuns(
  text: string,
  fewest: number,
  kind: Uint8Array,
  from = 0,
  to = text.length,
): Stretch[] {
  const runs: Stretch[] = []
  const isOfKind = (at: number): boolean => isOf(kind, text.charCodeAt(at))
  for (let start = from; start + fewest <= to;) {
    let at = start + fewest - 1
    while (at >= start && isOfKind(at)) at--
    if (at < start) {
      let end = start + fewest
      while (end < to && isOfKind(end)) end++
      runs.push({ start, end })
      at = end
    }
    start = at + 1
  }
  return runs
}
