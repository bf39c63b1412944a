import { severityRank } from '../../protocol/severity.ts'
import type { Finding, Span, Task } from '../../protocol/verdict.ts'
import { evidenceOf, placeOf } from '../model-evidence.ts'
import type { Observation } from '../observe.ts'
import { nothingAllowed } from './allowed.ts'
import type { CompiledPolicy, CompiledRule } from './compile.ts'
import type { Evidence } from './condition.ts'
import { mostSpans } from './places.ts'

/** Evaluates compiled policies: every rule runs, and every finding says which rule, where and why. */
export class AlignmentPolicyEngine {
  readonly policy: CompiledPolicy

  constructor(policy: CompiledPolicy) {
    this.policy = policy
  }

  /** Findings of all rules, worst first, then surest, then in the order of the policy. At most 100. */
  evaluate(observation: Observation): Finding[] {
    const findings: Finding[] = []
    const suspected = onceEach((task) => evidenceOf(task, observation))
    for (const rule of this.policy.rules) {
      const finding = apply(rule, observation, suspected)
      if (finding !== null) findings.push(finding)
    }
    return findings
      .sort((a, b) => severityRank(b.severity) - severityRank(a.severity) || b.probability - a.probability)
      .slice(0, 100)
  }
}

/** Where the models suspect a task. */
type Suspected = (task: Task) => readonly Span[]

/** The models read the text again for it: once a task, however many rules of a policy ask. */
function onceEach(find: Suspected): Suspected {
  const found = new Map<Task, readonly Span[]>()
  return (task) => {
    const spans = found.get(task) ?? find(task)
    found.set(task, spans)
    return spans
  }
}

function apply(rule: CompiledRule, observation: Observation, suspected: Suspected): Finding | null {
  const evidence = evidenceFor(rule, observation)
  if (evidence === null || (evidence.excused && evidence.spans.length === 0)) return null
  const all = withSuspected(evidence, rule.template.task, suspected)
  return {
    ...rule.template,
    probability: evidence.probability,
    spans: all.length > mostSpans ? all.slice(0, mostSpans) : [...all],
  }
}

/** Most rules hold nowhere: what they allow is looked for only where they do. */
function evidenceFor({ check, allowance }: CompiledRule, observation: Observation): Evidence | null {
  const evidence = check(observation, nothingAllowed)
  if (evidence === null || allowance === null || evidence.spans.length === 0) return evidence
  const allowed = allowance(observation)
  return evidence.spans.some((span) => allowed.excuses(span)) ? check(observation, allowed) : evidence
}

/** Adds where the risk of the rule's own task comes from, unless spans in that text already say so. */
function withSuspected(
  { spans, suspects = [] }: Evidence,
  own: Finding['task'],
  suspected: Suspected,
): readonly Span[] {
  const suspect = suspects.find((task) => task === own) ?? (spans.length === 0 ? suspects[0] : undefined)
  if (suspect === undefined) return spans
  const where = placeOf(suspect)
  if (spans.some((span) => where === null || span.in === where)) return spans
  return [...spans, ...suspected(suspect)]
}
