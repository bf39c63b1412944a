import { ExportFault } from './export-fault.ts'

/** Far beyond what any entry holds. */
const deepest = 500

/**
 * The RFC 8785 text of a parsed JSON value. The check has a writer of its own: were it the server's, a fault
 * in that one would be blind to itself.
 *
 * @param depth of the value in its line
 * @throws ExportFault for a nesting that would exhaust the stack
 */
export function canonical(value: unknown, depth = 0): string {
  if (depth > deepest) throw new ExportFault('The line is nested deeper than any of an export.')
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, depth + 1)).join(',')}]`
  if (typeof value === 'object' && value !== null) return `{${members(value, depth + 1)}}`
  return JSON.stringify(value)
}

/** The members of an object in RFC 8785 order, without braces. */
function members(object: object, depth: number): string {
  const parts: string[] = []
  for (const name of Object.keys(object).toSorted()) {
    parts.push(`${JSON.stringify(name)}:${canonical((object as Record<string, unknown>)[name], depth)}`)
  }
  return parts.join(',')
}
