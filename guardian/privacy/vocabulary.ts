/** Size of {@link Vocabulary.filter}, less one. */
export const filterMask = 16_383

export const mayBeEntry = 1
export const mayBeginPhrase = 2
export const mayBeTwoOfThree = 4

/** Words and phrases of up to three words, each with the bits it stands for; found by a rolling hash. */
export interface Vocabulary {
  /** Open addressing: hash at 2i, entry number + 1 at 2i + 1. */
  readonly table: Int32Array
  readonly mask: number
  /** By the low bits of a hash: may it be an entry, the first word of a longer one, the first two of three? */
  readonly filter: Uint8Array
  readonly phrases: readonly string[]
  readonly bits: readonly number[]
}

/**
 * Builds the table.
 *
 * @param lists For each set of bits, its phrases: lower case, words separated by one space. In a text the
 *   words may be joined by any one or two signs (`date-of-birth`, `driver's license`).
 */
export function buildVocabulary(lists: readonly (readonly [bits: number, phrases: string])[]): Vocabulary {
  const merged = new Map<string, number>()
  for (const [bits, phrases] of lists) {
    for (const phrase of phrases.split(/[,\n]/)) {
      const clean = phrase.trim()
      if (clean !== '') merged.set(clean, (merged.get(clean) ?? 0) | bits)
    }
  }
  let size = 1024
  while (size < merged.size * 4) size *= 2
  const table = new Int32Array(size * 2)
  const mask = size - 1
  const filter = new Uint8Array(filterMask + 1)
  const phrases: string[] = []
  const bits: number[] = []
  for (const [phrase, set] of merged) {
    phrases.push(phrase)
    bits.push(set)
    const hash = phraseHash(phrase)
    const words = phrase.split(' ')
    raise(filter, hash, mayBeEntry)
    if (words.length > 1) raise(filter, phraseHash(words[0] ?? ''), mayBeginPhrase)
    if (words.length > 2) raise(filter, phraseHash(words.slice(0, 2).join(' ')), mayBeTwoOfThree)
    let slot = spread(hash) & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = hash
    table[slot * 2 + 1] = phrases.length
  }
  return { table, mask, filter, phrases, bits }
}

function raise(filter: Uint8Array, hash: number, bit: number): void {
  filter[hash & filterMask] = (filter[hash & filterMask] ?? 0) | bit
}

/** The bits of the phrase in `text[start, end)` whose hash is given, or 0. */
export function lookUp(
  vocabulary: Vocabulary,
  hash: number,
  text: string,
  start: number,
  end: number,
): number {
  const { table, mask } = vocabulary
  let slot = spread(hash) & mask
  for (;;) {
    const entry = table[slot * 2 + 1] as number
    if (entry === 0) return 0
    if (table[slot * 2] === hash) {
      // A hash says maybe; the letters decide.
      const phrase = vocabulary.phrases[entry - 1]
      if (phrase !== undefined && sameWords(phrase, text, start, end)) return vocabulary.bits[entry - 1] ?? 0
    }
    slot = (slot + 1) & mask
  }
}

const spread = (hash: number): number => hash ^ (hash >>> 15) ^ (hash >>> 7)

function phraseHash(phrase: string): number {
  let total = 0
  phrase.split(' ').forEach((word, index) => {
    let hash = 0
    for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0
    total = index === 0 ? hash : (Math.imul(total, 1000003) ^ hash) | 0
  })
  return total
}

function sameWords(phrase: string, text: string, start: number, end: number): boolean {
  if (phrase.length === end - start && sameLetters(phrase, text, start)) return true
  const found = text.slice(start, end).toLowerCase()
  if (found === phrase) return true
  return phrase.includes(' ') && found.replace(/[^\p{L}\p{N}]{1,2}/gu, ' ') === phrase
}

/** Whether a lower-case phrase stands there as it is, but for the case of ASCII letters. */
function sameLetters(phrase: string, text: string, start: number): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const unit = text.charCodeAt(start + i)
    const lower = unit >= 65 && unit <= 90 ? unit | 32 : unit
    if (lower !== phrase.charCodeAt(i)) return false
  }
  return true
}
