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
}

/** The text itself. */
export function plainView(text: string): View {
  return { kind: 'plain', source: text, folded: fold(text), from: null }
}

export function decodedView(kind: ViewKind, source: string, from: Stretch): View {
  return { kind, source, folded: fold(source), from }
}

/** Where a stretch of a view's source stands in the original; a decoded view answers with its whole run. */
export function placed(view: View, stretch: Stretch): Stretch {
  return view.from ?? stretch
}

/** Where a stretch of a view's folded text stands in the original; a decoded view answers with its whole run. */
export function inOriginal(view: View, start: number, end: number): Stretch {
  const { places } = view.folded
  return placed(
    view,
    places === null ? { start, end } : { start: places.start(start), end: places.end(end - 1) },
  )
}
