const failuresToOpen = 3
const firstPauseMs = 5_000
const longestPauseMs = 60_000

/**
 * Spares the caller the wait for a server that does not answer: after three failures in a row nothing is tried
 * for a while (5 s, doubling to 60 s), then one call at a time probes (half-open) until one succeeds.
 */
export class CircuitBreaker {
  #failures = 0
  #retryAtMs = 0
  #probing = false

  /** Whether to try now. A true answer while it is half-open takes the one probe: report how it went. */
  allows(nowMs: number): boolean {
    if (this.#failures < failuresToOpen) return true
    if (this.#probing || nowMs < this.#retryAtMs) return false
    this.#probing = true
    return true
  }

  succeeded(): void {
    this.#failures = 0
    this.#probing = false
  }

  failed(nowMs: number): void {
    this.#failures++
    this.#probing = false
    const opened = Math.max(0, this.#failures - failuresToOpen)
    this.#retryAtMs = nowMs + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(opened, 20))
  }

  /** Gives back a probe whose outcome says nothing of the server, such as a caller's abort. */
  abandoned(): void {
    this.#probing = false
  }
}
