/**
 * The RFC 8785 (JCS) text of a JSON value: members sorted by the UTF-16 units of their names, numbers and
 * strings as ECMAScript writes them, no blanks. The chain hashes this text, and it is written for every beat,
 * which is why it is not a library's (a test holds it against one).
 *
 * @param value well-formed texts only: RFC 8785 refuses lone surrogates, and the server mends them on entry [B9]
 * @throws TypeError for what JSON cannot hold: undefined in an array or at the top, NaN, Infinity, functions
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`)
      return JSON.stringify(value)
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? arrayText(value) : objectText(value as Record<string, unknown>)
    default:
      throw new TypeError(`A ${typeof value} is no JSON value`)
  }
}

function arrayText(values: readonly unknown[]): string {
  if (values.length === 0) return '[]'
  let text = `[${canonicalText(values[0])}`
  for (let i = 1; i < values.length; i++) text += `,${canonicalText(values[i])}`
  return `${text}]`
}

function objectText(object: Record<string, unknown>): string {
  // The default order of `sort` is that of UTF-16 units, as the RFC wants it.
  const names = Object.keys(object).sort()
  let text = '{'
  for (const name of names) {
    const member = object[name]
    if (member === undefined) continue
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(name)}:${canonicalText(member)}`
  }
  return `${text}}`
}
