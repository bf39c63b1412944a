import { encodeDraft, newDraft, type Draft, type Exchange } from './draft.ts'
import { ApiError } from './errors/api-error.ts'
import { AuthenticationError } from './errors/authentication-error.ts'
import { ConfigurationError } from './errors/configuration-error.ts'
import { KeyHaltedError } from './errors/key-halted-error.ts'
import { UnavailableError } from './errors/unavailable-error.ts'
import { Gate } from './gate.ts'
import { Heartbeats } from './heartbeats.ts'
import { localEvaluator } from './local-evaluator.ts'
import { newId } from './new-id.ts'
import { Once } from './once.ts'
import { isRecord } from './record.ts'
import type { Redactor } from './redactor.ts'
import type { Result } from './result.ts'
import type { Settings } from './settings.ts'
import { post } from './transport/api.ts'
import { CircuitBreaker } from './transport/circuit-breaker.ts'
import { Delivery, type FlushReport, type Item } from './transport/delivery.ts'
import { readReceipt } from './transport/receipt.ts'
import { isTransient } from './transport/retry.ts'
import { readBatchAnswer, type ItemOutcome } from './transport/send-batch.ts'

/** What was done about a verdict, as it is recorded beside the beat. */
export type ActionTaken = 'raised' | 'replaced' | 'returned_none' | 'allowed'

/**
 * One guardian's connection to its server: asks for verdicts, records in the background, keeps the line moving,
 * and hears when calls must stop. What to do about a verdict is decided elsewhere (`wrap/enforce.ts`).
 */
export class Client {
  readonly settings: Settings
  readonly once = new Once()
  readonly #gate = new Gate()
  readonly #breaker = new CircuitBreaker()
  readonly #delivery: Delivery
  readonly #heartbeats: Heartbeats
  #redactor: Redactor | null | undefined
  #rechecking: Promise<unknown> | null = null

  constructor(settings: Settings) {
    this.settings = settings
    if (settings.mode === 'local' && localEvaluator() === null) throw noEvaluator()
    if (settings.redact !== true) this.#redactor = settings.redact || null
    this.#delivery = new Delivery({
      send: (items) => this.#send(items),
      logger: settings.logger,
      once: this.once,
      backendUrl: settings.backendUrl,
      exitTimeoutMs: settings.timeoutMs,
    })
    this.#heartbeats = new Heartbeats(() => this.heartbeat(), settings.heartbeatIntervalMs)
    this.keepAlive()
  }

  /** Starts the heartbeats, if they are wanted and don't beat yet. */
  keepAlive(): void {
    if (this.settings.heartbeats) this.#heartbeats.start()
  }

  stopHeartbeats(): void {
    this.#heartbeats.stop()
  }

  /**
   * Sends one heartbeat.
   *
   * @returns the run's id and status; null when the server could not be reached or refused it, which is logged
   */
  async heartbeat(confidence: number | null = null): Promise<{ run_id: string; status: string } | null> {
    try {
      const answer = await this.#post(
        '/simulator/logs/',
        { kind: 'heartbeat', confidence },
        this.settings.timeoutMs,
      )
      if (!isRecord(answer)) return null
      const { run_id, status } = answer
      if (typeof run_id !== 'string' || typeof status !== 'string') return null
      this.#gate.heardStatus(status, run_id, Date.now())
      return { run_id, status }
    } catch (error) {
      if (!(error instanceof AuthenticationError || error instanceof KeyHaltedError)) {
        this.once.tell('heartbeat', () => this.settings.logger.warn(`A heartbeat failed: ${reason(error)}`))
      }
      return null
    }
  }

  /** Throws when calls are refused, by what is known without asking. */
  assertOpen(): void {
    const refused = this.#gate.reason()
    if (refused === null) return
    if (this.#gate.isStale(Date.now())) void this.#recheck()
    throw refused
  }

  /** Throws when calls are refused; asks again first when that was heard a while ago. */
  async ensureOpen(): Promise<void> {
    if (this.#gate.reason() !== null && this.#gate.isStale(Date.now())) await this.#recheck()
    const refused = this.#gate.reason()
    if (refused !== null) throw refused
  }

  /**
   * Asks the server for a verdict. The beat is recorded in any case: what could not be asked now is delivered
   * later, marked with `onUnavailable`.
   *
   * @returns null when no verdict could be had in time
   * @throws AuthenticationError, KeyHaltedError, or the reason of an aborted signal
   */
  async ask(exchange: Exchange, signal: AbortSignal | null): Promise<Result | null> {
    const { mode, onViolation, onUnavailable, verdictTimeoutMs } = this.settings
    const draft = newDraft(exchange, { mode, on_violation: onViolation })
    if (!this.#breaker.allows(Date.now())) return this.#later(draft, onUnavailable)
    try {
      const body = encodeDraft(draft, await this.#loadRedactor())
      const result = readReceipt(await this.#post('/simulator/logs/', body, verdictTimeoutMs, signal))
      if (result === null) throw new Error(`${this.settings.backendUrl} answered without a verdict`)
      this.#breaker.succeeded()
      this.once.forget('verdict')
      this.#delivery.countDelivered()
      this.#heard(result)
      return result
    } catch (error) {
      if (signal?.aborted || error instanceof AuthenticationError || error instanceof KeyHaltedError) {
        this.#breaker.abandoned()
        throw error
      }
      // A refusal of this one beat (its meta is too large, say) is no outage, though it leaves us without a verdict.
      if (error instanceof ApiError && !isTransient(error.status)) this.#breaker.abandoned()
      else this.#breaker.failed(Date.now())
      this.once.tell('verdict', () =>
        this.settings.logger.warn(
          `No verdict (${reason(error)}). Until there is one, responses are ` +
            (onUnavailable === 'allow' ? 'let through unchecked' : 'blocked') +
            ', as onUnavailable says; beats are delivered later.',
        ),
      )
      return this.#later(draft, onUnavailable)
    }
  }

  /** Records an exchange in the background, and tells its verdict when it comes. */
  record(exchange: Exchange): void {
    const { mode, onViolation } = this.settings
    const enforcement = mode === 'monitor' ? { mode } : { mode, on_violation: onViolation }
    this.#delivery.add({
      kind: 'beat',
      draft: newDraft(exchange, enforcement),
      onReceipt: (result) => this.#heard(result),
    })
  }

  /** Judges an exchange in this process. */
  judge(exchange: Exchange): Result {
    const verdict = localEvaluator()?.(exchange)
    if (verdict === undefined) throw noEvaluator()
    const unknown = { run_id: null, seq: null, while_paused: false, run_status: null }
    return { ...verdict, id: newId('bt'), status: verdict.color, source: 'local', ...unknown }
  }

  /**
   * Records in the background an exchange that was judged here.
   *
   * @param action what was done about it, asked once the beat is delivered
   */
  recordJudged(exchange: Exchange, result: Result, action: () => ActionTaken | null): void {
    const { mode, onViolation } = this.settings
    const { id, color, violations, flatline } = result
    const draft = newDraft(exchange, { mode, on_violation: onViolation }, { color, violations, flatline })
    this.tellVerdict(result)
    this.#delivery.add({
      kind: 'beat',
      draft: { ...draft, id },
      onReceipt: (receipt) => {
        this.#heardRun(receipt)
        const taken = action()
        if (taken !== null) this.noteAction(receipt, taken)
      },
    })
  }

  /** Notes beside a beat what was done about its verdict. */
  noteAction(receipt: Result, action: ActionTaken): void {
    const { run_id: runId, seq } = receipt
    if (runId === null || seq === null) return
    const data = { action, on_violation: this.settings.onViolation }
    this.#delivery.add({
      kind: 'amendment',
      runId,
      seq,
      body: { id: newId('am'), amendment: 'action', data },
    })
  }

  /** Hands a verdict to `onVerdict`, whose errors are logged: they are not the model's caller's. */
  tellVerdict(result: Result): void {
    try {
      this.settings.onVerdict?.(result)
    } catch (error) {
      this.settings.logger.error(`onVerdict threw: ${reason(error)}`)
    }
  }

  flush(timeoutMs = this.settings.timeoutMs): Promise<FlushReport> {
    return this.#delivery.flush(timeoutMs)
  }

  /** No verdict now: the beat goes the slow way. */
  #later(draft: Draft, unavailable: 'allow' | 'block'): null {
    this.#delivery.add({
      kind: 'beat',
      draft: { ...draft, enforcement: { ...draft.enforcement, unavailable } },
      onReceipt: (result) => this.#heard(result),
    })
    return null
  }

  #heard(result: Result): void {
    this.#heardRun(result)
    this.tellVerdict(result)
  }

  #heardRun(result: Result): void {
    const status = result.while_paused ? 'paused' : result.run_status
    this.#gate.heardStatus(status, result.run_id, Date.now())
  }

  #recheck(): Promise<unknown> {
    this.#rechecking ??= this.heartbeat().finally(() => {
      this.#rechecking = null
    })
    return this.#rechecking
  }

  async #send(items: readonly Item[]): Promise<ItemOutcome[]> {
    const { timeoutMs } = this.settings
    const [first] = items
    if (first?.kind === 'amendment') {
      await this.#post(`/simulator/logs/${first.runId}/${first.seq}/amendments/`, first.body, timeoutMs)
      return [{ kind: 'recorded', result: null }]
    }
    const redactor = await this.#loadRedactor()
    const beats = items.flatMap((item) => (item.kind === 'beat' ? [encodeDraft(item.draft, redactor)] : []))
    try {
      const answer = await this.#post('/simulator/logs/batch/', { beats }, timeoutMs)
      return readBatchAnswer(answer, items.length, () => this.#halted())
    } catch (error) {
      // A halted key's beats are recorded all the same. [R4]
      if (error instanceof KeyHaltedError) return items.map(() => ({ kind: 'recorded', result: null }))
      throw error
    }
  }

  /** Posts, and hears what every answer says about the key. */
  async #post(
    path: string,
    body: unknown,
    timeoutMs: number,
    signal: AbortSignal | null = null,
  ): Promise<unknown> {
    try {
      const answer = await post(this.settings, path, body, { timeoutMs, signal })
      this.#delivery.keyAccepted()
      this.once.forget('key')
      return answer
    } catch (error) {
      if (error instanceof KeyHaltedError) this.#halted()
      if (error instanceof AuthenticationError) {
        this.once.tell('key', () => this.settings.logger.error(error.message))
        this.#delivery.keyRefused()
      }
      throw error
    }
  }

  #halted(): void {
    this.once.tell('halted', () => this.settings.logger.error(new KeyHaltedError().message))
    this.#gate.heardHalt(Date.now())
  }

  async #loadRedactor(): Promise<Redactor | null> {
    if (this.#redactor === undefined) {
      // Apart from the core, so that those who turn it off or bring their own don't load it.
      const { redact } = await import('./redact.ts')
      this.#redactor = redact
    }
    return this.#redactor
  }
}

/** Says why no verdict could be had, where the caller wants it blocked. */
export function unavailable(): UnavailableError {
  return new UnavailableError('No verdict could be had in time, and onUnavailable is "block".')
}

function noEvaluator(): ConfigurationError {
  return new ConfigurationError(
    'mode "local" needs its guardian: import { guardian } from "custos-labs/local".',
  )
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? `${error.message}: ${cause.message}` : error.message
}
