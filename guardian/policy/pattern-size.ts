import { compileRegex } from './compile-condition.ts'
import { PolicyError } from './policy-error.ts'
import type { Condition, Rule } from './schema.ts'

/**
 * How many instructions all patterns of a policy may come to. RE2 takes time in proportion to instructions times
 * characters, whatever the text; an ordinary pattern comes to 50 of them, and `.{0,1000}` to 2,000.
 */
export const instructionsMost = 5_000

/**
 * Refuses a policy whose patterns together would make every beat slow, before any of them has read a text: one
 * project's policy is run by the server that all share.
 *
 * @throws PolicyError naming the pattern that is one too many, or none at all
 */
export function requireSmallPatterns(rules: readonly Rule[]): void {
  let size = 0
  const patterns = rules.flatMap(({ when }, at) => patternsIn(when, `rules[${at}].when`))
  for (const { source, ignoreCase, path } of patterns) {
    size += compileRegex(source, ignoreCase, path).programSize()
    if (size <= instructionsMost) continue
    throw new PolicyError(
      `${path}.regex`,
      `the patterns up to here come to more than ${instructionsMost} instructions: write fewer, or repeat less in them`,
    )
  }
}

interface Pattern {
  source: string
  ignoreCase: boolean
  path: string
}

function patternsIn(condition: Condition, path: string): Pattern[] {
  if ('all' in condition) return condition.all.flatMap((inner, at) => patternsIn(inner, `${path}.all[${at}]`))
  if ('any' in condition) return condition.any.flatMap((inner, at) => patternsIn(inner, `${path}.any[${at}]`))
  if ('not' in condition) return patternsIn(condition.not, `${path}.not`)
  if (!('regex' in condition)) return []
  return [{ source: condition.regex, ignoreCase: condition.ignore_case ?? false, path }]
}
