import { draftSize } from '../draft.ts'
import { ApiError } from '../errors/api-error.ts'
import { AuthenticationError } from '../errors/authentication-error.ts'
import type { Logger } from '../logger.ts'
import type { Once } from '../once.ts'
import { reasonOf } from '../reason.ts'
import { BoundedQueue } from './bounded-queue.ts'
import type { FlushReport, Item } from './items.ts'
import { forgetAtExit, flushAtExit } from './exit-flush.ts'
import type { ItemOutcome } from './batch-answer.ts'
import { isRefusal } from './refusal.ts'
import { retryDelayMs } from './retry.ts'
import { laterUnref } from './timers.ts'

/** What delivery needs of its owner; I/O comes in here. */
export interface DeliveryPort {
  /** Sends beats as one batch, or amendments one by one. Rejects when the request as a whole failed. */
  send(items: readonly Item[]): Promise<ItemOutcome[]>
  /** Sends beats without waiting for the answer, as a page does that goes. Never throws. */
  sendLast(items: readonly Item[]): void
  /** Keeps a Worker alive until a promise is settled; null where nothing needs to be kept. */
  readonly waitUntil: ((work: Promise<unknown>) => void) | null
  readonly logger: Logger
  readonly once: Once
  readonly backendUrl: string
  /** How long the last flush may take when the process ends by itself, in milliseconds. */
  readonly exitTimeoutMs: number
}

const batchItems = 250
const amendmentsAtOnce = 16
/** UTF-16 units a batch: at six bytes each, as JSON may escape them, still under the server's 16 MiB. */
const batchSize = 1024 * 1024
/** Browsers let 64 KiB outlive their page, in UTF-8 and in all; a beat's frame is in it too. */
const lastSize = 20 * 1024
/** What waits in memory at most: it is texts that a caller would otherwise have let go. */
const queueLimits = { items: 100_000, size: 64 * 1024 * 1024 }
/** How long the first beat waits for company. */
const lingerMs = 10

/**
 * Delivers beats in the background: in order, in batches, one request at a time, again and again until the
 * server has them. Ids are made by the client, so a repeated beat is recorded once. Never throws.
 */
export class Delivery {
  readonly #port: DeliveryPort
  readonly #queue: BoundedQueue<Item>
  readonly #counts = { delivered: 0, dropped: 0, refused: 0 }
  #inFlight = 0
  /** The batch on its way. */
  #sending: readonly Item[] = []
  #running = false
  #refusedKey = false
  /** Ends the current wait, whatever it waits for. */
  #wake: (() => void) | null = null
  /** Who waits in {@link flush}. */
  readonly #idle = new Set<() => void>()
  #flushing = 0

  constructor(port: DeliveryPort, limits = queueLimits) {
    this.#port = port
    this.#queue = new BoundedQueue(limits)
  }

  /** Takes an item over; returns at once. */
  add(item: Item): void {
    if (this.#refusedKey) return this.#drop(1, 'the server does not accept the key')
    const dropped = this.#queue.push(item, item.kind === 'beat' ? draftSize(item.draft) : 300)
    if (dropped.length > 0) this.#drop(dropped.length, 'too many were waiting')
    if (!this.#running && this.#queue.length > 0) {
      this.#running = true
      flushAtExit(this)
      void this.#run()
    }
    // A Worker ends with its answer, unless it is told what is still to be done.
    this.#port.waitUntil?.(this.flush(this.#port.exitTimeoutMs))
  }

  /** A beat was acknowledged past the queue, with the verdict that somebody waited for. */
  countDelivered(): void {
    this.#counts.delivered++
  }

  /** The server accepts the key (again). */
  keyAccepted(): void {
    this.#refusedKey = false
  }

  /** The server does not accept the key: what waits can't be delivered, and goes. */
  keyRefused(): void {
    this.#refusedKey = true
    this.#wake?.()
  }

  get report(): FlushReport {
    return { ...this.#counts, pending: this.#queue.length + this.#inFlight }
  }

  /**
   * Waits until nothing is left to deliver.
   *
   * @param timeoutMs at most so long; what is left then goes on being delivered
   */
  async flush(timeoutMs: number): Promise<FlushReport> {
    if (this.#running) {
      this.#flushing++
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          this.#idle.delete(done)
          resolve()
        }
        // Not unref'd: while somebody waits, the process must live.
        const timer = setTimeout(done, timeoutMs)
        this.#idle.add(done)
        if (this.#inFlight === 0) this.#wake?.()
      })
      this.#flushing--
    }
    return this.report
  }

  /** For the end of the process: flushes within the time there is, and says what was lost. */
  async flushBeforeExit(): Promise<void> {
    const { pending } = await this.flush(this.#port.exitTimeoutMs)
    if (pending > 0)
      this.#port.logger.error(`${pending} beats could not be delivered before the process ended.`)
  }

  /**
   * For a page that goes: sends what waits, as much as may outlive it. It stays in the queue all the same, for the
   * page may come back; beats that arrive twice are recorded once.
   */
  sendLast(): void {
    if (this.#refusedKey) return
    let room = lastSize
    // More than fits would be refused whole.
    const last = [...this.#sending, ...this.#queue.peek(batchItems, lastSize)].filter((item) => {
      room -= item.kind === 'beat' ? draftSize(item.draft) : 0
      return room >= 0
    })
    this.#port.sendLast(last)
  }

  /** For a process that ended without waiting. */
  tellLost(): void {
    const { pending } = this.report
    if (pending > 0) this.#port.logger.error(`${pending} beats were not delivered: the process was ended.`)
  }

  async #run(): Promise<void> {
    if (this.#flushing === 0) await this.#wait(lingerMs)
    while (this.#queue.length > 0) {
      const items = this.#take()
      this.#inFlight = items.length
      this.#sending = items
      // One after the other: the order in which beats were handed over is the order in which they are recorded.
      await this.#deliver(items)
    }
    this.#sending = []
    this.#running = false
    forgetAtExit(this)
    for (const done of this.#idle) done()
  }

  /** What goes next: a batch of beats, or some amendments, which go side by side. */
  #take(): Item[] {
    let room = amendmentsAtOnce
    return this.#queue.take(batchItems, batchSize, (next, first) => {
      return next.kind === first.kind && (first.kind === 'beat' || --room > 0)
    })
  }

  async #deliver(first: readonly Item[]): Promise<void> {
    let items = first
    for (let attempt = 1; items.length > 0; attempt++) {
      if (this.#refusedKey) {
        this.#inFlight -= items.length
        return this.#drop(items.length, 'the server does not accept the key')
      }
      let retryAfterMs: number | null = null
      try {
        const outcomes = await this.#port.send(items)
        items = this.#settle(items, outcomes)
        if (items.length === 0) this.#port.once.forget('delivery')
      } catch (error) {
        if (isRefusal(error)) {
          if (items.length === 1) {
            this.#inFlight--
            return this.#refuse(error.code, error.message)
          }
          const middle = items.length >> 1
          await this.#deliver(items.slice(0, middle))
          items = items.slice(middle)
          continue
        }
        if (error instanceof ApiError) ({ retryAfterMs } = error)
        if (!(error instanceof AuthenticationError)) this.#tellTrouble(error)
      }
      if (items.length > 0 && !this.#refusedKey)
        await this.#wait(retryDelayMs(attempt, Math.random(), retryAfterMs))
    }
  }

  #tellTrouble(error: unknown): void {
    const { logger, once, backendUrl } = this.#port
    once.tell('delivery', () =>
      logger.warn(
        `Beats can't be delivered to ${backendUrl} (${reasonOf(error)}). They wait and are sent again.`,
      ),
    )
  }

  /** Takes in what became of each item; returns those worth sending again. */
  #settle(items: readonly Item[], outcomes: readonly ItemOutcome[]): Item[] {
    return items.filter((item, index) => {
      const outcome = outcomes[index]
      if (outcome === undefined || outcome.kind === 'again') return true
      this.#inFlight--
      if (outcome.kind === 'refused') this.#refuse(outcome.code, outcome.message)
      else if (item.kind === 'beat') {
        this.#counts.delivered++
        if (outcome.result !== null) item.onReceipt?.(outcome.result)
      }
      return false
    })
  }

  #refuse(code: string, message: string): void {
    this.#counts.refused++
    this.#port.once.tell(`refused ${code}`, () =>
      this.#port.logger.error(`A beat was refused and is not recorded: ${message}`),
    )
  }

  #drop(count: number, why: string): void {
    const before = this.#counts.dropped
    this.#counts.dropped += count
    // At 1, 2, 4, 8 …: never silent, never a flood.
    if (before === 0 || Math.log2(before) < Math.floor(Math.log2(this.#counts.dropped))) {
      this.#port.logger.error(`${this.#counts.dropped} beats were dropped so far: ${why}.`)
    }
  }

  /** Waits, but not so that it keeps the process alive. */
  async #wait(ms: number): Promise<void> {
    let stop: (() => void) | undefined
    await new Promise<void>((resolve) => {
      stop = laterUnref(resolve, ms)
      this.#wake = resolve
    })
    stop?.()
    this.#wake = null
  }
}
