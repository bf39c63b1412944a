import { entropy } from './entropy.ts'
import { secret, type Hit } from './hit.ts'
import { jwtAt } from './jwt.ts'
import { keyGates } from './key-gates.ts'
import { isPlaceholder } from './placeholder.ts'
import { isPublishedToken } from './published-examples.ts'
import type { Scan } from './scan.ts'

/** Keys whose form a provider has published, and JSON Web Tokens. */
export function findProviderKeys(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  let lineEnd = 0
  for (const start of scan.keyStart) {
    if (start < past || !beginsFree(text, start)) continue
    if (lineEnd <= start) lineEnd = runEnd(text, start)
    const found = credentialAt(text, start) ?? brokenKeyAt(text, start, lineEnd)
    if (found === null) continue
    if (found.hit !== null) hits.push(found.hit)
    past = found.end
  }
  for (const gate of keyGates.anchored) findAnchored(text, gate, hits)
}

/** A key does not begin inside base64 or behind a dotted name, unless that is the domain of an e-mail. */
function beginsFree(text: string, start: number): boolean {
  const before = text[start - 1]
  if (before === '.' && isAlnum(text.charCodeAt(start - 2))) return isBehindMail(text, start)
  return before !== '+'
}

/** As long as a domain can be. */
const maxDomain = 253

function isBehindMail(text: string, start: number): boolean {
  const least = Math.max(0, start - maxDomain)
  let at = start - 1
  while (at >= least && (isAlnum(text.charCodeAt(at)) || text[at] === '.' || text[at] === '-')) at--
  return text[at] === '@' && /[\w.+-]/.test(text[at - 1] ?? '')
}

type Gate = (typeof keyGates.anchored)[number]

const isAlnum = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

/** What has a key's form; no hit when it only stands in for one. */
interface Found {
  readonly end: number
  readonly hit: Hit | null
}

/** A provider's key or a JSON Web Token that begins at `start`; no hit when it only stands in for one. */
export function credentialAt(text: string, start: number): Found | null {
  return text.startsWith('eyJ', start) ? tokenAt(text, start) : keyAt(text, start)
}

function tokenAt(text: string, start: number): Found | null {
  const end = jwtAt(text, start)
  if (end === null) return null
  const isExample = isPublishedToken(text.slice(start, end))
  return { end, hit: isExample ? null : secret('jwt', '[jwt]', start, end, 0.99) }
}

function keyAt(text: string, start: number): Found | null {
  let end = start
  while (end < text.length && end - start < 16 && isAlnum(text.charCodeAt(end))) end++
  const word = text.slice(start, end).toLowerCase()
  let rejected: Found | null = null
  for (const gates of [
    keyGates.byWord.get(word),
    keyGates.byHead.get(word.slice(0, 2)),
    keyGates.byHead.get(word.slice(0, 1)),
  ]) {
    for (const gate of gates ?? []) {
      const found = match(text, start, gate)
      if (found?.hit) return found
      rejected ??= found
    }
  }
  return rejected
}

/** The end of a line within a key, and the blanks that begin the next line. */
const lineBreak = /\r?\n[ \t]{0,8}(?=[\w.~+/=-])/y
const runOfKey = /[\w.~+/=-]*/y
const restOfKey = /[\w.~+/=-]{1,300}/y

/** The end of the run of what keys are written in from `start` on; all starts within one run share it. */
function runEnd(text: string, start: number): number {
  runOfKey.lastIndex = start
  return runOfKey.test(text) ? runOfKey.lastIndex : start
}

const minFirstLine = 8
const maxFirstLine = 300

/**
 * A provider's key that the end of a line cuts in two, as mail programs and terminals do.
 *
 * @param cut Where its first part ends.
 */
function brokenKeyAt(text: string, start: number, cut: number): Found | null {
  if (cut - start < minFirstLine || cut - start > maxFirstLine) return null
  if (text[cut] !== '\n' && text[cut] !== '\r') return null
  const line = text.slice(start, cut)
  lineBreak.lastIndex = cut
  const gap = lineBreak.exec(text)?.[0].length ?? 0
  restOfKey.lastIndex = cut + gap
  const rest = gap === 0 ? undefined : restOfKey.exec(text)?.[0]
  // A word on the next line is a word; what goes on as a key does holds digits.
  if (rest === undefined || !/\d/.test(rest)) return null
  const found = keyAt(line + rest, 0)
  if (!found?.hit || found.end <= line.length) return null
  const end = start + found.end + gap
  return { end, hit: { ...found.hit, start, end } }
}

function match(text: string, start: number, { key, form }: Gate): Found | null {
  form.lastIndex = start
  const found = form.exec(text)?.[0]
  if (found === undefined) return null
  const end = start + found.length
  const secretPart = found.slice(key.shows)
  if (isPlaceholder(secretPart) || entropy(secretPart) < 2.6) return { end, hit: null }
  const label = key.shows > 0 ? `[${key.name} ${found.slice(0, Math.min(key.shows, 4))}••]` : `[${key.name}]`
  return { end, hit: secret(key.kind, label, start, end, 0.99) }
}

function findAnchored(text: string, gate: Gate, hits: Hit[]): void {
  const { text: anchor, back } = gate.key.anchor ?? { text: '', back: 0 }
  let past = 0
  for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + anchor.length)) {
    // The part in front may be a little shorter than `back`.
    for (let start = Math.max(past, at - back); start <= at - back + 2 && start >= 0; start++) {
      if (isAlnum(text.charCodeAt(start - 1)) && isAlnum(text.charCodeAt(start))) continue
      const hit = match(text, start, gate)?.hit
      if (!hit || hit.end <= at) continue
      hits.push(hit)
      past = hit.end
      break
    }
  }
}
