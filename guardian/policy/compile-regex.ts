import { RE2JS, RE2JSSyntaxException } from 're2js'
import { PolicyError } from './policy-error.ts'

/** A pattern of a policy. @throws PolicyError with the place in it that is wrong */
export function compileRegex(source: string, ignoreCase: boolean, path: string): RE2JS {
  const compiled = attempt(source, ignoreCase)
  if (compiled instanceof RE2JS) return compiled
  const position = positionOf(compiled, source, ignoreCase)
  throw new PolicyError(`${path}.regex`, `${compiled.getDescription()} at position ${position}`, position)
}

function attempt(source: string, ignoreCase: boolean): RE2JS | RE2JSSyntaxException {
  try {
    return RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return error
    throw error
  }
}

/** Of a bracket without its other half RE2 names the whole pattern. */
const unpaired = new Map([
  ['missing closing )', '('],
  ['unexpected )', ')'],
])

/** RE2 names what is wrong, not where: the same may stand in the pattern before, and behind, without fault. */
function positionOf(fault: RE2JSSyntaxException, source: string, ignoreCase: boolean): number {
  const description = fault.getDescription()
  const bracket = unpaired.get(description)
  if (bracket !== undefined) {
    const isWhole = (end: number) => attempt(source.slice(0, end), ignoreCase) instanceof RE2JS
    return lastWhere(source, bracket, isWhole)
  }
  const part = fault.getPattern() ?? ''
  if (part === '') return description.startsWith('trailing') ? source.length - 1 : 0
  return lastWhere(source, part, (at) => {
    const before = attempt(source.slice(0, at + part.length - 1), ignoreCase)
    const isSame = !(before instanceof RE2JS) && before.getDescription() === description
    return !isSame || before.getPattern() !== part
  })
}

/**
 * The last place of a part for which this holds; 0 for none. RE2 reads from the left and stops at the first fault, so
 * that the pattern up to a place behind the fault costs no more than all of it did.
 */
function lastWhere(source: string, part: string, holds: (at: number) => boolean): number {
  for (let at = source.lastIndexOf(part); at > 0; at = source.lastIndexOf(part, at - 1))
    if (holds(at)) return at
  return 0
}
