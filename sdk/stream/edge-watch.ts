import type { Client } from '../client.ts'
import type { Result } from '../result.ts'

/** Characters of a text before it is first worth a request. */
const firstLength = 256

/**
 * Has the server judge a text while it flows, and nothing of it recorded: one request at a time, each once the text
 * has doubled, so that all of them together read it twice. Nothing is held for it: a violation is known one answer
 * later than it was said.
 */
export class EdgeWatch {
  readonly #client: Client
  readonly #prompt: string | null
  readonly #ended = new AbortController()
  #next = firstLength
  #asking = false
  #violation: Result | null = null
  /** The worst that the prompt is blamed for before anything was answered; undefined until that was asked. */
  #doubt: string | null | undefined

  constructor(client: Client, prompt: string | null) {
    this.#client = client
    this.#prompt = prompt
  }

  /** What ends the stream; null while nothing does. */
  get violation(): Result | null {
    return this.#violation
  }

  /**
   * The text grew; never waits.
   *
   * @param length characters of it so far
   * @param text gives them
   */
  grew(length: number, text: () => string | null): void {
    if (this.#asking || length < this.#next || this.#ended.signal.aborted) return
    this.#asking = true
    this.#next = 2 * length
    this.#judge(text())
      // Whoever waits for the last word hears of a wrong key or a halt then.
      .catch(() => this.end())
      .finally(() => {
        this.#asking = false
      })
  }

  /** Nothing more is asked. */
  end(): void {
    this.#ended.abort()
  }

  async #judge(response: string | null): Promise<void> {
    const { shouldBlock } = this.#client.settings
    const result = await this.#ask(response)
    if (result === null || !shouldBlock(result)) return
    if (this.#doubt === undefined) {
      const alone = this.#prompt === null ? null : await this.#ask(null)
      this.#doubt = alone !== null && shouldBlock(alone) ? (alone.violations[0] ?? null) : null
    }
    // What the prompt alone is blamed for may yet turn out well: the answer may become a refusal.
    const [worst] = result.violations
    if (worst === undefined || worst !== this.#doubt) this.#violation = result
  }

  async #ask(response: string | null): Promise<Result | null> {
    const exchange = { prompt: this.#prompt, response, confidence: null, meta: this.#client.settings.meta }
    const evaluated = await this.#client.evaluate(exchange, this.#ended.signal)
    if (evaluated === 'unsupported') this.end()
    return typeof evaluated === 'object' ? evaluated : null
  }
}
