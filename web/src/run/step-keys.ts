import { type BeatColumns, firstFrom } from '../trace/columns.ts'

/** A key and whether it was meant for a field. */
export interface Stroke extends Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> {
  typing: boolean
}

/**
 * Which beat a key leads to: arrows step from beat to beat, with Shift from one that is not green to the next,
 * Home and End go to the ends, Escape closes.
 *
 * @param selected `seq` of the beat one is at, or null
 * @returns its `seq`, null to close, undefined when the key means nothing here
 */
export function stepOf(
  event: Stroke,
  columns: BeatColumns,
  selected: number | null,
): number | null | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.typing) return undefined
  if (event.key === 'Escape') return selected === null ? undefined : null
  const { length, seq, mark, summary, gap } = columns
  if (length === 0) return undefined
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  if (by !== 0) {
    let row = selected === null ? length - 1 : rowBeside(columns, selected, by)
    if (event.shiftKey) while (row >= 0 && row < length && (mark[row] === 0 || summary[row] === 1)) row += by
    // Beside beats that are missing, or here in summary, the neighbour is known by its number alone.
    else if (selected !== null && (gap[by > 0 ? row : row + 1] === 1 || summary[row] === 1))
      return selected + by > 0 ? selected + by : undefined
    return row >= 0 && row < length ? seq[row] : undefined
  }
  if (event.key === 'Home') return seq[0]
  if (event.key === 'End') return seq[length - 1]
  return undefined
}

/** The row before or after a beat; after one that is not here itself, that is the one at its place. */
function rowBeside(columns: BeatColumns, selected: number, by: 1 | -1): number {
  const at = firstFrom(columns.seq, columns.length, selected)
  return by < 0 ? at - 1 : columns.rowOf(selected) === at ? at + 1 : at
}

/** Reads a stroke from the browser's event. */
export function strokeOf({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent): Stroke {
  const typing = target instanceof HTMLElement && target.closest('input, select, textarea') !== null
  return { key, shiftKey, ctrlKey, metaKey, altKey, typing }
}
