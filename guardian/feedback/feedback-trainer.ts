import { severityRank } from '../../protocol/severity.ts'
import type { Finding, Task, Verdict } from '../../protocol/verdict.ts'
import type { Exchange } from '../exchange.ts'

/** What a reviewer says of a task in an incident. */
export interface ReviewLabel {
  readonly task: Task
  /** Whether the exchange really is what the task names. */
  readonly label: boolean
  readonly reviewer?: string
}

/** A violation with its context, kept for review. */
export interface Incident {
  readonly id: string
  readonly exchange: { readonly prompt: string | null; readonly response: string | null }
  readonly findings: readonly Finding[]
  readonly engine: Verdict['engine']
  readonly labels: readonly ReviewLabel[]
}

/** What an incident keeps of a verdict. */
export type JudgedBy = Pick<Verdict, 'findings' | 'engine'>

/** One line of training data, as `npm run train` reads it. */
export interface TrainingRecord {
  readonly id: string
  readonly source: 'feedback'
  readonly licence: 'own'
  readonly task: Task
  readonly prompt: string | null
  readonly response: string | null
  readonly label: boolean
  readonly category: 'reviewed'
  readonly split: 'dev'
  readonly group: string
}

/**
 * Records violations as incidents, takes reviewers' labels, and exports them as training data. It holds incidents in
 * memory, newest last, up to a limit; where they are stored is its owner's affair. The caller names each incident.
 */
export class FeedbackTrainer {
  readonly #incidents = new Map<string, Incident>()
  readonly #limit: number

  /** @param limit incidents kept; the oldest go first */
  constructor(limit = 10_000) {
    this.#limit = limit
  }

  /**
   * Records an exchange whose verdict has violations.
   *
   * @param id unique name, e.g. the beat's id; recording one twice keeps the first
   * @returns the incident of this name, recorded now or before; null when there is none, for want of violations
   */
  recordViolation(id: string, exchange: Exchange, verdict: JudgedBy): Incident | null {
    const found = verdict.findings.some(({ severity }) => severityRank(severity) >= severityRank('low'))
    return found ? this.record(id, exchange, verdict) : (this.#incidents.get(id) ?? null)
  }

  /**
   * Records an exchange whatever its verdict: what nobody's rule found, and a person did, teaches most.
   *
   * @param id unique name; recording one twice keeps the first
   */
  record(id: string, exchange: Exchange, { findings, engine }: JudgedBy): Incident {
    const known = this.#incidents.get(id)
    if (known !== undefined) return known
    const { prompt = null, response = null } = exchange
    const incident: Incident = {
      id,
      exchange: { prompt, response },
      findings: findings.filter(({ severity }) => severityRank(severity) >= severityRank('low')),
      engine,
      labels: [],
    }
    this.#incidents.set(id, incident)
    const oldest = this.#incidents.keys().next().value
    if (this.#incidents.size > this.#limit && oldest !== undefined) this.#incidents.delete(oldest)
    return incident
  }

  /** Adds a reviewer's label; a later one on the same task replaces it. @throws RangeError for an unknown incident */
  label(id: string, label: ReviewLabel): Incident {
    const incident = this.#incidents.get(id)
    if (incident === undefined) throw new RangeError('no such incident')
    const labels = [...incident.labels.filter(({ task }) => task !== label.task), label]
    const labelled = { ...incident, labels }
    this.#incidents.set(id, labelled)
    return labelled
  }

  incidents(): Incident[] {
    return [...this.#incidents.values()]
  }

  /**
   * Labelled incidents as JSONL, one record a label, in the format that `npm run train` takes. A label that says
   * nothing to a model is left out: see {@link teaches}.
   */
  exportTraining(): string {
    const records = this.incidents().flatMap(({ id, exchange, labels }) =>
      labels
        .filter((label) => teaches(label, labels))
        .map(({ task, label }): TrainingRecord => ({
          id: `feedback:${id}:${task}`,
          source: 'feedback',
          licence: 'own',
          task,
          ...exchange,
          label,
          category: 'reviewed',
          split: 'dev',
          group: `feedback:${id}`,
        })),
    )
    return records.map((record) => `${JSON.stringify(record)}\n`).join('')
  }
}

/**
 * Models learn whether a response declines, not whether it should have: "no evasion" may be a justified refusal and
 * teaches nothing, and evasion is not said again where somebody labelled the refusal itself.
 */
function teaches({ task, label }: ReviewLabel, labels: readonly ReviewLabel[]): boolean {
  return task !== 'evasion' || (label && !labels.some((other) => other.task === 'refusal'))
}
