import type { Logger } from './logger.ts'
import { reasonOf } from './reason.ts'

/** What nobody waits for, but a flush. */
export class BackgroundTasks {
  readonly #running = new Set<Promise<void>>()
  readonly #logger: Logger

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /** @param what said, with the reason, when it fails */
  add(work: () => Promise<void>, what: string): void {
    const task = work()
      .catch((error: unknown) => this.#logger.warn(`${what}: ${reasonOf(error)}`))
      .finally(() => this.#running.delete(task))
    this.#running.add(task)
  }

  /** Waits until all that runs has ended, but no longer than `timeoutMs`. */
  async settle(timeoutMs: number): Promise<void> {
    if (this.#running.size === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs)
    })
    await Promise.race([Promise.all(this.#running), late])
    clearTimeout(timer)
  }
}
