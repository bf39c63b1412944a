import { denseLayer } from './dense-layer.ts'
import { highestOfPairs, laneValues, type PairRows } from './pair-rows.ts'
import { maxWords } from './text-features.ts'

/**
 * A network over pairs of neighbouring words. Its word vectors were frozen in training, so what every filter
 * gives for a word is a constant: the network ships as one row of int8 a word, and reading a text is looking
 * up rows, adding neighbours and keeping the highest.
 */
export interface PhraseNet {
  readonly filters: number
  readonly means: number
  /** Open-addressing table, a power of two of places long: a word's hash, and its row beside it. 0 is no row. */
  readonly slots: Int32Array
  /** What the filters give for every word. Row 0 stands for all unknown words. */
  readonly rows: PairRows
  /** What every word adds to the means, `means` a row. */
  readonly meanRows: Int8Array
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

/** Finds the place of every word's row; that of the first hash is row 1. */
export function slotsOf(hashes: Int32Array): Int32Array {
  let size = 1024
  while (size < hashes.length * 2.5) size *= 2
  const slots = new Int32Array(size * 2)
  hashes.forEach((hash, index) => {
    let at = slotOf(hash, size)
    while (slots[at * 2 + 1] !== 0) at = (at + 1) & (size - 1)
    slots[at * 2] = hash
    slots[at * 2 + 1] = index + 1
  })
  return slots
}

function slotOf(hash: number, size: number): number {
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7) & (size - 1)
}

/** The words of a window: their 32-bit hashes in order, the first `wordCount` entries. */
export interface Window {
  readonly words: Int32Array
  readonly wordCount: number
}

/** Reads windows with one network; holds the buffers. */
export interface NetReader {
  /**
   * Log-odds of every head for a window.
   * @param out receives one number a head, in the order the network was trained with
   * @returns how many of its words the network knows
   */
  read(window: Window, out: Float64Array): number
}

export function netReader(net: PhraseNet): NetReader {
  const { filters, means, slots, rows, meanRows, scales, filterBias } = net
  const size = slots.length / 2
  const highest = new Int32Array(rows.width)
  const values = new Int32Array(filters)
  const sums = new Int32Array(means)
  const wordRows = new Int32Array(maxWords + 1)
  const pooled = new Float64Array(filters + means)
  const inner = denseLayer(net.inner, net.innerBias)
  const outer = denseLayer(net.outer, net.outerBias)
  const hidden = net.innerBias.length
  const both = new Float64Array(hidden + filters + means)

  function rowOf(hash: number): number {
    for (let at = slotOf(hash, size); ; at = (at + 1) & (size - 1)) {
      const row = slots[at * 2 + 1] as number
      if (row === 0 || slots[at * 2] === hash) return row
    }
  }

  /** Looks up the rows of all words, adds up their means, and says how many are known. */
  function lookUp({ words, wordCount }: Window): number {
    sums.fill(0)
    let known = 0
    for (let t = 0; t < wordCount; t++) {
      const row = rowOf(words[t] as number)
      wordRows[t] = row
      if (row === 0) continue
      known++
      for (let m = 0; m < means; m++) sums[m] = (sums[m] as number) + (meanRows[row * means + m] as number)
    }
    wordRows[wordCount] = 0
    return known
  }

  function read(window: Window, out: Float64Array): number {
    const known = lookUp(window)
    highestOfPairs(rows, wordRows, window.wordCount, highest)
    laneValues(highest, values)
    for (let f = 0; f < filters; f++) {
      const value = (filterBias[f] as number) + (scales[f] as number) * (values[f] as number)
      pooled[f] = known > 0 && value > 0 ? value : 0
    }
    for (let m = 0; m < means; m++)
      pooled[filters + m] = known > 0 ? ((scales[filters + m] as number) * (sums[m] as number)) / known : 0
    const middle = inner.apply(pooled)
    for (let k = 0; k < hidden; k++) both[k] = Math.max(0, middle[k] as number)
    both.set(pooled, hidden)
    const scores = outer.apply(both)
    for (let head = 0; head < net.outerBias.length; head++) out[head] = scores[head] as number
    return known
  }

  return { read }
}
