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
    const hit = text.startsWith('eyJ', start) ? tokenAt(text, start) : keyAt(text, start)
    if (hit === null) continue
    hits.push(hit)
    past = hit.end
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

function tokenAt(text: string, start: number): Hit | null {
  const end = jwtAt(text, start)
  return end === null ? null : secret('jwt', '[jwt]', start, end, 0.98)
}

function keyAt(text: string, start: number): Hit | null {
  let end = start
  while (end < text.length && end - start < 16 && isAlnum(text.charCodeAt(end))) end++
  const word = text.slice(start, end).toLowerCase()
  const hit = firstHit(text, start, keyGates.byWord.get(word))
  return (
    hit ??
    firstHit(text, start, keyGates.byHead.get(word.slice(0, 2))) ??
    firstHit(text, start, keyGates.byHead.get(word.slice(0, 1)))
  )
}

function firstHit(text: string, start: number, gates: readonly Gate[] | undefined): Hit | null {
  for (const gate of gates ?? []) {
    const hit = match(text, start, gate)
    if (hit !== null) return hit
  }
  return null
}

function match(text: string, start: number, { key, form }: Gate): Hit | null {
  form.lastIndex = start
  const found = form.exec(text)?.[0]
  if (found === undefined || isPlaceholder(found.slice(key.shows)) || entropy(found.slice(key.shows)) < 2.6)
    return null
  const label = key.shows > 0 ? `[${key.name} ${found.slice(0, Math.min(key.shows, 4))}••]` : `[${key.name}]`
  return secret(key.kind, label, start, start + found.length, 0.97)
}

function findAnchored(text: string, gate: Gate, hits: Hit[]): void {
  const { text: anchor, back } = gate.key.anchor ?? { text: '', back: 0 }
  let past = 0
  for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + anchor.length)) {
    // The part in front may be a little shorter than `back`.
    for (let start = Math.max(past, at - back); start <= at - back + 2 && start >= 0; start++) {
      if (isAlnum(text.charCodeAt(start - 1)) && isAlnum(text.charCodeAt(start))) continue
      const hit = match(text, start, gate)
      if (hit === null || hit.end <= at) continue
      hits.push(hit)
      past = hit.end
      break
    }
  }
}
