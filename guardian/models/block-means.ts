/**
 * Means of some numbers over blocks of a text, and the highest of them: what stands in a part of a long text is not
 * watered down by the rest. A text that fits into one block has one mean; what is left over at the end and is shorter
 * than half a block counts with the block before.
 */
export interface BlockMeans {
  /** Begins a text. */
  readonly start: () => void
  /** Takes the numbers of a piece that begins at `at`; pieces come in order. */
  readonly add: (numbers: Float64Array, at: number) => void
  /** Writes the highest means. */
  readonly finish: (out: Float64Array) => void
}

/**
 * @param size how many numbers a piece has
 * @param blockLength UTF-16 units of a block
 */
export function blockMeans(size: number, blockLength: number): BlockMeans {
  const sums = new Float64Array(size)
  const before = new Float64Array(size)
  const highest = new Float64Array(size)
  let count = 0
  let countBefore = 0
  let from = 0
  let last = 0
  const raise = () => {
    for (let i = 0; i < size; i++) {
      const mean = (sums[i] as number) / count
      if (mean > (highest[i] as number)) highest[i] = mean
    }
  }
  return {
    start() {
      sums.fill(0)
      highest.fill(Number.NEGATIVE_INFINITY)
      count = countBefore = from = last = 0
    },
    add(numbers, at) {
      if (at >= from + blockLength) {
        raise()
        before.set(sums)
        countBefore = count
        sums.fill(0)
        count = 0
        from = at
      }
      count++
      last = at
      for (let i = 0; i < size; i++) sums[i] = (sums[i] as number) + (numbers[i] as number)
    },
    finish(out) {
      if (countBefore > 0 && last < from + blockLength / 2) {
        for (let i = 0; i < size; i++) sums[i] = (sums[i] as number) + (before[i] as number)
        count += countBefore
      }
      raise()
      out.set(highest)
    },
  }
}
