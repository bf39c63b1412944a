import {
  classes,
  digit,
  ideograph,
  innerSymbol,
  joiner,
  letter,
  newline,
  stop,
  wordly,
} from './unit-classes.ts'
import { hashSeed, hashStep, mayBeStem, type Vocabulary } from './vocabulary.ts'

/**
 * The words of a folded text, each as its number in the vocabulary (0: none), with its place. The arrays are longer
 * than `count`, and reused: take what you need before the next text is read.
 */
export interface Tokens {
  count: number
  ids: Uint16Array
  starts: Int32Array
  ends: Int32Array
  /** 1 where a sentence, or a paragraph, begins. */
  breaks: Uint8Array
  /** Longest word, in units: long ones may be encoded text. */
  longest: number
  /** Most single letters that follow each other as words. */
  singles: number
  /** Most words of two signs, `0x` not counted, that follow each other: many may be hex. */
  pairs: number
  /** Whether a word is eight digits or more: such may be binary. */
  digits: boolean
}

function room(words: number): Tokens {
  return {
    count: 0,
    ids: new Uint16Array(words),
    starts: new Int32Array(words),
    ends: new Int32Array(words),
    breaks: new Uint8Array(words),
    longest: 0,
    singles: 0,
    pairs: 0,
    digits: false,
  }
}

const firstRoom = 8192
/** Longer texts are rare enough to get room of their own. */
const mostKept = 131_072

/** Kept between texts, since room for every text anew costs more than reading it. Only ever overwritten. */
let kept = room(firstRoom)

function roomFor(words: number): Tokens {
  if (words > mostKept) return room(words)
  if (words > kept.ids.length) kept = room(Math.max(words, kept.ids.length * 2))
  return kept
}

const leetLetters = new Map<number, number>(
  [...'0o1i3e4a5s7t8b9g@a$s!i|l+t'.matchAll(/(.)(.)/g)].map(([, from = '', to = '']) => [
    from.charCodeAt(0),
    to.charCodeAt(0),
  ]),
)

const apostrophe = 39
const contractions = new Set(['t', 's', 'm', 'd', 're', 've', 'll'])

/** End of `n't`, `'re` and the like when one starts at this apostrophe, else -1. */
function contractionEnd(text: string, at: number): number {
  for (let length = 2; length >= 1; length--) {
    const end = at + 1 + length
    if (end > text.length || classes[text.charCodeAt(end)] === letter) continue
    if (contractions.has(text.slice(at + 1, end))) return end
  }
  return -1
}

/** -1, all bits set, where two small numbers are the same, else 0. */
const allBitsIfSame = (a: number, b: number): number => ((a ^ b) - 1) >> 31

/** `0x41`: four signs that stand for two. */
function isMarkedPair(text: string, start: number, length: number): boolean {
  return length === 4 && text.charCodeAt(start + 1) === 120 && text.charCodeAt(start) === 48
}

/**
 * Cuts a folded text into words in one pass, in linear time.
 *
 * Words in leetspeak (`1gn0re`) and words cut by a single sign (`ig-nore`) are read as the whole word when that is in
 * the vocabulary and what follows the sign is not; contractions (`don't`) are one word without the apostrophe.
 */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  // A word is one character at least, with a separator between words but in scripts that have none.
  const tokens = roomFor(text.length)
  const { ids, starts, ends, breaks } = tokens
  const { stemFilter } = vocabulary
  let count = 0
  let longest = 0
  let singles = 0
  let singleRun = 0
  let pairs = 0
  let pairRun = 0
  let longDigits = false
  let pendingBreak = 1
  let newlines = 0
  let previousHash = 0
  let sign = 0
  const end = text.length
  let index = 0
  while (index < end) {
    const code = text.charCodeAt(index)
    const kind = classes[code] as number
    if ((kind & wordly) === 0) {
      sign = kind
      if ((kind & newline) !== 0) {
        if (++newlines === 2) pendingBreak = 1
      } else if ((kind & stop) !== 0) {
        const next = index + 1 < end ? text.charCodeAt(index + 1) : 0
        // Scripts without spaces have none behind a stop either, and folding makes theirs ours.
        if (next <= 32 || code > 127 || classes[next] === ideograph) pendingBreak = 1
      }
      index++
      continue
    }
    const start = index
    let hash = hashStep(hashSeed, code)
    let kinds = kind
    let stem = 0
    index++
    if (kind !== ideograph) {
      if (mayBeStem(stemFilter, hash)) stem = vocabulary.stem(hash)
      let unit = 0
      for (; index < end; index++) {
        unit = text.charCodeAt(index)
        let unitKind = classes[unit] as number
        if ((unitKind & (letter | digit)) === 0) {
          if ((unitKind & innerSymbol) === 0 || index + 1 >= end) break
          if (classes[text.charCodeAt(index + 1)] !== letter) break
          unitKind = digit
        }
        hash = hashStep(hash, unit)
        kinds |= unitKind
        if (mayBeStem(stemFilter, hash)) stem = vocabulary.stem(hash) || stem
      }
      if (unit === apostrophe && index < end && (kinds & letter) !== 0) {
        const contracted = contractionEnd(text, index)
        for (let at = index + 1; at < contracted; at++) {
          hash = hashStep(hash, text.charCodeAt(at))
          stem = vocabulary.stem(hash) || stem
        }
        if (contracted > 0) index = contracted
      }
    }
    let id = vocabulary.exact(hash) || stem
    if (kinds === (letter | digit) && id === 0 && index - start < 32)
      id = leetId(text, start, index, vocabulary)
    const length = index - start
    if (length > longest) longest = length
    if (kinds === digit && length >= 8) longDigits = true
    const pairRunBefore = pairRun
    // Which words are short no processor can guess: so there is no branch on it.
    pairRun = (pairRun + 1) & allBitsIfSame(length, 2)
    if ((kinds & digit) !== 0 && isMarkedPair(text, start, length)) pairRun = pairRunBefore + 1
    if (pairRun > pairs) pairs = pairRun
    singleRun = length === 1 && kinds === letter ? singleRun + 1 : 0
    if (singleRun > singles) singles = singleRun
    if (
      (sign & joiner) !== 0 &&
      count > 0 &&
      start - (ends[count - 1] as number) === 1 &&
      id === 0 &&
      length < 32
    ) {
      const joined = joinedId(previousHash, text, start, index, vocabulary)
      if (joined !== 0) {
        ids[count - 1] = joined
        ends[count - 1] = index
        newlines = 0
        pendingBreak = 0
        continue
      }
    }
    ids[count] = id
    starts[count] = start
    ends[count] = index
    breaks[count] = pendingBreak
    count++
    previousHash = hash
    pendingBreak = 0
    newlines = 0
  }
  tokens.count = count
  tokens.longest = longest
  tokens.singles = singles
  tokens.pairs = pairs
  tokens.digits = longDigits
  return tokens
}

function leetId(text: string, start: number, end: number, vocabulary: Vocabulary): number {
  let hash = hashSeed
  let stem = 0
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    hash = hashStep(hash, leetLetters.get(unit) ?? unit)
    stem = vocabulary.stem(hash) || stem
  }
  return vocabulary.exact(hash) || stem
}

function joinedId(hash: number, text: string, start: number, end: number, vocabulary: Vocabulary): number {
  let joined = hash
  for (let index = start; index < end; index++) joined = hashStep(joined, text.charCodeAt(index))
  return vocabulary.exact(joined)
}
