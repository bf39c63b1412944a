import { Connection } from './connection.ts'
import { encodeDraft, newDraft, type Draft, type Exchange } from './draft.ts'
import { AuthenticationError } from './errors/authentication-error.ts'
import { ConfigurationError } from './errors/configuration-error.ts'
import { KeyHaltedError } from './errors/key-halted-error.ts'
import { UnavailableError } from './errors/unavailable-error.ts'
import { Heartbeats } from './heartbeats.ts'
import { localEvaluator } from './local-evaluator.ts'
import { newId } from './new-id.ts'
import { Once } from './once.ts'
import { reasonOf } from './reason.ts'
import type { Redactor } from './redactor.ts'
import type { Result } from './result.ts'
import type { Settings } from './settings.ts'
import { CircuitBreaker } from './transport/circuit-breaker.ts'
import { Delivery } from './transport/delivery.ts'
import { postLast } from './transport/api.ts'
import type { FlushReport, Item } from './transport/items.ts'
import { readReceipt } from './transport/receipt.ts'
import { isRefusal } from './transport/refusal.ts'
import { sendItems } from './transport/send-items.ts'

/** What was done about a verdict, as it is recorded beside the beat. */
export type ActionTaken = 'raised' | 'replaced' | 'returned_none' | 'allowed'

/**
 * One guardian at work: asks for verdicts, records in the background, keeps the line moving. What to do about a
 * verdict is decided elsewhere (`wrap/enforce.ts`).
 */
export class Client {
  readonly settings: Settings
  readonly once = new Once()
  readonly connection: Connection
  readonly delivery: Delivery
  readonly #breaker = new CircuitBreaker()
  readonly #heartbeats: Heartbeats
  #redactor: Redactor | null | undefined
  readonly #tasks = new Set<Promise<void>>()

  constructor(settings: Settings) {
    this.settings = settings
    if (settings.mode === 'local' && localEvaluator() === null) throw noEvaluator()
    if (settings.redact !== true) this.#redactor = settings.redact || null
    this.connection = new Connection(settings, this.once)
    const port = {
      post: (path: string, body: unknown) => this.connection.post(path, body),
      loadRedactor: () => this.#loadRedactor(),
      onHalted: () => this.connection.heardHalt(),
    }
    this.delivery = new Delivery({
      send: (items) => sendItems(port, items),
      sendLast: (items) => this.#sendLast(items),
      waitUntil: settings.waitUntil,
      logger: settings.logger,
      once: this.once,
      backendUrl: settings.backendUrl,
      exitTimeoutMs: settings.timeoutMs,
    })
    this.connection.listen(this.delivery)
    // A page may go at any time, and then nothing can be loaded any more.
    if ('document' in globalThis) void this.#loadRedactor()
    this.#heartbeats = new Heartbeats(() => this.connection.heartbeat(), settings.heartbeatIntervalMs)
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
   * Asks the server for a verdict. The beat is recorded in any case: what could not be asked now is delivered
   * later, marked with `onUnavailable`.
   *
   * @returns null when no verdict could be had in time
   * @throws AuthenticationError, KeyHaltedError, or the reason of an aborted signal
   */
  async ask(exchange: Exchange, signal: AbortSignal | null): Promise<Result | null> {
    const { mode, onViolation, verdictTimeoutMs } = this.settings
    const draft = newDraft(exchange, { mode, on_violation: onViolation })
    if (!this.#breaker.allows(Date.now())) return this.#later(draft)
    try {
      const body = encodeDraft(draft, await this.#loadRedactor())
      const answer = await this.connection.post('/simulator/logs/', body, verdictTimeoutMs, signal)
      const result = readReceipt(answer)
      if (result === null) throw new Error(`${this.settings.backendUrl} answered without a verdict`)
      this.#breaker.succeeded()
      this.once.forget('verdict')
      this.delivery.countDelivered()
      this.#heard(result)
      return result
    } catch (error) {
      if (signal?.aborted || error instanceof AuthenticationError || error instanceof KeyHaltedError) {
        this.#breaker.abandoned()
        throw error
      }
      // A refusal of this one beat (its meta is too large, say) leaves us without a verdict, but is no outage.
      if (isRefusal(error)) this.#breaker.abandoned()
      else this.#breaker.failed(Date.now())
      this.#tellUnavailable(error)
      return this.#later(draft)
    }
  }

  /**
   * Does something that nobody waits for, but {@link flush}.
   *
   * @param what said, with the reason, when it fails
   */
  inBackground(work: () => Promise<void>, what: string): void {
    const task = work()
      .catch((error: unknown) => this.settings.logger.warn(`${what}: ${reasonOf(error)}`))
      .finally(() => this.#tasks.delete(task))
    this.#tasks.add(task)
  }

  /** Waits for what goes on in the background, then until everything is delivered; `timeoutMs` in all. */
  async flush(timeoutMs: number): Promise<FlushReport> {
    const endMs = Date.now() + timeoutMs
    if (this.#tasks.size > 0) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs)
      })
      await Promise.race([Promise.all(this.#tasks), late])
      clearTimeout(timer)
    }
    return this.delivery.flush(Math.max(0, endMs - Date.now()))
  }

  /**
   * Records an exchange in the background, and tells its verdict when it comes.
   *
   * @param onRecorded told the verdict as well
   */
  record(exchange: Exchange, onRecorded?: (receipt: Result) => void): void {
    const { mode, onViolation } = this.settings
    const enforcement = mode === 'monitor' ? { mode } : { mode, on_violation: onViolation }
    this.delivery.add({
      kind: 'beat',
      draft: newDraft(exchange, enforcement),
      onReceipt: (result) => {
        this.#heard(result)
        onRecorded?.(result)
      },
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
   * @param onRecorded told where the beat stands
   */
  recordJudged(
    exchange: Exchange,
    result: Result,
    action: () => ActionTaken | null,
    onRecorded?: (receipt: Result) => void,
  ): void {
    const { mode, onViolation, sampleRate } = this.settings
    const { id, color, violations, flatline } = result
    if (color === 'green' && sampleRate < 1 && Math.random() >= sampleRate) return this.tellVerdict(result)
    const draft = newDraft(exchange, { mode, on_violation: onViolation }, { color, violations, flatline })
    this.tellVerdict(result)
    this.delivery.add({
      kind: 'beat',
      draft: { ...draft, id },
      onReceipt: (receipt) => {
        this.connection.heardRun(receipt)
        const taken = action()
        if (taken !== null) this.noteAction(receipt, taken)
        onRecorded?.(receipt)
      },
    })
  }

  /** Notes beside a beat what was done about its verdict. */
  noteAction(receipt: Result, action: ActionTaken): void {
    this.#amend(receipt, 'action', { action, on_violation: this.settings.onViolation })
  }

  /** Attaches the answer to a probe to a beat. What is secret or personal in it stays here. */
  async noteProbe(receipt: Result, answered: { answer: string } & Record<string, unknown>): Promise<void> {
    const redactor = await this.#loadRedactor()
    const { response } = redactor?.({ prompt: null, response: answered.answer, meta: null }) ?? {
      response: answered.answer,
    }
    this.#amend(receipt, 'probe', { ...answered, answer: response })
  }

  #amend(receipt: Result, amendment: 'action' | 'probe', data: Record<string, unknown>): void {
    const { run_id: runId, seq } = receipt
    if (runId === null || seq === null) return
    this.delivery.add({ kind: 'amendment', runId, seq, body: { id: newId('am'), amendment, data } })
  }

  /** Hands a verdict to `onVerdict`, whose errors are logged: they are not the model's caller's. */
  tellVerdict(result: Result): void {
    try {
      this.settings.onVerdict?.(result)
    } catch (error) {
      this.settings.logger.error(`onVerdict threw: ${reasonOf(error)}`)
    }
  }

  #heard(result: Result): void {
    this.connection.heardRun(result)
    this.tellVerdict(result)
  }

  /** No verdict now: the beat goes the slow way. */
  #later(draft: Draft): null {
    const enforcement = { ...draft.enforcement, unavailable: this.settings.onUnavailable }
    this.delivery.add({
      kind: 'beat',
      draft: { ...draft, enforcement },
      onReceipt: (result) => this.#heard(result),
    })
    return null
  }

  #sendLast(items: readonly Item[]): void {
    const redactor = this.#redactor
    // What can't be redacted in time doesn't leave the page.
    if (redactor === undefined) return
    const beats = items.flatMap((item) => (item.kind === 'beat' ? [encodeDraft(item.draft, redactor)] : []))
    if (beats.length > 0) postLast(this.settings, '/simulator/logs/batch/', { beats })
  }

  #tellUnavailable(error: unknown): void {
    const { logger, onUnavailable } = this.settings
    const done = onUnavailable === 'allow' ? 'let through unchecked' : 'blocked'
    this.once.tell('verdict', () =>
      logger.warn(
        `No verdict (${reasonOf(error)}). Until there is one, responses are ${done}, as onUnavailable says; ` +
          'beats are delivered later.',
      ),
    )
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

/** What to throw where no verdict could be had and the caller wants that to block. */
export function unavailable(): UnavailableError {
  return new UnavailableError('No verdict could be had in time, and onUnavailable is "block".')
}

function noEvaluator(): ConfigurationError {
  return new ConfigurationError(
    'mode "local" needs its guardian: import { guardian } from "custos-labs/local".',
  )
}
