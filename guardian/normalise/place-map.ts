const stride = 3

/**
 * Where the units of a text came from that was made out of another one, unit for unit but for some places. Only these
 * are noted, since a text has few of them; between them the way back is a constant distance.
 */
export class PlaceMap {
  /** Three numbers a place: where it begins in the new text, its length there, and where it ends in the old. */
  #noted = new Int32Array(stride * 16)
  /** The length in the old text, one a place. */
  #widths = new Uint8Array(16)
  #count = 0

  /**
   * Notes that some units became others, in the order of the text. UTF-16 units; a length of 0 is a stretch left out.
   *
   * @param at where the new units begin
   * @param length of the new units
   * @param from where the old units begin
   * @param width of the old units, at most 255
   */
  note(at: number, length: number, from: number, width: number): void {
    if (this.#count === this.#widths.length) this.#grow()
    const k = this.#count++
    this.#noted[k * stride] = at
    this.#noted[k * stride + 1] = length
    this.#noted[k * stride + 2] = from + width
    this.#widths[k] = width
  }

  #grow(): void {
    const noted = new Int32Array(this.#noted.length * 2)
    const widths = new Uint8Array(this.#widths.length * 2)
    noted.set(this.#noted)
    widths.set(this.#widths)
    this.#noted = noted
    this.#widths = widths
  }

  /** Where the old unit begins that this new one came from. */
  start(at: number): number {
    const k = this.#lastUpTo(at)
    if (k < 0) return at
    const beyond = this.#beyond(k, at)
    return this.#end(k) + (beyond < 0 ? -(this.#widths[k] as number) : beyond)
  }

  /** Where the old unit ends that this new one came from. */
  end(at: number): number {
    const k = this.#lastUpTo(at)
    if (k < 0) return at + 1
    const beyond = this.#beyond(k, at)
    return this.#end(k) + (beyond < 0 ? 0 : beyond + 1)
  }

  #end(k: number): number {
    return this.#noted[k * stride + 2] as number
  }

  /** Units from the end of a place to this one; negative within it. */
  #beyond(k: number, at: number): number {
    return at - (this.#noted[k * stride] as number) - (this.#noted[k * stride + 1] as number)
  }

  /** The last place that begins at this unit or before, by halving; -1 for none. */
  #lastUpTo(at: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#noted[middle * stride] as number) <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
