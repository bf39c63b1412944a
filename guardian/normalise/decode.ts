import { isReadable, readableText, utf8Text } from './bytes.ts'
import { longRuns, signsOf } from './long-runs.ts'
import type { Stretch, ViewKind } from './view.ts'

/** A stretch of a text that read as encoded, and what it says. */
export interface Decoded {
  readonly kind: ViewKind
  readonly source: string
  readonly from: Stretch
}

/** So much one encoding gives at most: no text has more views. Hostile ones would have millions. */
export const mostFound = 16

/** Shortest run of base64 or hex that is tried; anything shorter says too little to do harm. */
const shortestRun = 16
/** Longest run that is decoded, in units: what follows is left out. */
const longestRun = 16_384

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Signs = signsOf(`${base64Digits}-_`)
const base64Values = new Uint8Array(128)
Array.from(base64Digits).forEach((sign, value) => {
  base64Values[sign.charCodeAt(0)] = value
})
base64Values[45] = 62
base64Values[95] = 63

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

function base64Bytes(text: string, start: number, end: number): number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (let index = start; index < end; index++) {
    bits = ((bits << 6) | (base64Values[text.charCodeAt(index)] ?? 0)) & 0xfffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes.push((bits >> held) & 0xff)
    }
  }
  return bytes
}

function hexBytes(text: string, start: number, end: number): number[] | null {
  if ((end - start) % 2 !== 0) return null
  const bytes: number[] = []
  for (let index = start; index < end; index += 2) {
    const high = hexValue(text.charCodeAt(index))
    const low = hexValue(text.charCodeAt(index + 1))
    if (high < 0 || low < 0) return null
    bytes.push(high * 16 + low)
  }
  return bytes
}

/** Runs that may be base64 or hex; long words are among them. */
export function base64Runs(text: string): Stretch[] {
  return longRuns(text, shortestRun, base64Signs)
}

/** Runs of base64 or hex digits that decode to readable text. */
export function decodeRuns(text: string, runs: readonly Stretch[] = base64Runs(text)): Decoded[] {
  const found: Decoded[] = []
  for (const { start, end } of runs) {
    const stop = Math.min(end, start + longestRun)
    const hex = hexBytes(text, start, stop)
    const source = readableText(hex ?? base64Bytes(text, start, stop))
    if (source !== null) found.push({ kind: hex === null ? 'base64' : 'hex', source, from: { start, end } })
    if (found.length === mostFound) break
  }
  return found
}

/** `69 67 6e`, `0x69, 0x67`: at least eight in a row. */
const spacedHex = /(?<![0-9a-z])(?:(?:0x)?[0-9a-f]{2}[ ,:;]{1,2}){7,4096}(?:0x)?[0-9a-f]{2}(?![0-9a-z])/gi
/** What that is written in, and the least that it is long: few stretches of a text are looked at for it. */
const spacedHexSigns = signsOf('0123456789abcdefABCDEFxX ,:;')
const shortestSpacedHex = 23
const binary = /[01]{8}(?:[ ,]?[01]{8}){5,4096}/g

/** @param start where the stretch begins in its text */
function decodeMatches(
  stretch: string,
  start: number,
  kind: ViewKind,
  pattern: RegExp,
  radix: number,
): Decoded[] {
  const found: Decoded[] = []
  for (const match of stretch.matchAll(pattern)) {
    const digits = match[0].match(radix === 2 ? /[01]{8}/g : /(?<!\d)(?:0x)?[0-9a-f]{2}/gi) ?? []
    const source = readableText(digits.map((pair) => Number.parseInt(pair.replace(/^0x/i, ''), radix)))
    const from = start + match.index
    if (source !== null) found.push({ kind, source, from: { start: from, end: from + match[0].length } })
    if (found.length === mostFound) break
  }
  return found
}

export function decodeSpacedHex(text: string): Decoded[] {
  const found: Decoded[] = []
  for (const { start, end } of longRuns(text, shortestSpacedHex, spacedHexSigns)) {
    // With the signs on both sides, which the pattern looks at.
    const from = Math.max(0, start - 1)
    found.push(...decodeMatches(text.slice(from, end + 1), from, 'hex', spacedHex, 16))
    if (found.length >= mostFound) break
  }
  return found
}

export function decodeBinary(text: string): Decoded[] {
  return decodeMatches(text, 0, 'binary', binary, 2)
}

/** Fewest escapes that make a text worth unescaping: one or two stand in ordinary links and strings. */
const fewestEscapes = 4

/** The words around and between a text's escapes, unescaped; nothing when there are few or they say nothing. */
function unescaped(
  text: string,
  kind: ViewKind,
  pattern: RegExp,
  read: (match: string) => string | null,
): Decoded[] {
  const parts: string[] = []
  let start = -1
  let end = 0
  let units = 0
  for (const match of text.matchAll(pattern)) {
    const value = read(match[0])
    if (value === null) continue
    // The beginning of the first escaped word belongs to it.
    if (start < 0) end = start = wordStart(text, match.index)
    parts.push(text.slice(end, match.index), value)
    end = match.index + match[0].length
    units += match[0].length
  }
  if (units < fewestEscapes * 3) return []
  const last = wordEnd(text, end)
  const source = parts.join('') + text.slice(end, last)
  return isReadable(source) ? [{ kind, source, from: { start, end: last } }] : []
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

function wordStart(text: string, from: number): number {
  let at = from
  while (at > 0 && !isSpace(text.charCodeAt(at - 1))) at--
  return at
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSpace(text.charCodeAt(at))) at++
  return at
}

const percent = /(?:%[0-9a-f]{2}){1,4096}/gi
const escapes = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|u\{[0-9a-f]{1,6}\})/gi
const entities = /&#(?:x[0-9a-f]{1,6}|\d{1,7});?/gi

function fromCode(code: number): string | null {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

export function decodePercent(text: string): Decoded[] {
  if (!text.includes('%')) return []
  return unescaped(text, 'url', percent, (run) => {
    const bytes = hexBytes(run.replaceAll('%', ''), 0, (run.length / 3) * 2)
    return bytes === null ? null : utf8Text(bytes)
  })
}

export function decodeEscapes(text: string): Decoded[] {
  if (!text.includes('\\')) return []
  return unescaped(text, 'escape', escapes, (escape) =>
    fromCode(Number.parseInt(escape.replace(/[^0-9a-f]/gi, ''), 16)),
  )
}

export function decodeEntities(text: string): Decoded[] {
  if (!text.includes('&#')) return []
  return unescaped(text, 'entity', entities, (entity) => {
    const hex = /^&#x/i.test(entity)
    return fromCode(Number.parseInt(entity.replace(hex ? /[^0-9a-f]/gi : /\D/g, ''), hex ? 16 : 10))
  })
}

/** Tag characters spell ASCII that nobody sees. */
export function decodeTags(text: string): Decoded[] {
  const letters: string[] = []
  let start = -1
  let end = 0
  for (let index = text.indexOf('\udb40'); index >= 0; index = text.indexOf('\udb40', index + 2)) {
    const low = text.charCodeAt(index + 1)
    if (low < 0xdc20 || low > 0xdc7e) continue
    if (start < 0) start = index
    end = index + 2
    letters.push(String.fromCharCode(low - 0xdc00))
  }
  return letters.length < 4 ? [] : [{ kind: 'tags', source: letters.join(''), from: { start, end } }]
}

const whole = (text: string): Stretch => ({ start: 0, end: text.length })

export function decodeRot13(text: string): Decoded {
  const source = text.replace(/[a-z]/gi, (letter) => {
    const code = letter.charCodeAt(0)
    const base = code & 96 ? (code & 32 ? 97 : 65) : 65
    return String.fromCharCode(((code - base + 13) % 26) + base)
  })
  return { kind: 'rot13', source, from: whole(text) }
}

export function decodeReversed(text: string): Decoded {
  return { kind: 'reversed', source: Array.from(text).toReversed().join(''), from: whole(text) }
}
