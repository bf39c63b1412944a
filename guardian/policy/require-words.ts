import { readLiteral } from './literal.ts'
import { PolicyError } from './policy-error.ts'
import type { Condition, Rule } from './schema.ts'

/**
 * Refuses a keyword, or what a rule allows, in which there is no word to look for. Only while a policy is new: one that
 * is in force goes on without it, as it always did.
 *
 * @throws PolicyError naming the phrase
 */
export function requireWords(rules: readonly Rule[]): void {
  rules.forEach(({ when, allow }, at) => {
    requireIn(allow, `rules[${at}].allow`)
    requireInCondition(when, `rules[${at}].when`)
  })
}

function requireInCondition(condition: Condition, path: string): void {
  if ('all' in condition)
    condition.all.forEach((inner, at) => requireInCondition(inner, `${path}.all[${at}]`))
  else if ('any' in condition)
    condition.any.forEach((inner, at) => requireInCondition(inner, `${path}.any[${at}]`))
  else if ('not' in condition) requireInCondition(condition.not, `${path}.not`)
  else if ('keywords' in condition) requireIn(condition.keywords, `${path}.keywords`)
}

function requireIn(phrases: readonly string[], path: string): void {
  phrases.forEach((phrase, at) => {
    if (readLiteral(phrase) !== null) return
    throw new PolicyError(`${path}[${at}]`, 'no word to look for: take a regex for signs alone')
  })
}
