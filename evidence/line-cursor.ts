import { ExportFault } from './export-fault.ts'
import type { Line } from './read-lines.ts'

/** Where a check is in a file: what it says when something does not fit. */
export class LineCursor {
  /** From 1. */
  line = 0
  /** Run and entry that stand here, or should; null when it is about none. */
  runId: string | null = null
  seq: number | null = null
  private readonly lines: AsyncGenerator<Line>

  constructor(lines: AsyncGenerator<Line>) {
    this.lines = lines
  }

  /** The next line, or null at the end of the file. */
  async next(): Promise<Line | null> {
    this.line++
    const next = await this.lines.next()
    return next.done ? null : next.value
  }

  /**
   * The next line, where there has to be one.
   *
   * @param missing what to say when there is none
   * @throws ExportFault
   */
  async need(missing: string): Promise<Line> {
    const next = await this.next()
    if (next) return next
    this.seq = null
    throw new ExportFault(missing)
  }
}
