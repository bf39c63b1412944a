import { laterUnref } from './transport/timers.ts'

/** Beats at once and then every so often, one at a time, until stopped. Never keeps a process alive. */
export class Heartbeats {
  #cancel: (() => void) | null = null
  #stopped = false
  readonly #beat: () => Promise<unknown>
  readonly #intervalMs: number

  /** @param beat sends one; its rejections are the sender's to report */
  constructor(beat: () => Promise<unknown>, intervalMs: number) {
    this.#beat = beat
    this.#intervalMs = intervalMs
  }

  /** Starts, unless it runs or was stopped. */
  start(): void {
    if (this.#cancel !== null || this.#stopped) return
    try {
      this.#schedule(0)
    } catch {
      // Workers refuse timers outside a request: it starts with the first call instead.
      this.#cancel = null
    }
  }

  stop(): void {
    this.#stopped = true
    this.#cancel?.()
  }

  #schedule(delayMs: number): void {
    this.#cancel = laterUnref(() => void this.#tick(), delayMs)
  }

  async #tick(): Promise<void> {
    try {
      await this.#beat()
    } catch {
      // Told by the sender, once.
    }
    if (!this.#stopped) this.#schedule(this.#intervalMs)
  }
}
