import { compileRegex } from './compile-regex.ts'
import { PolicyError } from './policy-error.ts'
import type { Condition, Rule } from './schema.ts'

/**
 * What all conditions of a policy that read a text, and all lists of what its rules allow, may come to, in RE2
 * instructions. RE2 takes time in proportion to instructions times characters, whatever the text: at worst some 70 ns
 * an instruction and character, most often a fiftieth of that. An ordinary pattern comes to 50 of them, `.{0,200}` to
 * 400.
 */
export const costMost = 2_000
/** What a list of keywords takes for a character, in instructions; nearly the same however many words are in it. */
const keywordsCost = 4
/** What a guess at the language takes, in instructions; the guess reads only so much of a text. */
const languageCost = 20

/** Examples of all rules together: each is run through the guardian before a policy is taken. */
export const examplesMost = 1_000
/** Characters of all examples together. */
export const exampleCharactersMost = 100_000

/**
 * Refuses a policy whose conditions together would make every beat slow, before any of them has read a text, or
 * whose examples would take long to try: one project's policy is run by the server that all share.
 *
 * @throws PolicyError naming the condition or the example that is one too many, or a pattern that is none at all
 */
export function requireAffordable(rules: readonly Rule[]): void {
  let cost = 0
  for (const { path, of } of rules.flatMap((rule, at) => costsOf(rule, `rules[${at}]`))) {
    cost += of()
    if (cost <= costMost) continue
    throw new PolicyError(
      path,
      `the conditions up to here come to more than ${costMost} instructions: write fewer, or repeat less in patterns`,
    )
  }
  requireFewExamples(rules)
}

function requireFewExamples(rules: readonly Rule[]): void {
  let count = 0
  let characters = 0
  rules.forEach(({ examples }, rule) => {
    for (const kind of ['fires', 'silent'] as const) {
      examples[kind].forEach(({ prompt, response }, at) => {
        count++
        characters += (prompt?.length ?? 0) + (response?.length ?? 0)
        if (count <= examplesMost && characters <= exampleCharactersMost) return
        throw new PolicyError(
          `rules[${rule}].examples.${kind}[${at}]`,
          `a policy has ${examplesMost} examples of ${exampleCharactersMost} characters together at most`,
        )
      })
    }
  })
}

/** One condition that reads a text, or a list of what is allowed: a pattern is compiled only when its turn comes. */
interface Reading {
  path: string
  of: () => number
}

/** What a rule allows is looked for as keywords are. */
function costsOf({ when, allow }: Rule, path: string): Reading[] {
  const costs = costsIn(when, `${path}.when`)
  return allow.length === 0 ? costs : [...costs, { path: `${path}.allow`, of: () => keywordsCost }]
}

function costsIn(condition: Condition, path: string): Reading[] {
  if ('all' in condition) return condition.all.flatMap((inner, at) => costsIn(inner, `${path}.all[${at}]`))
  if ('any' in condition) return condition.any.flatMap((inner, at) => costsIn(inner, `${path}.any[${at}]`))
  if ('not' in condition) return costsIn(condition.not, `${path}.not`)
  if ('keywords' in condition) return [{ path: `${path}.keywords`, of: () => keywordsCost }]
  if ('language' in condition) return [{ path: `${path}.language`, of: () => languageCost }]
  if (!('regex' in condition)) return []
  const { regex, ignore_case = false } = condition
  return [{ path: `${path}.regex`, of: () => compileRegex(regex, ignore_case, path).programSize() }]
}
