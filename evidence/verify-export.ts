import { closingText } from './closing.ts'
import { entryFault, readEntryLine, type EntryLine } from './entry-line.ts'
import { ExportFault } from './export-fault.ts'
import { readOpening, type Opening } from './opening.ts'
import { readLines } from './read-lines.ts'

/** What a whole and unaltered export holds. */
export interface IntactExport {
  intact: true
  format: 'json' | 'ndjson'
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

/** The first thing in an export that does not fit. */
export interface BrokenExport {
  intact: false
  /** Line of the file, from 1. */
  line: number
  /** `seq` that stands there, or should; null when it is not about an entry. */
  seq: number | null
  reason: string
}

export type ExportCheck = IntactExport | BrokenExport

/** Entries checked at a time: each link needs only the hash that its predecessor states. */
const together = 128

/**
 * Checks a JSON or NDJSON export by itself, offline, in memory that does not grow with it. [X10]
 *
 * Intact means: nothing was altered since somebody wrote this chain. Who that was, only a signed manifest or
 * a head that was kept elsewhere can say.
 *
 * @param chunks bytes of the file, cut anywhere
 */
export async function verifyExport(chunks: AsyncIterable<Uint8Array>): Promise<ExportCheck> {
  const progress = new Progress()
  try {
    return await progress.read(readLines(chunks))
  } catch (error) {
    if (error instanceof ExportFault) return progress.broken(error.message)
    throw error
  }
}

interface Pending {
  previous: string
  entry: EntryLine
  line: number
}

/** How far a check has come. */
class Progress {
  private line = 1
  private seq: number | null = null
  private pending: Pending[] = []
  private erased = 0
  private withheld = 0
  private count = 0
  private beats = 0
  private firstSeq: number | null = null
  private head: string | null = null

  async read(lines: AsyncGenerator<string>): Promise<ExportCheck> {
    const first = await lines.next()
    if (first.done) throw new ExportFault('The file is empty.')
    const opening = await readOpening(first.value)
    let closing: string | null = null
    let comma = true
    for (;;) {
      // Where the next line can't be read, what stands before it is judged first.
      this.line++
      const next = await this.nextLine(lines, opening)
      if (next === null) break
      if (closing !== null) throw new ExportFault('Something follows the closing line.')
      if (isClosing(next, opening)) {
        closing = next
        continue
      }
      if (opening.format === 'json' && !comma)
        throw await this.earlier('A comma is missing before this line.')
      comma = next.endsWith(',')
      await this.take(opening.format === 'json' && comma ? next.slice(0, -1) : next, opening)
    }
    await this.settle()
    this.seq = null
    if (closing === null) throw new ExportFault('The closing line is missing: the file was cut.')
    this.line--
    if (opening.format === 'json' && this.count > 0 && comma) {
      this.seq = this.expected(opening)
      throw new ExportFault('An entry is missing at the end.')
    }
    return this.close(closing, opening)
  }

  broken(reason: string): BrokenExport {
    return { intact: false, line: this.line, seq: this.seq, reason }
  }

  private async nextLine(lines: AsyncGenerator<string>, opening: Opening): Promise<string | null> {
    try {
      const next = await lines.next()
      return next.done ? null : next.value
    } catch (error) {
      this.seq = this.expected(opening)
      if (error instanceof ExportFault) throw await this.earlier(error.message)
      throw error
    }
  }

  private async take(text: string, opening: Opening): Promise<void> {
    const expected = this.expected(opening)
    this.seq = expected
    let entry: EntryLine
    try {
      entry = readEntryLine(text)
    } catch (error) {
      if (error instanceof ExportFault) throw await this.earlier(error.message)
      throw error
    }
    if (expected !== null && entry.seq !== expected) {
      throw await this.earlier(`Entry ${entry.seq} stands where ${expected} should.`)
    }
    this.seq = entry.seq
    if (entry.runId !== opening.runId) throw await this.earlier('It is of another run.')
    const previous = this.head ?? opening.firstLink
    if (previous === null) throw new ExportFault('The opening says that there are no entries.')
    if (entry.seq === 1 && previous !== opening.genesis) {
      throw new ExportFault('The first link is not the genesis of the run.')
    }
    this.firstSeq ??= entry.seq
    this.pending.push({ previous, entry, line: this.line })
    this.head = entry.hash
    this.count++
    if (entry.type === 'beat') this.beats++
    if (entry.absent === 'erased') this.erased++
    if (entry.absent === 'withheld') this.withheld++
    if (this.pending.length === together) await this.settle()
  }

  /** The `seq` that has to come; null for the first of a range, which begins where it will. */
  private expected(opening: Opening): number | null {
    if (this.firstSeq !== null) return this.firstSeq + this.count
    return opening.whole || opening.firstLink === opening.genesis ? 1 : null
  }

  /** Judges the entries that wait. */
  private async settle(): Promise<void> {
    const waiting = this.pending
    this.pending = []
    const faults = await Promise.all(waiting.map(({ previous, entry }) => entryFault(previous, entry)))
    const at = faults.findIndex((fault) => fault !== null)
    const culprit = waiting[at]
    if (!culprit) return
    this.line = culprit.line
    this.seq = culprit.entry.seq
    throw new ExportFault(faults[at] ?? '')
  }

  /** The fault of an entry that still waits, if there is one, or else this one. */
  private async earlier(reason: string): Promise<ExportFault> {
    await this.settle()
    return new ExportFault(reason)
  }

  private close(closing: string, opening: Opening): IntactExport {
    const { count, beats, head, firstSeq } = this
    const { whole } = opening
    if (whole && (count !== whole.lastSeq || (head !== null && head !== whole.head))) {
      this.seq = count + 1
      throw new ExportFault(`The run had ${whole.lastSeq} entries, and ${count} are here.`)
    }
    const text = closingText({ count, beats, head, about_sha256: opening.sha256 })
    const expected = opening.format === 'json' ? `],${text.slice(1)}` : text
    if (closing !== expected) {
      throw new ExportFault(
        'The closing line does not say what stands before it: something was dropped or changed.',
      )
    }
    return {
      intact: true,
      format: opening.format,
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

/** An entry begins with a member of its header, and no header has `count` first. */
function isClosing(line: string, { format }: Opening): boolean {
  return line.startsWith(format === 'json' ? '],' : '{"count":')
}
