import { detectSensitive } from './detect.ts'
import { redactText } from './redact-text.ts'

export interface RedactedValue {
  readonly value: unknown
  /** How many stretches of each kind were replaced, in keys and values together. */
  readonly redactions: Record<string, number>
}

/** As deep as the wire lets `meta` go; what lies deeper is not kept. */
const maxDepth = 8

/**
 * Redacts every string of a JSON value, keys included, however nested (to depth 8; deeper containers, unless
 * they are empty, become `[too deep]`). A member's key counts as context for its value: `{"password": "…"}` is redacted as
 * `password: …` would be, and so is a number such as `{"card": 4…}`. Keys that become equal are numbered.
 *
 * @param value Anything JSON can hold; other values (functions, symbols, bigints) become null.
 */
export function redactValue(value: unknown): RedactedValue {
  const redactions: Record<string, number> = {}
  return { value: redactNode(value, null, 0, redactions), redactions }
}

/** Adds `more` to `counts`, kind by kind. */
export function addCounts(counts: Record<string, number>, more: Record<string, number> | undefined): void {
  for (const [kind, count] of Object.entries(more ?? {})) counts[kind] = (counts[kind] ?? 0) + count
}

function redactNode(
  value: unknown,
  key: string | null,
  depth: number,
  redactions: Record<string, number>,
): unknown {
  if (typeof value === 'string') return redactMember(key, value, redactions)
  if (typeof value === 'number') {
    const text = redactMember(key, String(value), redactions)
    return text === String(value) ? value : text
  }
  if (value === null || typeof value === 'boolean') return value
  if (typeof value !== 'object') return null
  const isEmpty = Object.keys(value).length === 0
  if (depth >= maxDepth && !isEmpty) return '[too deep]'
  if (Array.isArray(value)) return value.map((item) => redactNode(item, key, depth + 1, redactions))
  const members = new Map<string, unknown>()
  for (const [name, item] of Object.entries(value)) {
    const redacted = redactText(name)
    addCounts(redactions, redacted.redactions)
    // The new key is the context, so that what was redacted once is read the same way twice.
    const key = freeKey(members, redacted.text)
    members.set(key, redactNode(item, key, depth + 1, redactions))
  }
  // fromEntries defines own properties, so a key such as __proto__ stays data.
  return Object.fromEntries(members)
}

/** A label may give the rest of a text away to its key, so the two are read together more than once. */
const maxRounds = 4

/** Redacts a member's text by itself, then as what follows its key. */
function redactMember(key: string | null, text: string, redactions: Record<string, number>): string {
  const alone = redactText(text)
  addCounts(redactions, alone.redactions)
  if (key === null || key === '') return alone.text
  const lead = `${key}: `
  let current = alone.text
  for (let round = 0; round < maxRounds; round++) {
    const hits = detectSensitive(lead + current)
      .filter((hit) => hit.end > lead.length)
      .map((hit) => ({
        ...hit,
        start: Math.max(hit.start - lead.length, 0),
        end: hit.end - lead.length,
      }))
    if (hits.length === 0) break
    const inContext = redactText(current, hits)
    addCounts(redactions, inContext.redactions)
    current = inContext.text
  }
  return current
}

function freeKey(members: ReadonlyMap<string, unknown>, key: string): string {
  if (!members.has(key)) return key
  let number = 2
  while (members.has(`${key} ${number}`)) number++
  return `${key} ${number}`
}
