import type { Color, Result } from '../result.ts'

/** Counts what a replay did and what came of it. */
export class Tally {
  /** Exchanges handed to the wrapped function. */
  sent = 0
  /** Lines that held none. */
  skipped = 0
  violations = 0
  flatlines = 0
  /** Calls that the wrapper blocked. */
  blocked = 0
  readonly colors: Record<Color, number> = { green: 0, yellow: 0, red: 0 }

  take(result: Result): void {
    this.colors[result.color]++
    if (result.violations.length > 0) this.violations++
    if (result.flatline) this.flatlines++
  }

  /** Verdicts that came so far. */
  get judged(): number {
    return this.colors.green + this.colors.yellow + this.colors.red
  }

  /** The counts, as JSON has them. */
  get counts() {
    const { sent, skipped, violations, flatlines, blocked, colors } = this
    return { sent, skipped, violations, flatlines, blocked, ...colors }
  }

  /**
   * The counts in one line.
   *
   * @param elapsedMs since the first beat was sent
   */
  describe(elapsedMs: number): string {
    const { green, yellow, red } = this.colors
    const rate = elapsedMs > 0 ? this.judged / (elapsedMs / 1000) : 0
    const counts = [
      `${count(this.sent)} sent`,
      ...(this.skipped > 0 ? [`${count(this.skipped)} skipped`] : []),
      `${count(green)} green ${count(yellow)} yellow ${count(red)} red`,
      `${count(this.violations)} with violations`,
      `${count(this.flatlines)} ${this.flatlines === 1 ? 'flatline' : 'flatlines'}`,
      ...(this.blocked > 0 ? [`${count(this.blocked)} blocked`] : []),
      `${rate >= 100 ? count(Math.round(rate)) : rate.toFixed(1)} beats/s`,
    ]
    return counts.join(' · ')
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
