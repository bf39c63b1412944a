import type { BeatHeader, Enforcement, Engine, Finding, Probe, Risks, Span } from '../protocol/index.ts'

/*
 * Parts of a verdict with their members in the order in which RFC 8785 sorts them, so that `JSON.stringify` writes
 * their canonical text. The types see to it that no member is left out, a test that the order is right. [C1]
 */

export function inOrderOfEnforcement(given: Enforcement): NonNullable<BeatHeader['enforcement']> {
  const { mode, on_violation, unavailable } = given
  return { mode, ...(on_violation && { on_violation }), ...(unavailable && { unavailable }) }
}

export function inOrderOfEngine({ name, policy, tiers, version }: Engine): Required<Engine> {
  return { name, policy: { id: policy.id, version: policy.version }, tiers, version }
}

export function inOrderOfFinding(given: Finding): Required<Finding> {
  const { action, principle, probability, remediation, rule_id, severity, task, title, why } = given
  const spans = given.spans.map(inOrderOfSpan)
  return { action, principle, probability, remediation, rule_id, severity, spans, task, title, why }
}

function inOrderOfSpan({ end, in: where, kind, start }: Span): Required<Span> {
  return { end, in: where, kind, start }
}

export function inOrderOfProbe(given: Probe): Required<Probe> {
  const { aims_at, id, must_include_any, must_not_include, question } = given
  return { aims_at, id, must_include_any, must_not_include, question }
}

export function inOrderOfRisks(given: Risks): Required<Risks> {
  const { evasion, harmful_request, injection, jailbreak, pii, refusal, secret, unsafe_response } = given
  return { evasion, harmful_request, injection, jailbreak, pii, refusal, secret, unsafe_response }
}
