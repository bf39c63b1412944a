import type { Verdict } from '../protocol/verdict.ts'
import { CustosGuardian, type GuardianOptions } from './custos-guardian.ts'
import type { Exchange } from './exchange.ts'

export { CustosGuardian, type GuardianOptions, type Judged } from './custos-guardian.ts'
export { engineName, engineVersion } from './engine.ts'
export { EthicsRegistry, type Principle } from './ethics/ethics-registry.ts'
export type { Exchange, HistorySummary } from './exchange.ts'
export { FeedbackTrainer, type Incident, type ReviewLabel } from './feedback/feedback-trainer.ts'
export { Interrogator, type ProbeResult } from './interrogator/interrogator.ts'
export type { Judge, Judgement } from './judge.ts'
export type { Flag } from './monitor/flag.ts'
export { Monitor, type Analysis } from './monitor/monitor.ts'
export { compileChecked, compilePolicy } from './policy/compile-policy.ts'
export type { CompiledPolicy } from './policy/compile.ts'
export { defaultPolicy } from './policy/default-policy.ts'
export { AlignmentPolicyEngine } from './policy/engine.ts'
export { PolicyError } from './policy/policy-error.ts'
export { policySchema, type Policy, type Rule } from './policy/schema.ts'
export * from './privacy/index.ts'
export { withReported, type Reported } from './reported.ts'
export { alignmentScore, colorOf, defaultThresholds, type Thresholds } from './score.ts'

let shared: CustosGuardian | null = null

/**
 * Judges one prompt and the answer to it: with no options under the default policy, by one shared guardian. For a
 * policy of your own, make a {@link CustosGuardian} once and keep it.
 */
export function evaluate(exchange: Exchange, options?: GuardianOptions): Verdict {
  if (options !== undefined) return new CustosGuardian(options).evaluate(exchange)
  shared ??= new CustosGuardian()
  return shared.evaluate(exchange)
}
