import type { Connection } from './connection.ts'
import { encodeDraft, type Draft } from './draft.ts'
import { ApiError } from './errors/api-error.ts'
import { AuthenticationError } from './errors/authentication-error.ts'
import { KeyHaltedError } from './errors/key-halted-error.ts'
import type { LazyRedactor } from './lazy-redactor.ts'
import type { Once } from './once.ts'
import { reasonOf } from './reason.ts'
import type { Result } from './result.ts'
import type { Settings } from './settings.ts'
import { CircuitBreaker } from './transport/circuit-breaker.ts'
import { readEvaluation, readReceipt } from './transport/receipt.ts'
import { isRefusal } from './transport/refusal.ts'

/** What came of asking for a verdict without recording: one, none in time, or a server that has no such route. */
export type Evaluated = Result | 'unavailable' | 'unsupported'

const evaluatePath = '/api/v1/evaluate/'

/** Asks the server for verdicts, and spares callers the wait for one that does not answer. */
export class VerdictSource {
  readonly #settings: Settings
  readonly #connection: Connection
  readonly #redactor: LazyRedactor
  readonly #once: Once
  readonly #breaker = new CircuitBreaker()
  #evaluates = true

  constructor(settings: Settings, connection: Connection, redactor: LazyRedactor, once: Once) {
    this.#settings = settings
    this.#connection = connection
    this.#redactor = redactor
    this.#once = once
  }

  /**
   * Has a beat recorded and judged.
   *
   * @returns null when no verdict could be had in time
   * @throws AuthenticationError, KeyHaltedError, or the reason of an aborted signal
   */
  ask(draft: Draft, signal: AbortSignal | null): Promise<Result | null> {
    return this.#post('/simulator/logs/', draft, signal, readReceipt)
  }

  /** Has an exchange judged and not recorded. Throws as {@link ask} does. */
  async evaluate(draft: Draft, signal: AbortSignal | null): Promise<Evaluated> {
    if (!this.#evaluates) return 'unsupported'
    try {
      const result = await this.#post(evaluatePath, draft, signal, (answer) =>
        readEvaluation(answer, draft.id),
      )
      return result ?? 'unavailable'
    } catch (error) {
      if (!isMissingRoute(error)) throw error
      this.#evaluates = false
      return 'unsupported'
    }
  }

  async #post(
    path: string,
    draft: Draft,
    signal: AbortSignal | null,
    read: (answer: unknown) => Result | null,
  ): Promise<Result | null> {
    const { backendUrl, verdictTimeoutMs } = this.#settings
    if (!this.#breaker.allows(Date.now())) return null
    try {
      const body = encodeDraft(draft, await this.#redactor.load())
      const answer = await this.#connection.post(path, body, verdictTimeoutMs, signal)
      const result = read(answer)
      if (result === null) throw new Error(`${backendUrl} answered without a verdict`)
      this.#breaker.succeeded()
      this.#once.forget('verdict')
      return result
    } catch (error) {
      const isTold = error instanceof AuthenticationError || error instanceof KeyHaltedError
      if (signal?.aborted || isTold || (path === evaluatePath && isMissingRoute(error))) {
        this.#breaker.abandoned()
        throw error
      }
      // A refusal of this one beat (its meta is too large, say) leaves us without a verdict, but is no outage.
      if (isRefusal(error)) this.#breaker.abandoned()
      else this.#breaker.failed(Date.now())
      this.#tellUnavailable(error)
      return null
    }
  }

  #tellUnavailable(error: unknown): void {
    const { logger, onUnavailable } = this.#settings
    const done = onUnavailable === 'allow' ? 'let through unchecked' : 'blocked'
    this.#once.tell('verdict', () =>
      logger.warn(
        `No verdict (${reasonOf(error)}). Until there is one, responses are ${done}, as onUnavailable says; ` +
          'beats are delivered later.',
      ),
    )
  }
}

/** An older server has no route to evaluate without recording. */
function isMissingRoute(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 405)
}
