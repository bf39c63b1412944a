/** The bare words that Python's `json` writes for numbers JSON has not. */
const word = /-?Infinity\b|\bNaN\b/g
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
  const parsed = tryParse(text) ?? tryParse(withoutWords(text))
  if (parsed === null) return null
  if (!surrogateEscape.test(text)) return { value: parsed.value, malformedText: false }
  return mendTexts(parsed.value)
}

/**
 * The text with the words replaced, where they stand outside of strings. Found by hand: a pattern that also
 * matches strings runs out of stack on one of some megabytes.
 */
function withoutWords(text: string): string {
  let out = ''
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('"', at)
    const outside = text.slice(at, open === -1 ? text.length : open)
    out += outside.replace(word, nonFinite)
    if (open === -1) return out
    const close = closingQuote(text, open)
    out += text.slice(open, close)
    at = close
  }
  return out
}

/** Just after the quote that ends the string which begins at `open`, or the end of the text. */
function closingQuote(text: string, open: number): number {
  for (let quote = text.indexOf('"', open + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (text[quote - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return quote + 1
  }
  return text.length
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
