/** What is kept of a stream's text at most, in characters: more than the server stores. */
const longest = 1024 * 1024

/** The text of a stream as it is recorded; of an endless one its head and its tail. */
export class Transcript {
  readonly #texts = new Map<string, { head: string; tail: string; left: number }>()

  #length = 0

  /** Characters that came, in all. */
  get length(): number {
    return this.#length
  }

  append(channel: string, text: string): void {
    let entry = this.#texts.get(channel)
    // A stream of ever new names is not kept apart for ever.
    if (entry === undefined && this.#texts.size >= 64) entry = this.#texts.values().next().value
    if (entry === undefined) {
      entry = { head: '', tail: '', left: 0 }
      this.#texts.set(channel, entry)
    }
    this.#length += text.length
    const half = longest / 2 / this.#texts.size
    const room = Math.max(0, half - entry.head.length)
    entry.head += text.slice(0, room)
    entry.tail += text.slice(room)
    // Cut now and then only: cutting each time would copy the tail each time.
    if (entry.tail.length > 2 * half) {
      const excess = entry.tail.length - half
      entry.left += excess
      entry.tail = entry.tail.slice(excess)
    }
  }

  /** All of it, one text after the other; null when there was none. */
  text(): string | null {
    if (this.#texts.size === 0) return null
    const parts = [...this.#texts.values()].map(({ head, tail, left }) =>
      left === 0 ? head + tail : `${head}\n[… ${left} characters …]\n${tail}`,
    )
    return parts.join('\n')
  }
}
