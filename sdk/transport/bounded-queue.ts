/** A queue that never holds more than it may: what is oldest gives way to what is new. */
export class BoundedQueue<T> {
  #items: T[] = []
  /** What each weighs: side by side, as an object for each pair would weigh as much again. */
  #sizes: number[] = []
  /** Index of the oldest item; the arrays are compacted now and then, so that taking is not linear. */
  #head = 0
  #size = 0
  readonly #maxItems: number
  readonly #maxSize: number

  constructor(limits: { items: number; size: number }) {
    this.#maxItems = limits.items
    this.#maxSize = limits.size
  }

  get length(): number {
    return this.#items.length - this.#head
  }

  /**
   * Adds an item at the end.
   *
   * @param size what it weighs against the limit
   * @returns what had to be dropped for it, oldest first: the item itself when it is larger than the limit
   */
  push(value: T, size: number): T[] {
    if (size > this.#maxSize) return [value]
    this.#items.push(value)
    this.#sizes.push(size)
    this.#size += size
    const dropped: T[] = []
    while (this.length > this.#maxItems || this.#size > this.#maxSize) dropped.push(...this.take(1))
    return dropped
  }

  /** The oldest items, which stay: at most `count`, and at most `size` together. */
  peek(count: number, size: number): T[] {
    const seen: T[] = []
    let weight = 0
    for (let at = this.#head; at < this.#head + count; at++) {
      const item = this.#items[at]
      if (item === undefined) break
      weight += this.#sizes[at] ?? 0
      if (weight > size) break
      seen.push(item)
    }
    return seen
  }

  /**
   * Takes items from the front.
   *
   * @param count at most so many
   * @param size at most so much together, though always at least one item
   * @param fits where given, stops before the first item that does not
   */
  take(count: number, size = Infinity, fits: (value: T, first: T) => boolean = () => true): T[] {
    const taken: T[] = []
    let weight = 0
    while (taken.length < count) {
      const item = this.#items[this.#head]
      const weighs = this.#sizes[this.#head]
      if (item === undefined || weighs === undefined) break
      const first = taken[0]
      if (first !== undefined && (weight + weighs > size || !fits(item, first))) break
      weight += weighs
      taken.push(item)
      this.#head++
    }
    this.#size -= weight
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#sizes = this.#sizes.slice(this.#head)
      this.#head = 0
    }
    return taken
  }
}
