import { closingText } from './closing.ts'
import { entryFault, readEntryLine, type EntryLine } from './entry-line.ts'
import { ExportFault } from './export-fault.ts'
import type { LineCursor } from './line-cursor.ts'
import type { Opening } from './opening.ts'

/** What the export of one run holds, or of a range of it. */
export interface CheckedRun {
  runId: string
  /** Whether it covers the run from its beginning to its head at the time, not a range of it. */
  wholeRun: boolean
  firstSeq: number | null
  lastSeq: number | null
  count: number
  beats: number
  /** Entries whose texts were erased, and such whose texts this export leaves out. */
  erased: number
  withheld: number
  firstLink: string | null
  head: string | null
}

/** Entries checked at a time: each link needs only the hash that its predecessor states. */
const together = 128

interface Pending {
  previous: string
  entry: EntryLine
  line: number
}

/** The check of one run's entries, line by line. [X10] */
export class RunCheck {
  private readonly opening: Opening
  private readonly cursor: LineCursor
  private pending: Pending[] = []
  private erased = 0
  private withheld = 0
  private count = 0
  private beats = 0
  private firstSeq: number | null = null
  private head: string | null = null

  constructor(opening: Opening, cursor: LineCursor) {
    this.opening = opening
    this.cursor = cursor
    cursor.runId = opening.runId
  }

  /** Whether there was an entry yet. */
  get isEmpty(): boolean {
    return this.count === 0
  }

  /** The `seq` that has to come; null for the first of a range, which begins where it will. */
  get expected(): number | null {
    const { whole, firstLink, genesis } = this.opening
    if (this.firstSeq !== null) return this.firstSeq + this.count
    return whole || firstLink === genesis ? 1 : null
  }

  /**
   * Takes the next entry; judges it now or with those that follow.
   *
   * @returns the entry, parsed
   * @throws ExportFault
   */
  async take(text: string): Promise<EntryLine> {
    const { opening, cursor, expected } = this
    const entry = readEntryLine(text)
    if (expected !== null && entry.seq !== expected) {
      throw new ExportFault(`Entry ${entry.seq} stands where ${expected} should.`)
    }
    cursor.seq = entry.seq
    if (entry.runId !== opening.runId) throw new ExportFault('It is of another run.')
    const previous = this.head ?? opening.firstLink
    if (previous === null) throw new ExportFault('The opening says that there are no entries.')
    if (entry.seq === 1 && previous !== opening.genesis) {
      throw new ExportFault('The first link is not the genesis of the run.')
    }
    this.firstSeq ??= entry.seq
    this.pending.push({ previous, entry, line: cursor.line })
    this.head = entry.hash
    this.count++
    if (entry.type === 'beat') this.beats++
    if (entry.absent === 'erased') this.erased++
    if (entry.absent === 'withheld') this.withheld++
    if (this.pending.length === together) await this.settle()
    return entry
  }

  /**
   * Judges the entries that wait.
   *
   * @throws ExportFault at the first that does not fit, and puts the cursor there
   */
  async settle(): Promise<void> {
    const waiting = this.pending
    this.pending = []
    const faults = await Promise.all(waiting.map(({ previous, entry }) => entryFault(previous, entry)))
    const at = faults.findIndex((fault) => fault !== null)
    const culprit = waiting[at]
    if (!culprit) return
    this.cursor.line = culprit.line
    this.cursor.seq = culprit.entry.seq
    throw new ExportFault(faults[at] ?? '')
  }

  /**
   * Holds the closing against what was read. [X3]
   *
   * @param closing as NDJSON writes it
   * @throws ExportFault
   */
  async close(closing: string): Promise<CheckedRun> {
    await this.settle()
    const { count, beats, head, firstSeq, opening, cursor } = this
    const { whole } = opening
    cursor.seq = null
    if (whole && (count !== whole.lastSeq || (head !== null && head !== whole.head))) {
      cursor.seq = count + 1
      throw new ExportFault(`The run had ${whole.lastSeq} entries, and ${count} are here.`)
    }
    if (closing !== closingText({ count, beats, head, about_sha256: opening.sha256 })) {
      throw new ExportFault(
        'The closing line does not say what stands before it: something was dropped or changed.',
      )
    }
    return {
      runId: opening.runId,
      wholeRun: whole !== null,
      firstSeq,
      lastSeq: firstSeq === null ? null : firstSeq + count - 1,
      count,
      beats,
      erased: this.erased,
      withheld: this.withheld,
      firstLink: opening.firstLink,
      head,
    }
  }
}
