import { entryText, withheldText, type EntryRow } from './entry-text.ts'

/** How a viewer wants its entries: each by itself, or all that come together in one frame. [L3] */
export type Frames = 'single' | 'batch'

/** How entries look to a viewer. */
export interface FrameKind {
  frames: Frames
  /** Whether texts are left out, for a viewer who may not read them. [L7] */
  withheld: boolean
}

/**
 * The frames that carry entries. Each kind is written when the first viewer of that kind is there, and once: to a
 * run that everybody may read whole, withholding costs nothing.
 */
export class EntryFrames {
  readonly #rows: readonly EntryRow[]
  readonly #texts = new Map<boolean, readonly string[]>()
  readonly #batches = new Map<boolean, readonly string[]>()

  constructor(rows: readonly EntryRow[]) {
    this.#rows = rows
  }

  /** The frames for a viewer, in order. */
  of({ frames, withheld }: FrameKind): readonly string[] {
    if (frames === 'single') return this.#textsOf(withheld)
    return kept(this.#batches, withheld, () => oneFrame(this.#textsOf(withheld)))
  }

  #textsOf(withheld: boolean): readonly string[] {
    return kept(this.#texts, withheld, () =>
      this.#rows.map((row) => (withheld ? withheldText(row) : entryText(row))),
    )
  }
}

function kept<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

/** The frame that carries all these entries. */
function oneFrame(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [`{"type":"batch","entries":[${texts.join(',')}]}`]
}
