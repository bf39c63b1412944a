import { excerptOf } from './excerpt.ts'
import { fold, type Folded } from './fold.ts'

/** How a view of a text was made: `plain` is the text itself, the others were decoded out of it. */
export type ViewKind =
  | 'plain'
  | 'base64'
  | 'hex'
  | 'binary'
  | 'url'
  | 'escape'
  | 'entity'
  | 'rot13'
  | 'reversed'
  | 'spaced'
  | 'tags'
  | 'joined'
  | 'morse'
  | 'parts'

/** A stretch of the original text, in UTF-16 units, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** One reading of a text, folded for matching, that can say where in the original each of its parts stands. */
export interface View {
  readonly kind: ViewKind
  /** Decoded but not folded: what models and people would read. */
  readonly source: string
  readonly folded: Folded
  /** The whole of what it was decoded from, in the original; null for `plain`. */
  readonly from: Stretch | null
  /** Where stretches of `source` stand in the original; null where they stand at the same place, or `from` says. */
  readonly place: ((stretch: Stretch) => Stretch) | null
}

/** The text itself, or as much of it as is read: see {@link excerptOf}. */
export function plainView(text: string): View {
  const excerpt = excerptOf(text)
  const source = excerpt?.text ?? text
  return { kind: 'plain', source, folded: fold(source), from: null, place: excerpt?.place ?? null }
}

export function decodedView(kind: ViewKind, source: string, from: Stretch): View {
  return { kind, source, folded: fold(source), from, place: null }
}

/** Where a stretch of a view's source stands in the original; a decoded view answers with its whole run. */
export function placed(view: View, stretch: Stretch): Stretch {
  return view.from ?? (view.place === null ? stretch : view.place(stretch))
}

/** Where a stretch of a view's folded text stands in the original; a decoded view answers with its whole run. */
export function inOriginal(view: View, start: number, end: number): Stretch {
  const { starts, ends } = view.folded
  if (starts === null || ends === null) return placed(view, { start, end })
  return placed(view, { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 })
}
