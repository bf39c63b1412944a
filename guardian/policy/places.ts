import type { Span } from '../../protocol/verdict.ts'
import type { Allowed } from './allowed.ts'
import type { Evidence } from './condition.ts'

/** Spans of one finding, and of each condition, at most. */
export const mostSpans = 50

/**
 * Gathers where a condition was seen to hold. What is allowed is left out before any is counted: else fifty allowed
 * places would hide the one that is not.
 */
export class Places {
  readonly #allowed: Allowed
  readonly #spans: Span[] = []
  #excused = false

  constructor(allowed: Allowed) {
    this.#allowed = allowed
  }

  add(span: Span): void {
    if (this.#allowed.excuses(span)) this.#excused = true
    else if (!this.isFull) this.#spans.push(span)
  }

  get isFull(): boolean {
    return this.#spans.length === mostSpans
  }

  /** Whether all that was seen is allowed. */
  get areExcused(): boolean {
    return this.#excused && this.#spans.length === 0
  }

  /** Evidence of a condition that holds, whether or not any place tells where. */
  evidence(probability: number): Evidence {
    return { probability, spans: this.#spans, excused: this.#excused }
  }

  /** Evidence of a condition that holds where it was seen; null when it was seen nowhere. */
  evidenceIfAny(probability: number): Evidence | null {
    return this.#excused || this.#spans.length > 0 ? this.evidence(probability) : null
  }
}
