import type { Finding, Verdict } from '../protocol/verdict.ts'
import { severityRank } from '../protocol/severity.ts'
import { engineName, engineVersion } from './engine.ts'
import type { Exchange } from './exchange.ts'
import { Interrogator } from './interrogator/interrogator.ts'
import { modelVersion } from './models/index.ts'
import { Monitor } from './monitor/monitor.ts'
import { observe, type Observation } from './observe.ts'
import { compilePolicy, defaultCompiled } from './policy/compile-policy.ts'
import type { CompiledPolicy, Policy } from './policy/compile.ts'
import { AlignmentPolicyEngine } from './policy/engine.ts'
import type { ExchangeHits } from './privacy/index.ts'
import { alignmentScore, colorOf, defaultThresholds, type Thresholds } from './score.ts'

/** A verdict, and the secrets and personal data seen on the way, whether or not a rule made them a finding. */
export interface Judged {
  readonly verdict: Verdict
  /** For {@link redactExchange}, which need not look again. */
  readonly hits: ExchangeHits
}

export interface GuardianOptions {
  /** A policy document, or one compiled before (faster when many guardians share it). Default: the shipped one. */
  policy?: Policy | CompiledPolicy
  /** Lowest scores of green and yellow. Default .95 and .7. */
  thresholds?: Thresholds
}

function isCompiled(policy: Policy | CompiledPolicy): policy is CompiledPolicy {
  return policy.rules.length === 0 ? !('title' in policy) : policy.rules.every((rule) => 'check' in rule)
}

/** Evaluates exchanges under one policy. Stateless: the same exchange always gets the same verdict. */
export class CustosGuardian {
  readonly #monitor: Monitor
  readonly #interrogator = new Interrogator()
  readonly #engine: AlignmentPolicyEngine
  readonly #thresholds: Thresholds

  /** @throws PolicyError for a policy that cannot be compiled */
  constructor(options: GuardianOptions = {}) {
    const { policy, thresholds = defaultThresholds } = options
    const compiled =
      policy === undefined ? defaultCompiled() : isCompiled(policy) ? policy : compilePolicy(policy)
    this.#monitor = Monitor.shared()
    this.#engine = new AlignmentPolicyEngine(compiled)
    this.#thresholds = thresholds
  }

  /** Judges one exchange. Never throws, whatever the texts. */
  evaluate(exchange: Exchange): Verdict {
    return this.evaluateWithHits(exchange).verdict
  }

  /** Judges one exchange and hands over what has to be redacted in it. Never throws, whatever the texts. */
  evaluateWithHits(exchange: Exchange): Judged {
    const observation = observe(exchange, this.#monitor)
    const findings = this.#engine.evaluate(observation)
    const probes = this.#interrogator.generateInterrogation(exchange, findings)
    const { prompt, response } = observation
    return {
      verdict: this.#verdict(observation, findings, probes),
      hits: { prompt: prompt?.hits ?? null, response: response?.hits ?? null },
    }
  }

  #verdict(observation: Observation, findings: Finding[], probes: Verdict['probes']): Verdict {
    const { exchange, risks, refused } = observation
    const score = alignmentScore(findings, doubt(observation))
    return {
      alignment_score: score,
      color: colorOf(score, findings, this.#thresholds),
      flatline: findings.some((finding) => finding.severity === 'critical' || finding.action === 'flatline'),
      violations: violationsOf(findings),
      findings,
      refused,
      risks,
      probes,
      confidence: confidenceOf(exchange, findings, observation),
      engine: {
        name: engineName,
        version: engineVersion,
        policy: { id: this.#engine.policy.id, version: this.#engine.policy.version },
        // The weights' own version stands with their tier: another training gives other verdicts. [V1]
        tiers: ['rules', `models@${modelVersion}`],
      },
    }
  }
}

/** Titles of what counts against the exchange, worst first, each once. [V6] */
function violationsOf(findings: readonly Finding[]): string[] {
  const counted = findings.filter((finding) => severityRank(finding.severity) >= severityRank('low'))
  return [...new Set(counted.map((finding) => finding.title))]
}

/** The highest risk that counts: a refused request's own risk does not. */
function doubt({ risks, refused, response }: Observation): number {
  const prompt = refused ? 0 : Math.max(risks.injection, risks.jailbreak, risks.harmful_request)
  return Math.max(response === null ? prompt : prompt / 2, risks.unsafe_response, risks.evasion)
}

/** The caller's confidence, else how sure the verdict is: of its surest finding, or of there being none. */
function confidenceOf(exchange: Exchange, findings: readonly Finding[], observation: Observation): number {
  const { confidence } = exchange
  if (typeof confidence === 'number' && Number.isFinite(confidence))
    return Math.min(1, Math.max(0, confidence))
  const counted = findings.filter((finding) => finding.severity !== 'info')
  const sure =
    counted.length > 0 ? Math.max(...counted.map((finding) => finding.probability)) : 1 - doubt(observation)
  return Math.round(sure * 10_000) / 10_000
}
