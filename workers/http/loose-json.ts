/**
 * A JSON string, or one of the bare words that Python's `json` writes for numbers JSON has not. A string
 * that never closes matches to the end: would it not, each quote in it would be tried anew.
 */
const stringOrWord = /"(?:[^"\\]|\\.)*"?|-?Infinity\b|\bNaN\b/g
/** Stands for all of them: it parses to Infinity, which no JSON text means. */
const nonFinite = '1e999'

/** What JSON.parse gives for a surrogate escape that may be alone. */
const surrogateEscape = /\\u[dD][89a-fA-F]/

/**
 * Parses JSON as published clients write it: `NaN`, `Infinity` and `-Infinity` are taken where a number may
 * stand (all become Infinity here, for the caller to refuse or drop), and lone surrogates become U+FFFD.
 * Linear in the length of the text.
 *
 * @returns the value, and whether a text in it was malformed; null when it is not JSON
 */
export function parseLooseJson(text: string): { value: unknown; malformedText: boolean } | null {
  const parsed =
    tryParse(text) ?? tryParse(text.replace(stringOrWord, (token) => (token[0] === '"' ? token : nonFinite)))
  if (parsed === null) return null
  if (!surrogateEscape.test(text)) return { value: parsed.value, malformedText: false }
  return mendTexts(parsed.value)
}

function tryParse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

/** Replaces lone surrogates in every string and key. Written without recursion: depth is the sender's choice. */
function mendTexts(root: unknown): { value: unknown; malformedText: boolean } {
  let malformedText = false
  const mend = (text: string): string => {
    if (text.isWellFormed()) return text
    malformedText = true
    return text.toWellFormed()
  }
  const holder: { value: unknown } = { value: root }
  const pending: (Record<string, unknown> | unknown[])[] = [holder]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const [key, value] of Object.entries(node)) {
      const name = mend(key)
      const mended = typeof value === 'string' ? mend(value) : value
      if (name !== key) Reflect.deleteProperty(node, key)
      // Defined, not assigned: a key such as __proto__ stays data.
      if (name !== key || mended !== value) {
        Object.defineProperty(node, name, {
          value: mended,
          enumerable: true,
          configurable: true,
          writable: true,
        })
      }
      if (typeof mended === 'object' && mended !== null) pending.push(mended as Record<string, unknown>)
    }
  }
  return { value: holder.value, malformedText }
}
