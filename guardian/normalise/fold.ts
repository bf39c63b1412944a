import { composedSyllable, isLead, isVoicing, leads, voiced, voicings } from './compose.ts'
import { PlaceMap } from './place-map.ts'

/** Text folded for matching: lower case, accents and look-alikes reduced, hidden characters left out. */
export interface Folded {
  readonly text: string
  /** Where in the source its units came from; null means unit for unit the same. */
  readonly places: PlaceMap | null
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
function isHidden(code: number): boolean {
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

/** In {@link simple}: not looked up yet, and one that has to be looked at: folds to none or several, or is half a pair. */
const unknown = 0
const complex = 0xffff

// Pure functions remembered: what a character folds to never changes.
const simple = new Uint16Array(65_536)
const others = new Map<number, string>()

for (let code = 1; code < 128; code++) simple[code] = code >= 65 && code <= 90 ? code + 32 : code
simple.fill(complex, 0xd800, 0xe000)
simple.fill(complex, leads.from, leads.to + 1)
for (const mark of voicings) simple[mark] = complex

function learn(code: number): number {
  const folded = foldOne(code)
  const fold = folded.length === 1 && folded !== '\0' ? folded.charCodeAt(0) : complex
  simple[code] = fold
  if (fold === complex) others.set(code, folded)
  return fold
}

/** What a character folds to that does not fold to one unit, or is written with two. */
function foldedText(code: number): string {
  const known = others.get(code)
  if (known !== undefined) return known
  const folded = foldOne(code)
  others.set(code, folded)
  return folded
}

const beyondAscii = /[\u0080-\uffff]/g

/**
 * Units folded one by one from a sign beyond ASCII on: where one stands, another is likely near. Where more follow at
 * once, as in most scripts, it is twice as many again, up to the most.
 */
const nearby = 128
const mostNearby = 1024
/** A character folds to so many units at most: the longest is U+FDFA, with 18. */
const longestFold = 32
/** Kept between texts, and only ever overwritten: folded units on their way into a string. */
const scratch = new Uint16Array(mostNearby * longestFold)

/** Where the next sign beyond ASCII stands; the text's length for none. */
function nextBeyondAscii(text: string, from: number): number {
  beyondAscii.lastIndex = from
  return beyondAscii.test(text) ? beyondAscii.lastIndex - 1 : text.length
}

/**
 * Folds a text for matching, with a map back. ASCII, the usual case, costs a lower-casing.
 *
 * @param text any string, lone surrogates included
 */
export function fold(text: string): Folded {
  const parts: string[] = []
  let places: PlaceMap | null = null
  let hidden = 0
  let length = 0
  let span = nearby
  for (let index = 0; ;) {
    const next = nextBeyondAscii(text, index)
    span = next > index ? nearby : Math.min(mostNearby, span * 2)
    if (next > index) parts.push(text.slice(index, next).toLowerCase())
    length += next - index
    if (next === text.length) break
    let held = 0
    for (index = next; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      // One mark more is read, together with the sign that it voices.
      if (index > next + span || (index === next + span && !isVoicing(unit))) break
      const folded = (simple[unit] ?? unknown) || learn(unit)
      if (folded !== complex) {
        scratch[held++] = folded
        continue
      }
      if (held > 0 && isVoicing(unit)) {
        const sign = voiced(scratch[held - 1] as number, unit)
        if (sign !== null) {
          scratch[held - 1] = sign
          places ??= new PlaceMap()
          places.note(length + held - 1, 1, index - 1, 2)
          continue
        }
      }
      const syllable = isLead(unit) ? composedSyllable(text, index) : null
      const code = text.codePointAt(index) ?? unit
      const width = syllable?.width ?? (code > 0xffff ? 2 : 1)
      const several = syllable?.text ?? foldedText(code)
      if (several === '' && isHidden(code)) hidden++
      if (several.length !== 1 || width !== 1) {
        places ??= new PlaceMap()
        places.note(length + held, several.length, index, width)
      }
      for (let at = 0; at < several.length; at++) scratch[held++] = several.charCodeAt(at)
      index += width - 1
    }
    parts.push(Reflect.apply(String.fromCharCode, null, scratch.subarray(0, held)))
    length += held
  }
  return { text: parts.join(''), places, hidden }
}
