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
  for (const part of String.fromCodePoint(code).normalize('NFKD').toLowerCase()) {
    if (isDressing(part.codePointAt(0) ?? 0)) continue
    folded += lookAlikes.get(part) ?? part
  }
  return folded
}

// A pure function remembered: what a character folds to never changes.
const remembered = new Map<number, string>()

function foldOfCode(code: number): string {
  const known = remembered.get(code)
  if (known !== undefined) return known
  const folded = foldOne(code)
  remembered.set(code, folded)
  return folded
}

const beyondAscii = /[\u0080-\uffff]/

/**
 * Folds a text for matching, with a map back. ASCII, the usual case, costs a lower-casing.
 *
 * @param text any string, lone surrogates included
 */
export function fold(text: string): Folded {
  if (!beyondAscii.test(text)) return { text: text.toLowerCase(), starts: null, ends: null, hidden: 0 }
  // NFKD expands one unit to at most 18.
  let capacity = text.length + 64
  let starts = new Int32Array(capacity)
  let ends = new Int32Array(capacity)
  const parts: string[] = []
  let length = 0
  let hidden = 0
  for (let index = 0; index < text.length;) {
    const code = text.codePointAt(index) ?? 0
    const next = index + (code > 0xffff ? 2 : 1)
    if (code < 0x80) {
      parts.push(code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : (text[index] ?? ''))
      if (length === capacity) [starts, ends, capacity] = grown(starts, ends)
      starts[length] = index
      ends[length++] = next
    } else {
      const folded = foldOfCode(code)
      if (folded === '' && isHidden(code)) hidden++
      parts.push(folded)
      for (let unit = 0; unit < folded.length; unit++) {
        if (length === capacity) [starts, ends, capacity] = grown(starts, ends)
        starts[length] = index
        ends[length++] = next
      }
    }
    index = next
  }
  return { text: parts.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length), hidden }
}

type Grown = [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, number]

function grown(starts: Int32Array, ends: Int32Array): Grown {
  const capacity = starts.length * 2
  const longerStarts = new Int32Array(capacity)
  const longerEnds = new Int32Array(capacity)
  longerStarts.set(starts)
  longerEnds.set(ends)
  return [longerStarts, longerEnds, capacity]
}
