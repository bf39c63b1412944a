import { context } from './context.ts'
import { escapeTail } from './escapes.ts'
import { terms, wideTerms } from './terms.ts'
import { atSign, bracket, classOf, digit, foldedBits, letter, sign, wide } from './unit-classes.ts'
import { filterMask, lookUp, mayBeEntry, mayBeginPhrase, mayBeTwoOfThree } from './vocabulary.ts'

/**
 * What one pass over a text notes, for all detectors to look at. Positions are UTF-16 units; the arrays of
 * one kind run in parallel and in the order of the text.
 */
export interface Scan {
  readonly text: string
  /** Known words and phrases: where they stand, and their {@link context} bits. */
  readonly markStart: number[]
  readonly markEnd: number[]
  readonly markBits: number[]
  /** Runs of digits that touch no letter. */
  readonly digitStart: number[]
  readonly digitEnd: number[]
  /** Runs of letters and digits that hold both. */
  readonly mixedStart: number[]
  readonly mixedEnd: number[]
  /** Where a provider's key may begin: a known prefix, or a run of 14 letters and digits or more. */
  readonly keyStart: number[]
  /** Every `:` and `=`, and every `>`. */
  readonly assignAt: number[]
  /** Every `@`, also where it is written `%40`, `\\u0040` or as an entity; and where each ends. */
  readonly atSigns: number[]
  readonly atSignEnds: number[]
  /** Whether there is an opening bracket of any kind. */
  readonly hasBracket: boolean
}

const writtenAt = /%40|\\u0040|&(?:#64|#x40|commat);/iy

/** The end of an `@` in any of its forms, or -1. */
function atSignEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 64) return at + 1
  const next = text.charCodeAt(at + 1) | 32
  // 4, u, # (with bit 5 set already) and c: any other sign is itself.
  if (next !== 52 && next !== 117 && next !== 35 && next !== 99) return -1
  writtenAt.lastIndex = at
  return writtenAt.test(text) ? writtenAt.lastIndex : -1
}

const longRun = 14

/** What joins a provider's prefix to the rest of its key. */
const joins = '-_.:~$/!'

/** Reads a text once. Linear; allocates only for what it notes. */
export function scanText(text: string): Scan {
  const markStart: number[] = []
  const markEnd: number[] = []
  const markBits: number[] = []
  const digitStart: number[] = []
  const digitEnd: number[] = []
  const mixedStart: number[] = []
  const mixedEnd: number[] = []
  const keyStart: number[] = []
  const assignAt: number[] = []
  const atSigns: number[] = []
  const atSignEnds: number[] = []
  const { filter } = terms
  // The word before the current one, and the pair it ended, for phrases.
  let hash1 = 0
  let seen1 = 0
  let start1 = -1
  let end1 = -9
  let pair1 = 0
  let pairSeen1 = 0
  let start2 = -1
  const length = text.length
  let at = 0
  /** Where an escape may go on, if a word begins there. */
  let escaped = -1
  let hasBracket = false
  while (at < length) {
    const first = text.charCodeAt(at)
    let kind = classOf[first] as number
    if (kind < digit) {
      if (kind === sign) assignAt.push(at)
      else if (kind === atSign) {
        const end = atSignEnd(text, at)
        if (end > 0) {
          atSigns.push(at)
          atSignEnds.push(end)
          at = end - 1
        } else escaped = at + 1
      } else if (kind === wide) {
        for (const [term, bits] of wideTerms.get(first) ?? []) {
          if (!text.startsWith(term, at)) continue
          markStart.push(at)
          markEnd.push(at + term.length)
          markBits.push(bits)
          at += term.length - 1
          break
        }
      } else if (kind === bracket) hasBracket = true
      at++
      continue
    }
    if (at === escaped) {
      escaped = -1
      const tail = escapeTail(text, at)
      at += tail
      // What is left of the word, if anything, is a word of its own.
      if (tail > 0) continue
    }
    const start = at
    let hash = 0
    let kinds = 0
    do {
      kinds |= kind
      hash = (Math.imul(hash, 31) + (kind & foldedBits)) | 0
      at++
      kind = at < length ? (classOf[text.charCodeAt(at)] as number) : 0
    } while (kind >= digit)
    if (kinds < letter) {
      digitStart.push(start)
      digitEnd.push(at)
    } else if ((kinds & digit) !== 0) {
      mixedStart.push(start)
      mixedEnd.push(at)
      if (first < 58) noteExtension(text, start, at, digitStart, digitEnd)
    }
    if (at - start >= longRun) keyStart.push(start)
    const seen = filter[hash & filterMask] as number
    let pair = 0
    let pairSeen = 0
    // Most words are none of the vocabulary, nor do they go on with a phrase of it.
    if (((seen & mayBeEntry) | (seen1 & mayBeginPhrase) | (pairSeen1 & mayBeTwoOfThree)) !== 0) {
      let bits = (seen & mayBeEntry) === 0 ? 0 : lookUp(terms, hash, text, start, at)
      let from = start
      if ((seen1 & mayBeginPhrase) !== 0 && end1 >= start - 2) {
        pair = (Math.imul(hash1, 1000003) ^ hash) | 0
        pairSeen = filter[pair & filterMask] as number
        const pairBits = (pairSeen & mayBeEntry) === 0 ? 0 : lookUp(terms, pair, text, start1, at)
        if (pairBits !== 0) {
          bits |= pairBits
          from = start1
        }
      }
      if ((pairSeen1 & mayBeTwoOfThree) !== 0 && end1 >= start - 2) {
        const tripleBits = lookUp(terms, (Math.imul(pair1, 1000003) ^ hash) | 0, text, start2, at)
        if (tripleBits !== 0) {
          bits |= tripleBits
          from = start2
        }
      }
      if ((bits & context.keyPrefix) !== 0) {
        if (at - start < longRun && joins.includes(text[at] ?? ' ')) keyStart.push(start)
        bits &= ~context.keyPrefix
      }
      if (bits !== 0) {
        markStart.push(from)
        markEnd.push(at)
        markBits.push(bits)
      }
    }
    start2 = start1
    hash1 = hash
    seen1 = seen
    pair1 = pair
    pairSeen1 = pairSeen
    start1 = start
    end1 = at
  }
  return {
    text,
    markStart,
    markEnd,
    markBits,
    digitStart,
    digitEnd,
    mixedStart,
    mixedEnd,
    keyStart,
    assignAt,
    atSigns,
    atSignEnds,
    hasBracket,
  }
}

/** In `7163x2095` the digits before the x end a telephone number, those behind it are the extension. */
function noteExtension(text: string, start: number, end: number, starts: number[], ends: number[]): void {
  let sign = -1
  for (let at = start; at < end; at++) {
    const isDigit = text.charCodeAt(at) < 58
    if (isDigit) continue
    if (sign >= 0) return
    sign = at
  }
  if (sign >= end - 1 || sign - start >= 12 || (text.charCodeAt(sign) | 32) !== 120) return
  starts.push(start)
  ends.push(sign)
}
