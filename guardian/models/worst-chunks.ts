import type { Stretch } from '../normalise/view.ts'

/** Chunks kept a head: the worst may only look so by one of the models. */
const mostKept = 3

/** Numbers kept of a chunk: how much it speaks for the head, and where it begins and ends. */
const kept = 3

/** The chunks of a text that speak most for each head, worst first. */
export class WorstChunks {
  /** In one array of numbers, since every text of some length needs room for them. */
  readonly #chunks: Float64Array

  constructor(heads: number) {
    this.#chunks = new Float64Array(heads * mostKept * kept).fill(Number.NEGATIVE_INFINITY)
  }

  /** Takes a chunk in where it is worse than one kept. UTF-16 units. */
  note(head: number, score: number, start: number, end: number): void {
    const chunks = this.#chunks
    const first = head * mostKept * kept
    const last = first + (mostKept - 1) * kept
    if (score <= (chunks[last] as number)) return
    let at = last
    while (at > first && score > (chunks[at - kept] as number)) at -= kept
    for (let to = last + kept - 1; to >= at + kept; to--) chunks[to] = chunks[to - kept] as number
    chunks[at] = score
    chunks[at + 1] = start
    chunks[at + 2] = end
  }

  of(head: number): Stretch[] {
    const stretches: Stretch[] = []
    for (let k = 0; k < mostKept; k++) {
      const at = (head * mostKept + k) * kept
      const [start = -1, end = -1] = this.#chunks.subarray(at + 1, at + kept)
      if (end >= 0) stretches.push({ start, end })
    }
    return stretches
  }
}
