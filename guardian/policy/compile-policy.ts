import { Monitor } from '../monitor/monitor.ts'
import { observe } from '../observe.ts'
import { checkExamples, compileParsed, parsePolicy, type CompiledPolicy, type Policy } from './compile.ts'
import { defaultPolicy } from './default-policy.ts'
import { AlignmentPolicyEngine } from './engine.ts'
import { requireAffordable } from './policy-cost.ts'
import { requireWords } from './require-words.ts'

/**
 * Validates and compiles a policy, and checks every example of every rule against the whole pipeline.
 *
 * @throws PolicyError naming the field, the refused pattern with its position, the keyword without a word, what is too much of it, or the example that does not hold
 */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const parsed = parsePolicy(policy)
  requireAffordable(parsed.rules)
  requireWords(parsed.rules)
  const compiled = compileParsed(parsed)
  checkExamples(
    compiled,
    (rule, exchange) =>
      new AlignmentPolicyEngine({ ...compiled, rules: [rule] }).evaluate(observe(exchange, Monitor.shared()))
        .length > 0,
  )
  return compiled
}

/**
 * Compiles a policy that {@link compilePolicy} took before, without running its examples again.
 *
 * @throws PolicyError when this version of the guardian can't take it any more
 */
export function compileChecked(policy: Policy): CompiledPolicy {
  return compileParsed(parsePolicy(policy))
}

let compiledDefault: CompiledPolicy | null = null

/** The shipped policy, compiled once on first use. */
export function defaultCompiled(): CompiledPolicy {
  compiledDefault ??= compileParsed(defaultPolicy)
  return compiledDefault
}
