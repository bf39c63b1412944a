import * as z from 'zod'
import type { Finding } from '../../protocol/verdict.ts'
import type { Exchange } from '../exchange.ts'
import { compileAllowance, type Allowance } from './allowed.ts'
import { compileCondition } from './compile-condition.ts'
import type { Check } from './condition.ts'
import { defaultPolicy } from './default-policy.ts'
import { PolicyError } from './policy-error.ts'
import { policySchema, type ParsedPolicy, type Policy, type Rule } from './schema.ts'

export interface CompiledRule {
  /** Where it stands in the document. */
  readonly path: string
  readonly check: Check
  /** The finding as it stands before evidence. */
  readonly template: Omit<Finding, 'probability' | 'spans'>
  /** What of an exchange it allows; null where it allows nothing. */
  readonly allowance: Allowance | null
  readonly examples: Rule['examples']
}

/** A policy ready to run. Made by {@link compilePolicy}. */
export interface CompiledPolicy {
  readonly id: string
  readonly version: string
  readonly rules: readonly CompiledRule[]
}

/** Deeper nesting says nothing a reader could follow, and would let a document exhaust the stack. */
const deepest = 32

function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== 'object' || value === null || depth > deepest * 2) return depth
  return Object.values(value).reduce(
    (most: number, inner: unknown) => Math.max(most, depthOf(inner, depth + 1)),
    depth,
  )
}

/** Reads a policy document. @throws PolicyError naming the first field that is wrong. */
export function parsePolicy(document: unknown): ParsedPolicy {
  if (depthOf(document) > deepest * 2)
    throw new PolicyError('policy', `nested deeper than ${deepest} conditions`)
  const parsed = policySchema.safeParse(document)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new PolicyError(
    issue === undefined ? 'policy' : z.core.toDotPath(issue.path) || 'policy',
    issue?.message ?? 'invalid',
  )
}

/** The rules a policy comes to with what it extends: its own replace inherited ones of the same id. */
export function rulesOf(policy: ParsedPolicy): Rule[] {
  const own = new Map<string, Rule>()
  policy.rules.forEach((rule, at) => {
    if (own.has(rule.id)) throw new PolicyError(`rules[${at}].id`, `a second rule ${rule.id}`)
    own.set(rule.id, rule)
  })
  // The shipped examples are proven where the policy is shipped: an operator's policy answers for its own.
  const inherited: Rule[] =
    policy.extends === undefined
      ? []
      : defaultPolicy.rules
          .filter((rule) => !own.has(rule.id))
          .map((rule) => ({ ...rule, examples: { fires: [], silent: [] } }))
  const rules = [...inherited, ...own.values()]
  for (const id of Object.keys(policy.overrides)) {
    if (!rules.some((rule) => rule.id === id)) throw new PolicyError(`overrides.${id}`, 'no such rule')
  }
  return rules.flatMap((rule) => {
    const { enabled = true, severity = rule.severity, action = rule.action } = policy.overrides[rule.id] ?? {}
    return enabled ? [{ ...rule, severity, action }] : []
  })
}

/** Compiles without checking examples: for the shipped policy, whose examples a test checks. */
export function compileParsed(policy: ParsedPolicy): CompiledPolicy {
  const own = new Map(policy.rules.map(({ id }, at) => [id, at]))
  const rules = rulesOf(policy).map((rule) => compileRule(rule, `rules[${own.get(rule.id) ?? rule.id}]`))
  return { id: policy.id, version: policy.version, rules }
}

function compileRule(rule: Rule, path: string): CompiledRule {
  return {
    path,
    check: compileCondition(rule.when, rule.target, `${path}.when`),
    template: {
      task: rule.task,
      rule_id: rule.id,
      title: rule.title,
      severity: rule.severity,
      action: rule.action,
      why: rule.why ?? `The conditions of rule ${rule.id} hold.`,
      remediation: rule.remediation,
      principle: rule.principle,
    },
    allowance: compileAllowance(rule.allow, `${path}.allow`),
    examples: rule.examples,
  }
}

/** Whether a rule fires on an exchange, as {@link compilePolicy} asks of every example. */
export type Fires = (rule: CompiledRule, exchange: Exchange) => boolean

/** Checks every example of every rule. @throws PolicyError naming the first that does not hold. */
export function checkExamples(policy: CompiledPolicy, fires: Fires): void {
  for (const rule of policy.rules) {
    const { path, template, examples } = rule
    for (const kind of ['fires', 'silent'] as const) {
      examples[kind].forEach(({ prompt = null, response = null }, at) => {
        if (fires(rule, { prompt, response }) === (kind === 'fires')) return
        const fault =
          kind === 'fires' ? 'does not fire on its example' : 'fires on an example it must leave alone'
        throw new PolicyError(`${path}.examples.${kind}[${at}]`, `the rule ${template.rule_id} ${fault}`)
      })
    }
  }
}

export type { Policy }
