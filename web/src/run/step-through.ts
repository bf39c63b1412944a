import type { BeatColumns } from '../trace/columns.ts'
import { stretchOf, type View } from '../trace/view.ts'
import type { RunStore } from './run-store.ts'
import { stepOf, type Stroke } from './step-keys.ts'

type Held = Pick<RunStore, 'shown' | 'whole' | 'log' | 'extent' | 'partial'>

/** The columns that have a beat by itself, those on screen first. */
export function columnsAbout(store: Held, view: View, seq: number | null): BeatColumns {
  const { columns } = store.shown(stretchOf(view, store.extent))
  if (seq === null || columns.rowOf(seq) >= 0) return columns
  return store.log.columns.rowOf(seq) >= 0 ? store.log.columns : store.whole.columns
}

/**
 * Which beat a key leads to in a run of which not all may be here: {@link stepOf} on what is on screen, and on the
 * whole run for what may lie far off. While the past is still coming in, a key that asks for such a beat means
 * nothing: any answer could be wrong.
 *
 * @returns as {@link stepOf}
 */
export function stepThrough(store: Held, view: View, stroke: Stroke, selected: number | null) {
  const about = columnsAbout(store, view, selected)
  const toEnd = stroke.key === 'Home' || stroke.key === 'End'
  if (!stroke.shiftKey && !toEnd) return stepOf(stroke, about, selected)
  if (store.partial) return undefined
  const near = toEnd ? undefined : stepOf(stroke, about, selected)
  return near ?? stepOf(stroke, store.whole.columns, selected)
}
