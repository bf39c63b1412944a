import { countUp } from './counters.ts'
import type { Task } from './due-table.ts'
import type { RunStore } from './run-store.ts'

/** A task that failed waits twice as long each time, up to this, ms. */
export const backoffMaxMs = 60_000

/**
 * All that an object has to do later, on the one alarm that it has. SQLite holds what is due; memory holds the
 * same, so that asking costs nothing.
 */
export class AlarmClock {
  readonly #storage: DurableObjectStorage
  readonly #store: RunStore
  readonly #due: Map<Task, { at: number; attempts: number }>
  /** When the alarm is set to ring, as far as this instance knows. */
  #armedAt: number | null = null

  constructor(storage: DurableObjectStorage, store: RunStore) {
    this.#storage = storage
    this.#store = store
    this.#due = new Map(store.ready ? store.due.all().map(({ task, ...when }) => [task, when]) : [])
    this.arm()
  }

  has(task: Task): boolean {
    return this.#due.has(task)
  }

  /** Sets when a task is due, whatever was set before. */
  set(task: Task, at: number, attempts = 0): void {
    this.#store.due.set(task, at, attempts)
    this.#due.set(task, { at, attempts })
    this.arm()
  }

  /**
   * Sees to it that a task is due within a delay. One that failed keeps its longer wait; one that lies farther
   * ahead than any wait of ours was set before the clock was put back.
   */
  within(task: Task, now: number, delayMs: number): void {
    const known = this.#due.get(task)
    if (known && known.at <= now + (known.attempts > 0 ? Math.max(backoffMaxMs, delayMs) : delayMs)) return
    this.set(task, now + delayMs)
  }

  clear(task: Task): void {
    if (!this.#due.delete(task)) return
    this.#store.due.delete(task)
  }

  /** Forgets everything, after the store was emptied. */
  reset(): void {
    this.#due.clear()
  }

  /**
   * Carries out what is due. After six throws the platform would never ring again, so nothing is let out of
   * here; a task that fails is due again later, and whatever is due arms the alarm anew.
   */
  async ring(now: number, tasks: Record<Task, () => void | Promise<void>>): Promise<void> {
    this.#armedAt = null
    const due = [...this.#due].filter(([, { at }]) => at <= now)
    for (const [task, { attempts }] of due) {
      try {
        await tasks[task]()
      } catch (error) {
        countUp('custos_alarm_failures', { task })
        console.error(JSON.stringify({ event: 'task_failed', task, attempts, error: String(error) }))
        this.set(task, Date.now() + Math.min(backoffMaxMs, 1000 * 2 ** attempts), attempts + 1)
      }
    }
    this.arm()
  }

  /** Sets the alarm to the earliest task. */
  arm(): void {
    let next: number | null = null
    for (const { at } of this.#due.values()) next = Math.min(next ?? at, at)
    if (next === null || (this.#armedAt !== null && this.#armedAt <= next)) return
    this.#armedAt = next
    // Not awaited: the output gate holds every answer until it is written.
    void this.#storage.setAlarm(next)
  }
}
