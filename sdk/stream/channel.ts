import type { Result } from '../result.ts'
import { holdsBoundary, longestTail, settledLength } from './settled-length.ts'

/** What a check says of a text that may still grow. */
export type Growing =
  | { kind: 'clean' }
  /** It would block as it stands, but may yet turn out well: a harmful request, before it is refused. */
  | { kind: 'doubtful'; result: Result }
  | { kind: 'violation'; result: Result }

/** Judges a growing text, or the last stretch of a long one. */
export interface GrowingCheck {
  check(text: string): Growing
  /** How much new text a check is worth, in characters: until then what came is held. */
  readonly step: number
}

/** How far back a check looks: what lies further back was judged before, and is again when all has come. */
const windowSize = 1024
/** A doubt that lasts so long is one no more. */
const longestDoubt = 16 * 1024

/** One text of a stream: as much of its end as checks need, and how much of it may be released. */
export class Channel {
  readonly #check: GrowingCheck | null
  /** The end of the text; {@link #base} characters stood before it. */
  #window = ''
  #base = 0
  #checked = 0
  #settled = 0
  #released = 0
  #violation: Result | null = null

  /** @param check null where nothing is held or judged */
  constructor(check: GrowingCheck | null) {
    this.#check = check
  }

  /** Characters that came so far. */
  get length(): number {
    return this.#base + this.#window.length
  }

  /** Characters that may be released. */
  get released(): number {
    return this.#released
  }

  /** Characters that are settled, whether they were judged yet or not. */
  get settled(): number {
    return this.#settled
  }

  /** Why nothing more may be released. */
  get violation(): Result | null {
    return this.#violation
  }

  append(text: string): void {
    if (this.#check === null) {
      this.#base += text.length
      this.#settled = this.#released = this.#base
      return
    }
    // In pieces, so that a check never sees more than its window: its time does not grow with what came at once.
    for (let at = 0; at < text.length && this.#violation === null; at += windowSize) {
      const piece = text.slice(at, at + windowSize)
      this.#window += piece
      // Without a blank the last word only grew; looking for its beginning each time would be quadratic.
      if (!holdsBoundary(piece) && this.length - this.#settled <= longestTail) continue
      this.#settled = this.#base + settledLength(this.#window, this.#settled - this.#base)
      if (this.#settled - this.#checked >= this.#check.step) this.#judge(this.#check)
    }
  }

  /** Nothing more comes, or room is needed: what is held is judged as it stands. */
  settle(): void {
    if (this.#check === null || this.#violation !== null || this.#checked === this.length) return
    this.#settled = this.length
    this.#judge(this.#check)
  }

  #judge(check: GrowingCheck): void {
    const settled = this.#settled - this.#base
    const verdict = check.check(this.#window.slice(0, settled))
    this.#checked = this.#settled
    if (verdict.kind === 'violation') this.#violation = verdict.result
    else if (verdict.kind === 'clean') this.#released = this.#settled
    else if (this.#settled - this.#released > longestDoubt) this.#violation = verdict.result
    const excess = settled - windowSize
    if (excess > 0) {
      this.#window = this.#window.slice(excess)
      this.#base += excess
    }
  }
}
