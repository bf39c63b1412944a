import { entropy } from './entropy.ts'
import { secret, type Hit } from './hit.ts'
import { jwtAt } from './jwt.ts'
import { keyGates } from './key-gates.ts'
import { isPlaceholder } from './placeholder.ts'
import type { Scan } from './scan.ts'

/** Keys whose form a provider has published, and JSON Web Tokens. */
export function findProviderKeys(scan: Scan, hits: Hit[]): void {
  const { text } = scan
  let past = 0
  for (const start of scan.keyStart) {
    if (start < past || !beginsFree(text, start)) continue
    const found = text.startsWith('eyJ', start) ? tokenAt(text, start) : keyAt(text, start)
    if (found === null) continue
    if (found.hit !== null) hits.push(found.hit)
    past = found.end
  }
  for (const gate of keyGates.anchored) findAnchored(text, gate, hits)
}

/** A key does not begin inside base64 or behind a dotted name. */
function beginsFree(text: string, start: number): boolean {
  const before = text[start - 1]
  return before !== '+' && !(before === '.' && isAlnum(text.charCodeAt(start - 2)))
}

type Gate = (typeof keyGates.anchored)[number]

const isAlnum = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

/** What has a key's form; no hit when it only stands in for one. */
interface Found {
  readonly end: number
  readonly hit: Hit | null
}

function tokenAt(text: string, start: number): Found | null {
  const end = jwtAt(text, start)
  return end === null ? null : { end, hit: secret('jwt', '[jwt]', start, end, 0.98) }
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

function match(text: string, start: number, { key, form }: Gate): Found | null {
  form.lastIndex = start
  const found = form.exec(text)?.[0]
  if (found === undefined) return null
  const end = start + found.length
  const secretPart = found.slice(key.shows)
  if (isPlaceholder(secretPart) || entropy(secretPart) < 2.6) return { end, hit: null }
  const label = key.shows > 0 ? `[${key.name} ${found.slice(0, Math.min(key.shows, 4))}••]` : `[${key.name}]`
  return { end, hit: secret(key.kind, label, start, end, 0.97) }
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
