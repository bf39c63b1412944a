import { AuthenticationError } from './errors/authentication-error.ts'
import { KeyHaltedError } from './errors/key-halted-error.ts'
import { Gate } from './gate.ts'
import type { Once } from './once.ts'
import { reasonOf } from './reason.ts'
import { isRecord } from './record.ts'
import type { Result } from './result.ts'
import type { Settings } from './settings.ts'
import { post } from './transport/api.ts'

/** Who wants to know what the server says of the key. */
export interface KeyListener {
  keyAccepted(): void
  keyRefused(): void
}

/** The one way to the server: every answer is heard for what it says about the key and the run. */
export class Connection {
  readonly #settings: Settings
  readonly #once: Once
  readonly #gate = new Gate()
  #listener: KeyListener | null = null
  #rechecking: Promise<unknown> | null = null

  constructor(settings: Settings, once: Once) {
    this.#settings = settings
    this.#once = once
  }

  listen(listener: KeyListener): void {
    this.#listener = listener
  }

  /** Posts JSON; throws as {@link post} does. A wrong or halted key is logged, once. */
  async post(
    path: string,
    body: unknown,
    timeoutMs = this.#settings.timeoutMs,
    signal: AbortSignal | null = null,
  ): Promise<unknown> {
    try {
      const answer = await post(this.#settings, path, body, { timeoutMs, signal })
      this.#listener?.keyAccepted()
      this.#once.forget('key')
      return answer
    } catch (error) {
      if (error instanceof KeyHaltedError) this.heardHalt()
      if (error instanceof AuthenticationError) {
        this.#once.tell('key', () => this.#settings.logger.error(error.message))
        this.#listener?.keyRefused()
      }
      throw error
    }
  }

  /**
   * Sends one heartbeat.
   *
   * @returns the run's id and status; null when the server could not be reached or refused it, which is logged
   */
  async heartbeat(confidence: number | null = null): Promise<{ run_id: string; status: string } | null> {
    try {
      const answer = await this.post('/simulator/logs/', { kind: 'heartbeat', confidence })
      const { run_id, status } = isRecord(answer) ? answer : {}
      if (typeof run_id !== 'string' || typeof status !== 'string') throw new Error('it was not understood')
      this.#gate.heardStatus(status, run_id, Date.now())
      this.#once.forget('heartbeat')
      return { run_id, status }
    } catch (error) {
      if (!(error instanceof AuthenticationError || error instanceof KeyHaltedError)) {
        this.#once.tell('heartbeat', () =>
          this.#settings.logger.warn(`A heartbeat failed: ${reasonOf(error)}`),
        )
      }
      return null
    }
  }

  /** A beat was answered. */
  heardRun(result: Result): void {
    const status = result.while_paused ? 'paused' : result.run_status
    this.#gate.heardStatus(status, result.run_id, Date.now())
  }

  /** The server said that the key is halted. */
  heardHalt(): void {
    this.#once.tell('halted', () => this.#settings.logger.error(new KeyHaltedError().message))
    this.#gate.heardHalt(Date.now())
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
    this.#once.forget('halted')
  }

  #recheck(): Promise<unknown> {
    this.#rechecking ??= this.heartbeat().finally(() => {
      this.#rechecking = null
    })
    return this.#rechecking
  }
}
