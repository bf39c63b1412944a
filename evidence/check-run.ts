import { ExportFault } from './export-fault.ts'
import type { LineCursor } from './line-cursor.ts'
import type { Opening } from './opening.ts'
import type { Line } from './read-lines.ts'
import { RunCheck, type CheckedRun } from './run-check.ts'

/** Told of what a check reads, as it reads it: an entry may be found broken after it was told. */
export interface ExportVisitor {
  opening?: (opening: Opening) => void
  /** @param entry parsed, as the export has it */
  entry?: (entry: Record<string, unknown>, line: Line) => void
}

const cut = 'The closing line is missing: the file was cut.'

/**
 * Checks a run from the line after its opening up to and with its closing. [X3] [X4] [X10]
 *
 * @param nested whether it stands in an export across runs, where in JSON a comma may follow
 * @returns the closing as NDJSON writes it, and whether a comma follows
 * @throws ExportFault
 */
export async function checkRun(
  cursor: LineCursor,
  opening: Opening,
  visit: ExportVisitor,
  nested: boolean,
): Promise<{ run: CheckedRun; closing: string; comma: boolean }> {
  const check = new RunCheck(opening, cursor)
  visit.opening?.(opening)
  const isJson = opening.format === 'json'
  let comma = true
  try {
    for (;;) {
      cursor.seq = check.expected
      const line = await cursor.need(cut)
      const { text } = line
      // An entry begins with a member of its header, and no header has `count` first.
      if (text.startsWith(isJson ? '],' : '{"count":')) {
        if (isJson && !check.isEmpty && comma) {
          await check.settle()
          throw new ExportFault('An entry is missing at the end.')
        }
        const more = isJson && nested && text.endsWith(',')
        const closing = isJson ? `{${text.slice(2, more ? -1 : undefined)}` : text
        return { run: await check.close(closing), closing, comma: more }
      }
      if (isJson && !comma) throw new ExportFault('A comma is missing before this line.')
      comma = text.endsWith(',')
      const { value } = await check.take(isJson && comma ? text.slice(0, -1) : text)
      visit.entry?.(value, line)
    }
  } catch (error) {
    // Entries that wait stand before what was found, so their faults come first.
    if (error instanceof ExportFault) await check.settle()
    throw error
  }
}
