import type { Redactor } from './redactor.ts'

/** The redactor in force. The bundled one stands apart from the core: who turns it off doesn't load it. */
export class LazyRedactor {
  #redactor: Redactor | null | undefined

  /** @param option as `GuardianOptions.redact`, settled */
  constructor(option: boolean | Redactor) {
    if (option !== true) this.#redactor = option || null
    // A page may go at any time, and then nothing can be loaded any more.
    if ('document' in globalThis) void this.load()
  }

  /** Null where nothing is redacted, undefined while it is not loaded yet. */
  get loaded(): Redactor | null | undefined {
    return this.#redactor
  }

  async load(): Promise<Redactor | null> {
    if (this.#redactor === undefined) {
      const { redact } = await import('./redact.ts')
      this.#redactor = redact
    }
    return this.#redactor
  }
}
