/**
 * What every filter gives for a word, three filters to a number: each has a lane of ten bits, nine for the value and
 * one that stays free. So the filters' answers to a pair of words are added three at a time, and compared three at a
 * time with the highest so far: a lane's free bit, set before the subtraction, is still set after it where nothing
 * had to be borrowed from it.
 */
export interface PairRows {
  /** Numbers a row holds for one place of a pair. */
  readonly width: number
  /** A row a word: `width` numbers as first of a pair, `width` as second. Row 0 stands for all unknown words. */
  readonly lanes: Int32Array
}

const filtersPerLane = 3
const laneBits = 10
const laneMask = 0x1ff
/** The free bits of all lanes. */
const guards = 0x20080200
/** What every int8 is raised by, so that no lane is ever negative. */
const raisedBy = 128

/** Values of all filters for one word, packed. */
function pack(values: Int8Array, from: number, filters: number, lanes: Int32Array, to: number): void {
  const width = Math.ceil(filters / filtersPerLane)
  for (let at = 0; at < width; at++) {
    let packed = 0
    for (let lane = 0; lane < filtersPerLane; lane++) {
      const filter = at * filtersPerLane + lane
      const value = filter < filters ? (values[from + filter] as number) : 0
      packed |= (value + raisedBy) << (lane * laneBits)
    }
    lanes[to + at] = packed
  }
}

/**
 * Packs rows that are handed over one by one.
 * @param rowOf the int8 values of a word: `filters` as first of a pair, then `filters` as second
 */
export function pairRows(words: number, filters: number, rowOf: (word: number) => Int8Array): PairRows {
  const width = Math.ceil(filters / filtersPerLane)
  const lanes = new Int32Array((words + 1) * 2 * width)
  const unknown = new Int8Array(2 * filters)
  for (let row = 0; row <= words; row++) {
    const values = row === 0 ? unknown : rowOf(row - 1)
    pack(values, 0, filters, lanes, row * 2 * width)
    pack(values, filters, filters, lanes, (row * 2 + 1) * width)
  }
  return { width, lanes }
}

/**
 * The highest of every filter over all pairs of neighbours, lane by lane. Nothing in the inner loop depends on which
 * is higher but the bits: a branch would be guessed wrong too often.
 *
 * @param words rows of the words in order, the first `count` entries; a 0 behind them ends the last pair
 * @param highest receives `width` numbers
 */
export function highestOfPairs(
  { width, lanes }: PairRows,
  words: Int32Array,
  count: number,
  highest: Int32Array,
): void {
  highest.fill(0)
  for (let word = 0; word < count; word++) {
    const first = words[word] as number
    const second = words[word + 1] as number
    // Of two unknown words nothing is known, whatever else the text holds.
    if (first === 0 && second === 0) continue
    let a = first * 2 * width
    let b = (second * 2 + 1) * width
    for (let at = 0; at < width; at++) {
      const sum = (lanes[a++] as number) + (lanes[b++] as number)
      const most = highest[at] as number
      const higher = ((sum | guards) - most) & guards
      highest[at] = most ^ ((most ^ sum) & (higher - (higher >>> (laneBits - 1))))
    }
  }
}

/** Takes the values of all filters out of their lanes. */
export function laneValues(highest: Int32Array, values: Int32Array): void {
  for (let filter = 0, at = 0; filter < values.length; at++) {
    const packed = highest[at] as number
    for (let lane = 0; lane < filtersPerLane && filter < values.length; lane++)
      values[filter++] = ((packed >>> (lane * laneBits)) & laneMask) - 2 * raisedBy
  }
}
