import type { LogRow } from '../../durable-objects/log-reader.ts'

/** What was written so far: an export's closing says it, and its manifest. */
export class Tally {
  count = 0
  beats = 0
  head: string | null = null

  /** Counts a page. */
  add(page: readonly LogRow[]): void {
    for (const row of page) {
      this.count++
      if (row.type === 'beat') this.beats++
      this.head = row.hash
    }
  }
}
