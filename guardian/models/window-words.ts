import type { FeatureReader, TextFeatures } from './text-features.ts'
import { maxWords, windowLength, windowStride } from './text-features.ts'

/** Most words of a window and a chunk behind it: a word is one unit at least, and parted from the next. */
const room = windowLength / 2 + 256

/**
 * The words of a text, window by window, put together from those of its chunks: windows overlap, and chunks have been
 * hashed before. What a window holds is to the last bit what the reader finds in it.
 */
export class WindowWords {
  /** 32-bit hashes of the words of the last window, the first `wordCount` entries. */
  readonly words = new Int32Array(maxWords)
  wordCount = 0
  readonly #reader: FeatureReader
  /** Words that wait for their window, and where each begins. */
  readonly #hashes = new Int32Array(room)
  readonly #starts = new Int32Array(room)
  #count = 0
  #text = ''
  #windowStart = 0
  /** Where the chunk before ended, and the last end of one that was inside a word. */
  #taken = 0
  #cut = 0

  constructor(reader: FeatureReader) {
    this.#reader = reader
  }

  begin(text: string): void {
    this.#text = text
    this.#count = this.#windowStart = this.#taken = this.#cut = 0
  }

  /**
   * Takes a chunk's words in.
   * @param chunk as it was read, from the text's start to `end` without gaps
   * @param end where it ends; UTF-16 units
   * @param visit called for every window that is complete by now
   */
  take(chunk: TextFeatures, end: number, visit: (isFirst: boolean) => void): void {
    for (let k = 0; k < chunk.wordCount; k++) {
      const start = chunk.wordStarts[k] as number
      if (start < this.#taken) continue
      this.#hashes[this.#count] = chunk.words[k] as number
      this.#starts[this.#count++] = start
    }
    this.#taken = end
    const { length } = this.#text
    for (let isLast = false; !isLast && end >= Math.min(length, this.#windowStart + windowLength);) {
      const windowEnd = Math.min(length, this.#windowStart + windowLength)
      isLast = windowEnd === length
      this.#readWindow(this.#windowStart, windowEnd)
      visit(this.#windowStart === 0)
      this.#forgetUpTo(this.#windowStart + windowStride)
    }
    if (this.#reader.isInWord(this.#text, end)) this.#cut = end
    // Nothing of a text outlives its reading.
    if (end === length) this.begin('')
  }

  #readWindow(start: number, end: number): void {
    this.wordCount = 0
    // Of a word that a chunk cut, the pieces are not what a window sees.
    if (this.#cut > start) return this.#append(start, end)
    let edge = start
    while (edge < end && this.#reader.isInWord(this.#text, edge)) edge++
    this.#append(start, edge)
    const first = this.#firstFrom(edge)
    const last = this.#firstFrom(end) - 1
    if (last < first) return
    const whole = this.#hashes.subarray(first, Math.min(last, first + maxWords - this.wordCount))
    this.words.set(whole, this.wordCount)
    this.wordCount += whole.length
    this.#append(this.#starts[last] as number, end)
  }

  /** Reads a stretch by itself, such as a word that the edge of the window cuts. */
  #append(start: number, end: number): void {
    if (start === end) return
    const { words, wordCount } = this.#reader.readWords(this.#text, start, end)
    for (let k = 0; k < wordCount && this.wordCount < maxWords; k++)
      this.words[this.wordCount++] = words[k] as number
  }

  /** The first word that begins at a place or behind it. */
  #firstFrom(place: number): number {
    let at = 0
    while (at < this.#count && (this.#starts[at] as number) < place) at++
    return at
  }

  #forgetUpTo(place: number): void {
    const kept = this.#firstFrom(place)
    this.#hashes.copyWithin(0, kept, this.#count)
    this.#starts.copyWithin(0, kept, this.#count)
    this.#count -= kept
    this.#windowStart = place
  }
}
