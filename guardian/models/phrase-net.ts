import type { TextFeatures } from './text-features.ts'

/**
 * A network over pairs of neighbouring words. Its word vectors were frozen in training, so what every filter
 * gives for a word is a constant: the network ships as one row of int8 a word, and reading a text is looking
 * up rows, adding neighbours and keeping the highest.
 */
export interface PhraseNet {
  readonly filters: number
  readonly means: number
  readonly hidden: number
  /** Open-addressing table of word hashes, a power of two long; `slotRows` is -1 where it is empty. */
  readonly slotHashes: Int32Array
  readonly slotRows: Int32Array
  /** A row a word: `filters` as first of a pair, `filters` as second, `means`. */
  readonly rows: Int8Array
  /** Worth of one step: `filters` (both places share it), then `means`. */
  readonly scales: Float32Array
  readonly filterBias: Float32Array
  /** `hidden` × (`filters` + `means`). */
  readonly inner: Float32Array
  readonly innerBias: Float32Array
  /** heads × (`hidden` + `filters` + `means`). */
  readonly outer: Float32Array
  readonly outerBias: Float32Array
}

/** Finds the place of every word's row. */
export function slotsOf(hashes: Int32Array): { slotHashes: Int32Array; slotRows: Int32Array } {
  let size = 1024
  while (size < hashes.length * 2.5) size *= 2
  const slotHashes = new Int32Array(size)
  const slotRows = new Int32Array(size).fill(-1)
  hashes.forEach((hash, row) => {
    let at = slotOf(hash, size)
    while (slotRows[at] !== -1) at = (at + 1) & (size - 1)
    slotHashes[at] = hash
    slotRows[at] = row
  })
  return { slotHashes, slotRows }
}

function slotOf(hash: number, size: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7) & (size - 1)
}

/** Reads windows with one network; holds the buffers. */
export interface NetReader {
  /**
   * Log-odds of every head for a window.
   * @param out receives one number a head, in the order the network was trained with
   * @returns how many of its words the network knows
   */
  read(features: TextFeatures, out: Float64Array): number
}

export function netReader(net: PhraseNet): NetReader {
  const {
    filters,
    means,
    hidden,
    slotHashes,
    slotRows,
    rows,
    scales,
    filterBias,
    inner,
    innerBias,
    outer,
    outerBias,
  } = net
  const width = 2 * filters + means
  const mask = slotRows.length - 1
  const highest = new Int32Array(filters)
  const sums = new Int32Array(means)
  const pooled = new Float64Array(filters + means)
  const middle = new Float64Array(hidden)

  function rowStart(hash: number): number {
    let at = slotOf(hash, mask + 1)
    for (;;) {
      const row = slotRows[at] as number
      if (row === -1) return -1
      if (slotHashes[at] === hash) return row * width
      at = (at + 1) & mask
    }
  }

  function read({ words, wordCount }: TextFeatures, out: Float64Array): number {
    // A word outside the table adds nothing, so the start of every filter is its bias alone.
    highest.fill(-1_000_000)
    sums.fill(0)
    let known = 0
    let current = wordCount > 0 ? rowStart(words[0] as number) : -1
    for (let t = 0; t < wordCount; t++) {
      const next = t + 1 < wordCount ? rowStart(words[t + 1] as number) : -1
      if (current >= 0) {
        known++
        for (let m = 0; m < means; m++)
          sums[m] = (sums[m] as number) + (rows[current + 2 * filters + m] as number)
        if (next >= 0) {
          for (let f = 0; f < filters; f++) {
            const value = (rows[current + f] as number) + (rows[next + filters + f] as number)
            if (value > (highest[f] as number)) highest[f] = value
          }
        } else {
          for (let f = 0; f < filters; f++) {
            const value = rows[current + f] as number
            if (value > (highest[f] as number)) highest[f] = value
          }
        }
      } else if (next >= 0) {
        for (let f = 0; f < filters; f++) {
          const value = rows[next + filters + f] as number
          if (value > (highest[f] as number)) highest[f] = value
        }
      }
      current = next
    }
    for (let f = 0; f < filters; f++) {
      const value = (filterBias[f] as number) + (scales[f] as number) * (highest[f] as number)
      pooled[f] = known > 0 && value > 0 ? value : 0
    }
    for (let m = 0; m < means; m++)
      pooled[filters + m] = known > 0 ? ((scales[filters + m] as number) * (sums[m] as number)) / known : 0
    const size = filters + means
    for (let k = 0; k < hidden; k++) {
      let sum = innerBias[k] as number
      for (let i = 0, at = k * size; i < size; i++, at++) sum += (inner[at] as number) * (pooled[i] as number)
      middle[k] = sum > 0 ? sum : 0
    }
    const span = hidden + size
    for (let h = 0; h < outerBias.length; h++) {
      let sum = outerBias[h] as number
      let at = h * span
      for (let k = 0; k < hidden; k++, at++) sum += (outer[at] as number) * (middle[k] as number)
      for (let i = 0; i < size; i++, at++) sum += (outer[at] as number) * (pooled[i] as number)
      out[h] = sum
    }
    return known
  }

  return { read }
}
