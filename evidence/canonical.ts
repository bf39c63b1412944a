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
export function members(object: object, depth = 0): string {
  return Object.entries(object)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${canonical(value, depth)}`)
    .join(',')
}
