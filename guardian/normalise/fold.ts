/**
 * Text folded for matching: lower case, accents and look-alikes reduced, hidden characters left out. `starts` and
 * `ends` give for each folded unit the stretch of the source it came from; null means unit for unit the same.
 */
export interface Folded {
  readonly text: string
  readonly starts: Int32Array | null
  readonly ends: Int32Array | null
  /** Zero-width, bidi-control and tag characters that stood in the source. */
  readonly hidden: number
}

/** Letters of other scripts that pass for Latin ones, after decomposition and lower-casing. */
// prettier-ignore
const lookAlikes = new Map(
  Object.entries({
    а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x',
    і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ԛ: 'q', ԝ: 'w', ғ: 'f', г: 'r', ь: 'b',
    α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', η: 'n', ω: 'w',
    ı: 'i', ɑ: 'a', ɡ: 'g', ɩ: 'i', ʟ: 'l', ɪ: 'i', ɴ: 'n', ʀ: 'r', ʏ: 'y', ɢ: 'g', ʙ: 'b', ʜ: 'h',
    ᴀ: 'a', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ᴊ: 'j', ᴋ: 'k', ᴍ: 'm', ᴏ: 'o', ᴘ: 'p', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ᴢ: 'z',
    օ: 'o', ո: 'n', ս: 'u', հ: 'h', ց: 'g', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe',
    '‘': "'", '’': "'", 'ʼ': "'", '′': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
    '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-', '。': '.', '！': '!', '？': '?', '，': ',',
  }),
)

/** Marks that only dress a letter; those of Indic scripts are vowels and stay. */
function isDressing(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x64b && code <= 0x65f) ||
    code === 0x670 ||
    code === 0x640 ||
    code === 0x93c ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x20d0 && code <= 0x20ff)
  )
}

/** Characters nobody sees: zero-width, joiners, bidi controls, variation selectors, tags. */
export function isHidden(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xe0000 && code <= 0xe0fff)
  )
}

/** What one character folds to; '' drops it. */
function foldOne(code: number): string {
  if (isHidden(code)) return ''
  if (code >= 0xd800 && code <= 0xdfff) return ' '
  let folded = ''
  // Kana and Hangul come apart under NFKD into pieces that are no letters of their own.
  const form = (code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af) ? 'NFKC' : 'NFKD'
  for (const part of String.fromCodePoint(code).normalize(form).toLowerCase()) {
    if (isDressing(part.codePointAt(0) ?? 0)) continue
    folded += lookAlikes.get(part) ?? part
  }
  return folded
}

/** In {@link simple}: not looked up yet, and folds to none or several units. */
const unknown = 0
const complex = 0xffff

// Pure functions remembered: what a character folds to never changes.
const simple = new Uint16Array(65_536)
const others = new Map<number, string>()

for (let code = 1; code < 128; code++) simple[code] = code >= 65 && code <= 90 ? code + 32 : code

function learn(code: number): number {
  const folded = foldOne(code)
  const fold = folded.length === 1 && folded !== '\0' ? folded.charCodeAt(0) : complex
  simple[code] = fold
  if (fold === complex) others.set(code, folded)
  return fold
}

function foldOfPair(code: number): string {
  const known = others.get(code)
  if (known !== undefined) return known
  const folded = foldOne(code)
  others.set(code, folded)
  return folded
}

const beyondAscii = /[\u0080-\uffff]/

/** Units put together at a time: an engine's limit on arguments is far higher. */
const chunk = 8192

function stringOf(units: Uint16Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += chunk) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(length, at + chunk)))
  }
  return text
}

const mostKept = 131_072

/** Kept between texts; only ever overwritten. */
let scratch = new Uint16Array(8192)

/** The folded text when every unit folds to one, as in most European text: no map is needed then. Else null. */
function unitForUnit(text: string): string | null {
  if (text.length > mostKept) return null
  if (text.length > scratch.length) scratch = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0xd800 && unit <= 0xdfff) return null
    const folded = (simple[unit] ?? unknown) || learn(unit)
    if (folded === complex) return null
    scratch[index] = folded
  }
  return stringOf(scratch, text.length)
}

/** Collects folded units with the places they came from. Grows by doubling. */
class Collector {
  #units = new Uint16Array(64)
  #starts = new Int32Array(64)
  #ends = new Int32Array(64)
  #length = 0

  constructor(expected: number) {
    this.#reserve(expected + 32)
  }

  #reserve(capacity: number): void {
    const units = new Uint16Array(capacity)
    const starts = new Int32Array(capacity)
    const ends = new Int32Array(capacity)
    units.set(this.#units.subarray(0, this.#length))
    starts.set(this.#starts.subarray(0, this.#length))
    ends.set(this.#ends.subarray(0, this.#length))
    this.#units = units
    this.#starts = starts
    this.#ends = ends
  }

  push(unit: number, start: number, end: number): void {
    if (this.#length === this.#units.length) this.#reserve(this.#length * 2)
    this.#units[this.#length] = unit
    this.#starts[this.#length] = start
    this.#ends[this.#length++] = end
  }

  folded(hidden: number): Folded {
    const text = stringOf(this.#units, this.#length)
    const starts = this.#starts.subarray(0, this.#length)
    return { text, starts, ends: this.#ends.subarray(0, this.#length), hidden }
  }
}

/**
 * Folds a text for matching, with a map back. ASCII, the usual case, costs a lower-casing.
 *
 * @param text any string, lone surrogates included
 */
export function fold(text: string): Folded {
  if (!beyondAscii.test(text)) return { text: text.toLowerCase(), starts: null, ends: null, hidden: 0 }
  const same = unitForUnit(text)
  if (same !== null) return { text: same, starts: null, ends: null, hidden: 0 }
  const collector = new Collector(text.length)
  let hidden = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    let code = unit
    if (unit >= 0xd800 && unit <= 0xdfff) code = text.codePointAt(index) ?? unit
    const width = code > 0xffff ? 2 : 1
    let folded = complex
    if (width === 1) folded = (simple[code] ?? unknown) || learn(code)
    if (folded !== complex) {
      collector.push(folded, index, index + 1)
      continue
    }
    const several = foldOfPair(code)
    if (several === '') hidden += isHidden(code) ? 1 : 0
    for (let at = 0; at < several.length; at++) collector.push(several.charCodeAt(at), index, index + width)
    index += width - 1
  }
  return collector.folded(hidden)
}
