import { BackgroundTasks } from './background-tasks.ts'
import { Connection } from './connection.ts'
import { encodeDraft, newDraft, type Draft, type Enforcement, type Exchange, type Tell } from './draft.ts'
import { ConfigurationError } from './errors/configuration-error.ts'
import { UnavailableError } from './errors/unavailable-error.ts'
import { Heartbeats } from './heartbeats.ts'
import { LazyRedactor } from './lazy-redactor.ts'
import { localEvaluator } from './local-evaluator.ts'
import { newId } from './new-id.ts'
import { Once } from './once.ts'
import { reasonOf } from './reason.ts'
import type { Result } from './result.ts'
import type { Settings } from './settings.ts'
import { Delivery } from './transport/delivery.ts'
import { postLast } from './transport/api.ts'
import type { FlushReport, Item } from './transport/items.ts'
import { sendItems } from './transport/send-items.ts'
import { VerdictSource, type Evaluated } from './verdict-source.ts'

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
  readonly background: BackgroundTasks
  readonly #verdicts: VerdictSource
  readonly #heartbeats: Heartbeats
  readonly #redactor: LazyRedactor
  readonly #enforcement: Enforcement

  constructor(settings: Settings) {
    this.settings = settings
    if (settings.mode === 'local' && localEvaluator() === null) throw noEvaluator()
    const { mode, onViolation } = settings
    this.#enforcement = mode === 'monitor' ? { mode } : { mode, on_violation: onViolation }
    this.background = new BackgroundTasks(settings.logger)
    this.#redactor = new LazyRedactor(settings.redact)
    this.connection = new Connection(settings, this.once)
    this.#verdicts = new VerdictSource(settings, this.connection, this.#redactor, this.once)
    const port = {
      post: (path: string, body: unknown) => this.connection.post(path, body),
      loadRedactor: () => this.#redactor.load(),
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
   * Asks the server for a verdict. The beat is recorded in any case, but for greens that `sampleRate` leaves out:
   * what could not be asked now is delivered later, marked with `onUnavailable`.
   *
   * @returns null when no verdict could be had in time
   * @throws AuthenticationError, KeyHaltedError, or the reason of an aborted signal
   */
  async ask(exchange: Exchange, signal: AbortSignal | null): Promise<Result | null> {
    const tell = this.tellerOf(exchange)
    const { sampleRate } = this.settings
    const isLeftOut = sampleRate < 1 && Math.random() >= sampleRate
    const evaluated = isLeftOut ? await this.evaluate(exchange, signal) : null
    if (evaluated !== null && typeof evaluated === 'object' && evaluated.color === 'green') {
      tell(evaluated)
      return evaluated
    }
    if (evaluated === 'unavailable') return this.#later(this.#draft(exchange), tell)
    const draft = this.#draft(exchange)
    const result = await this.#verdicts.ask(draft, signal)
    if (result === null) return this.#later(draft, tell)
    this.delivery.countDelivered()
    this.#heard(result, tell)
    return result
  }

  /** Asks the server for a verdict, and records nothing. Throws as {@link ask} does. */
  evaluate(exchange: Exchange, signal: AbortSignal | null): Promise<Evaluated> {
    return this.#verdicts.evaluate(this.#draft(exchange), signal)
  }

  /** Records in the background an exchange that no verdict could be had for. */
  recordUnasked(exchange: Exchange): null {
    return this.#later(this.#draft(exchange), this.tellerOf(exchange))
  }

  /** Waits for what goes on in the background, then until everything is delivered; `timeoutMs` in all. */
  async flush(timeoutMs: number): Promise<FlushReport> {
    const endMs = Date.now() + timeoutMs
    await this.background.settle(timeoutMs)
    return this.delivery.flush(Math.max(0, endMs - Date.now()))
  }

  /**
   * Records an exchange in the background, and tells its verdict when it comes.
   *
   * @param onRecorded told the verdict as well
   */
  record(exchange: Exchange, onRecorded?: Tell): void {
    const tell = this.tellerOf(exchange)
    const isPlain = onRecorded === undefined && tell === this.#tell
    const onReceipt = isPlain ? this.#onReceipt : this.#receiver(tell, onRecorded)
    this.delivery.add({ kind: 'beat', draft: this.#draft(exchange), onReceipt })
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
   * @param action what was done about it
   * @param onRecorded told where the beat stands
   */
  recordJudged(
    exchange: Exchange,
    result: Result,
    action: ActionTaken | null,
    onRecorded?: (receipt: Result) => void,
  ): void {
    const { sampleRate } = this.settings
    const { id, color, violations, flatline } = result
    this.tellerOf(exchange)(result)
    if (color === 'green' && sampleRate < 1 && Math.random() >= sampleRate) return
    const draft = { ...this.#draft(exchange), id, reported: { color, violations, flatline } }
    const isPlain = action === null && onRecorded === undefined
    const onReceipt = isPlain ? this.#onJudged : this.#judgedReceiver(action, onRecorded)
    this.delivery.add({ kind: 'beat', draft, onReceipt })
  }

  /** Notes beside a beat what was done about its verdict. */
  noteAction(receipt: Result, action: ActionTaken): void {
    this.#amend(receipt, 'action', { action, on_violation: this.settings.onViolation })
  }

  /** Attaches the answer to a probe to a beat. What is secret or personal in it stays here. */
  async noteProbe(receipt: Result, answered: { answer: string } & Record<string, unknown>): Promise<void> {
    const redactor = await this.#redactor.load()
    const { response } = redactor?.({ prompt: null, response: answered.answer, meta: null }) ?? {
      response: answered.answer,
    }
    this.#amend(receipt, 'probe', { ...answered, answer: response })
  }

  /**
   * Who is told of an exchange's verdict: `onVerdict`, and who observes the call. To be called where the call is made,
   * in its own async context.
   */
  tellerOf(exchange?: Exchange): Tell {
    if (exchange?.tell !== undefined) return exchange.tell
    const { observe } = this.settings
    if (observe === null) return this.#tell
    const observer = this.#guarded('observe', () => observe())
    return (result) => {
      this.#tell(result)
      if (observer) this.#guarded('observe', () => observer(result))
    }
  }

  readonly #tell: Tell = (result) => {
    this.#guarded('onVerdict', () => this.settings.onVerdict?.(result))
  }

  /** Errors of a listener are logged: they are not the model's caller's. */
  #guarded<T>(name: string, run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      this.settings.logger.error(`${name} threw: ${reasonOf(error)}`)
      return undefined
    }
  }

  #draft(exchange: Exchange): Draft {
    return newDraft(exchange, this.#enforcement)
  }

  #amend(receipt: Result, amendment: 'action' | 'probe', data: Record<string, unknown>): void {
    const { run_id: runId, seq } = receipt
    if (runId === null || seq === null) return
    this.delivery.add({ kind: 'amendment', runId, seq, body: { id: newId('am'), amendment, data } })
  }

  #heard(result: Result, tell: Tell): void {
    this.connection.heardRun(result)
    tell(result)
  }

  #receiver(tell: Tell, onRecorded?: Tell): Tell {
    return (result) => {
      this.#heard(result, tell)
      onRecorded?.(result)
    }
  }

  #judgedReceiver(action: ActionTaken | null, onRecorded?: Tell): Tell {
    return (receipt) => {
      this.connection.heardRun(receipt)
      if (action !== null) this.noteAction(receipt, action)
      onRecorded?.(receipt)
    }
  }

  // A hundred thousand beats may wait: those that nobody else hears of share these.
  readonly #onReceipt = this.#receiver(this.#tell)
  readonly #onJudged = this.#judgedReceiver(null)

  /** No verdict now: the beat goes the slow way. */
  #later(draft: Draft, tell: Tell): null {
    const enforcement = { ...draft.enforcement, unavailable: this.settings.onUnavailable }
    this.delivery.add({
      kind: 'beat',
      draft: { ...draft, enforcement },
      onReceipt: this.#receiver(tell),
    })
    return null
  }

  #sendLast(items: readonly Item[]): void {
    const redactor = this.#redactor.loaded
    // What can't be redacted in time doesn't leave the page.
    if (redactor === undefined) return
    const beats = items.flatMap((item) => (item.kind === 'beat' ? [encodeDraft(item.draft, redactor)] : []))
    if (beats.length > 0) postLast(this.settings, '/simulator/logs/batch/', { beats })
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
