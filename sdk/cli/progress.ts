/** Where progress is shown: a terminal, or a file or pipe that keeps every line. */
export interface Output {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/** One line that moves on a terminal, and a plain line every few seconds elsewhere. */
export class Progress {
  readonly #output: Output
  #shown = false
  #lastMs: number

  /** @param nowMs by the clock that {@link show} is called with */
  constructor(output: Output, nowMs: number) {
    this.#output = output
    this.#lastMs = nowMs
  }

  /** Shows where things stand, unless that was shown just now. */
  show(text: string, nowMs: number): void {
    if (nowMs - this.#lastMs < (this.#output.isTTY ? 100 : 3000)) return
    this.#lastMs = nowMs
    if (!this.#output.isTTY) {
      this.#output.write(`${text}\n`)
      return
    }
    this.#shown = true
    this.#output.write(`\r\x1b[2K${text.slice(0, (this.#output.columns ?? 80) - 1)}`)
  }

  /** Says something that stays, above the moving line. */
  say(text: string): void {
    this.#output.write(`${this.#shown ? '\r\x1b[2K' : ''}${text}\n`)
    this.#shown = false
  }
}
