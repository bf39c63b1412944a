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

const other = 0
const letter = 1
const digit = 2
/** Written without spaces between words: each character is a word. */
const ideograph = 3

const classes = buildClasses()

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65_536)
  for (let code = 0x61; code <= 0x7a; code++) table[code] = letter
  for (let code = 0x41; code <= 0x5a; code++) table[code] = letter
  for (let code = 0x30; code <= 0x39; code++) table[code] = digit
  // Everything beyond ASCII counts as a letter but for punctuation, spaces and private areas.
  for (let code = 0xc0; code <= 0xfffd; code++) table[code] = letter
  for (let code = 0x2000; code <= 0x2bff; code++) table[code] = other
  for (let code = 0x3000; code <= 0x303f; code++) table[code] = other
  for (let code = 0xd800; code <= 0xf8ff; code++) table[code] = other
  for (let code = 0xfe30; code <= 0xfe6f; code++) table[code] = other
  for (const code of [0xd7, 0xf7, 0x60c, 0x61b, 0x61f, 0x6d4, 0x964, 0x965, 0x37e, 0x387]) table[code] = other
  for (let code = 0x3040; code <= 0x30ff; code++) table[code] = ideograph
  for (let code = 0x3400; code <= 0x9fff; code++) table[code] = ideograph
  for (let code = 0xf900; code <= 0xfaff; code++) table[code] = ideograph
  for (let code = 0xe00; code <= 0xe7f; code++) table[code] = ideograph
  return table
}

const leetLetters = new Map<number, number>(
  [...'0o1i3e4a5s7t8b9g@a$s!i|l+t'.matchAll(/(.)(.)/g)].map(([, from = '', to = '']) => [
    from.charCodeAt(0),
    to.charCodeAt(0),
  ]),
)

/** `@`, `$`, `!`, `|` between letters stand for letters. */
function isInnerSymbol(code: number): boolean {
  return code === 64 || code === 36 || code === 33 || code === 124
}

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

/** Ends a sentence in any of the languages covered, when followed by space. */
function isStop(code: number): boolean {
  return (
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 59 ||
    code === 0x964 ||
    code === 0x61f ||
    code === 0x6d4
  )
}

/** `-`, `.`, `_`, `*`, `~`, `/`: a word may be cut by one. */
function isJoiner(code: number): boolean {
  return (code >= 45 && code <= 47) || code === 95 || code === 42 || code === 126
}

/** `0x41`: four signs that stand for two. */
function isMarkedPair(text: string, start: number, length: number): boolean {
  return length === 4 && text.charCodeAt(start + 1) === 120 && text.charCodeAt(start) === 48
}

/**
 * Cuts a folded text into words in one pass, in linear time.
 *
 * Words in leetspeak (`1gn0re`) and words cut by a single sign (`ig-nore`) are read as the whole word when that is in
 * the vocabulary; contractions (`don't`) are one word without the apostrophe.
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
  let pendingBreak = true
  let newlines = 0
  let previousHash = 0
  let index = 0
  while (index < text.length) {
    const code = text.charCodeAt(index)
    const kind = classes[code] ?? other
    if (kind === other) {
      if (code === 10) {
        if (++newlines === 2) pendingBreak = true
      } else if (isStop(code)) {
        const next = text.charCodeAt(index + 1)
        // Scripts without spaces have none behind a stop either, and folding makes theirs ours.
        if (Number.isNaN(next) || next <= 32 || code > 127 || classes[next] === ideograph) pendingBreak = true
      }
      index++
      continue
    }
    const start = index
    let hash = hashSeed
    let stem = 0
    let digits = 0
    let letters = 0
    if (kind === ideograph) {
      hash = hashStep(hash, code)
      index++
    } else {
      while (index < text.length) {
        const unit = text.charCodeAt(index)
        const unitKind = classes[unit] ?? other
        if (unitKind === letter) {
          letters++
        } else if (unitKind === digit) {
          digits++
        } else if (isInnerSymbol(unit) && index > start && classes[text.charCodeAt(index + 1)] === letter) {
          digits++
        } else {
          break
        }
        hash = hashStep(hash, unit)
        if (mayBeStem(stemFilter, hash)) stem = vocabulary.stem(hash) || stem
        index++
      }
      if (text.charCodeAt(index) === apostrophe && letters > 0) {
        const end = contractionEnd(text, index)
        for (let unit = index + 1; unit < end; unit++) {
          hash = hashStep(hash, text.charCodeAt(unit))
          stem = vocabulary.stem(hash) || stem
        }
        if (end > 0) index = end
      }
    }
    let id = vocabulary.exact(hash) || stem
    if (id === 0 && digits > 0 && letters > 0 && index - start < 32)
      id = leetId(text, start, index, vocabulary)
    const length = index - start
    if (length > longest) longest = length
    if (letters === 0 && digits >= 8) longDigits = true
    pairRun = length === 2 || isMarkedPair(text, start, length) ? pairRun + 1 : 0
    if (pairRun > pairs) pairs = pairRun
    singleRun = length === 1 && letters === 1 ? singleRun + 1 : 0
    if (singleRun > singles) singles = singleRun
    const gap = count > 0 ? start - (ends[count - 1] ?? 0) : 0
    if (
      gap === 1 &&
      id === 0 &&
      ids[count - 1] === 0 &&
      isJoiner(text.charCodeAt(start - 1)) &&
      length < 32
    ) {
      const joined = joinedId(previousHash, text, start, index, vocabulary)
      if (joined !== 0) {
        ids[count - 1] = joined
        ends[count - 1] = index
        newlines = 0
        pendingBreak = false
        continue
      }
    }
    ids[count] = id
    starts[count] = start
    ends[count] = index
    breaks[count] = pendingBreak ? 1 : 0
    count++
    previousHash = hash
    pendingBreak = false
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
