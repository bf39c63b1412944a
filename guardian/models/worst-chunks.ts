import type { Stretch } from '../normalise/view.ts'

/** Chunks kept a head: the worst may only look so by one of the models. */
const mostKept = 3

/** The chunks of a text that speak most for each head, worst first. */
export class WorstChunks {
  readonly #scores: Float64Array
  readonly #chunks: (Stretch | undefined)[]

  constructor(heads: number) {
    this.#scores = new Float64Array(heads * mostKept).fill(Number.NEGATIVE_INFINITY)
    this.#chunks = Array.from({ length: heads * mostKept })
  }

  /** Takes a chunk in where it is worse than one kept. UTF-16 units. */
  note(head: number, score: number, start: number, end: number): void {
    const first = head * mostKept
    let at = first + mostKept - 1
    if (score <= (this.#scores[at] as number)) return
    for (; at > first && score > (this.#scores[at - 1] as number); at--) {
      this.#scores[at] = this.#scores[at - 1] as number
      this.#chunks[at] = this.#chunks[at - 1]
    }
    this.#scores[at] = score
    this.#chunks[at] = { start, end }
  }

  of(head: number): Stretch[] {
    return this.#chunks.slice(head * mostKept, (head + 1) * mostKept).filter((chunk) => chunk !== undefined)
  }
}
