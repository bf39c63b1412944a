/** FNV-1a over UTF-16 units: cheap to carry along a word, and the same for a phrase's words and a text's. */
export const hashSeed = 0x811c9dc5 | 0

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

export function hashOf(word: string): number {
  let hash = hashSeed
  for (let index = 0; index < word.length; index++) hash = hashStep(hash, word.charCodeAt(index))
  return hash
}

/** Words of one vocabulary at most. */
const mostWords = 1 << 14

/**
 * From the hash of a word to its number, by open addressing in typed arrays: no string is built per word. It grows with
 * its words, for every list of keywords in a policy has a vocabulary of its own.
 */
class HashTable {
  #keys = new Int32Array(64)
  #values = new Uint16Array(64)
  #size = 0

  get(hash: number): number {
    return this.#values[this.#placeOf(hash)] ?? 0
  }

  set(hash: number, value: number): void {
    if (2 * this.#size >= this.#keys.length) this.#grow()
    const at = this.#placeOf(hash)
    if (this.#values[at] === 0) this.#size++
    this.#keys[at] = hash
    this.#values[at] = value
  }

  /** Where a hash stands, or would. */
  #placeOf(hash: number): number {
    const keys = this.#keys
    const values = this.#values
    const mask = keys.length - 1
    let at = (hash ^ (hash >>> 15)) & mask
    while (values[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const keys = this.#keys
    const values = this.#values
    this.#keys = new Int32Array(2 * keys.length)
    this.#values = new Uint16Array(2 * keys.length)
    values.forEach((value, old) => {
      if (value === 0) return
      const at = this.#placeOf(keys[old] as number)
      this.#keys[at] = keys[old] as number
      this.#values[at] = value
    })
  }
}

/**
 * Whether a stem may have this hash, by its low 16 bits: most beginnings of most words are no stem. A bit each, so
 * that the filter stays in the processor's nearest cache.
 */
export function mayBeStem(filter: Int32Array, hash: number): boolean {
  return (((filter[(hash & 0xffff) >> 5] ?? 0) >>> (hash & 31)) & 1) === 1
}

/**
 * The words that phrases are made of, each with a number from 1. A word is matched whole, a stem (`instruct*`) by
 * its beginning. A word in no phrase is 0.
 */
export class Vocabulary {
  readonly #exact = new HashTable()
  readonly #stems = new HashTable()
  /** See {@link mayBeStem}. */
  readonly stemFilter = new Int32Array(1 << 11)
  readonly #ids = new Map<string, number>()

  get size(): number {
    return this.#ids.size
  }

  words(): IterableIterator<string> {
    return this.#ids.keys()
  }

  /** Number of a word or stem (`word*`), given on first sight. */
  idOf(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    const id = this.#ids.size + 1
    if (id > mostWords) throw new RangeError('too many words in the phrase tables')
    this.#ids.set(word, id)
    if (word.endsWith('*')) {
      const hash = hashOf(word.slice(0, -1))
      this.#stems.set(hash, id)
      const at = (hash & 0xffff) >> 5
      this.stemFilter[at] = (this.stemFilter[at] ?? 0) | (1 << (hash & 31))
    } else {
      this.#exact.set(hashOf(word), id)
    }
    return id
  }

  exact(hash: number): number {
    return this.#exact.get(hash)
  }

  /** Number of the stem with this hash, or 0. */
  stem(hash: number): number {
    return this.#stems.get(hash)
  }

  /**
   * Cuts letters written together into the longest words known, from the left; what is no word stays joined.
   * Linear: a word has at most 20 letters.
   */
  segment(joined: string): string {
    const folded = joined.toLowerCase()
    const parts: string[] = []
    let unknown = ''
    for (let at = 0; at < folded.length;) {
      const length = this.#longestAt(folded, at)
      if (length === 0) {
        unknown += folded[at++] ?? ''
        continue
      }
      if (unknown !== '') parts.push(unknown)
      unknown = ''
      parts.push(folded.slice(at, at + length))
      at += length
    }
    if (unknown !== '') parts.push(unknown)
    return parts.join(' ')
  }

  #longestAt(text: string, at: number): number {
    let hash = hashSeed
    let longest = 0
    for (let length = 1; length <= 20 && at + length <= text.length; length++) {
      hash = hashStep(hash, text.charCodeAt(at + length - 1))
      if (length >= 2 && this.exact(hash) !== 0) longest = length
    }
    return longest
  }
}
