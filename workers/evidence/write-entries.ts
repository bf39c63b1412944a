import { entryText, withheldText } from '../../durable-objects/entry-text.ts'
import type { LogRow } from '../../durable-objects/log-reader.ts'
import type { ExportTexts } from '../../protocol/index.ts'
import { entryPages } from './entry-pages.ts'
import { closingOf, openingText, type Segment } from './segment.ts'

/**
 * A run's entries as JSON or NDJSON, without the last LF. Both carry the same lines; JSON puts them into one
 * object. Counts and head come last, so that a cut file is not whole. [G3] [X3] [X4]
 */
export async function* writeEntries(
  segment: Segment,
  format: 'json' | 'ndjson',
  texts: ExportTexts,
): AsyncGenerator<string> {
  const { run, stretch, log, tally } = segment
  const isJson = format === 'json'
  const opening = openingText(segment)
  yield isJson ? `${opening.slice(0, -1)},"entries":[` : opening
  for await (const page of entryPages(log, run.id, stretch)) {
    const separator = isJson && tally.count > 0 ? ',\n' : '\n'
    tally.add(page)
    yield separator + page.map((row) => exportLine(row, texts)).join(isJson ? ',\n' : '\n')
  }
  const closing = await closingOf(segment)
  yield `\n${isJson ? `],${closing.slice(1)}` : closing}`
}

/** One entry as an export writes it. [X5] [X6] */
export function exportLine(row: LogRow, texts: ExportTexts): string {
  return texts === 'full' ? entryText(row, true) : withheldText(row, true)
}
