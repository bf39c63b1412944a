/** Words and phrases of up to three words, each with the bits it stands for; found by a rolling hash. */
export interface Vocabulary {
  /** Open addressing: hash at 2i, entry number + 1 at 2i + 1. */
  readonly table: Int32Array
  readonly mask: number
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
  const phrases: string[] = []
  const bits: number[] = []
  for (const [phrase, set] of merged) {
    phrases.push(phrase)
    bits.push(set)
    const hash = phraseHash(phrase)
    let slot = spread(hash) & mask
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
    table[slot * 2] = hash
    table[slot * 2 + 1] = phrases.length
  }
  return { table, mask, phrases, bits }
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
    const entry = table[slot * 2 + 1] ?? 0
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
  const found = text.slice(start, end).toLowerCase()
  if (found === phrase) return true
  return phrase.includes(' ') && found.replace(/[^\p{L}\p{N}]{1,2}/gu, ' ') === phrase
}
