import { genesisHash } from '../../durable-objects/chain.ts'
import { entryText } from '../../durable-objects/entry-text.ts'
import type { LogRow } from '../../durable-objects/log-reader.ts'
import { closingText } from '../../evidence/closing.ts'
import { sha256Hex } from '../../evidence/digest.ts'
import type { ExportTexts } from '../../protocol/index.ts'
import { entryPages } from './entry-pages.ts'
import { isoRange, type ExportRequest } from './export-request.ts'
import type { Stretch } from './stretch.ts'
import type { Tally } from './tally.ts'

/**
 * A run's entries as JSON or NDJSON. Both carry the same lines; JSON puts them into one object. Counts and
 * head come last, so that a cut file is not whole. [G3] [X3] [X4]
 */
export async function* writeEntries(
  db: D1Database,
  request: ExportRequest,
  stretch: Stretch | null,
  tally: Tally,
): AsyncGenerator<string> {
  const { run, texts } = request
  const isJson = request.format === 'json'
  const opening = JSON.stringify({
    custos_export: 1,
    run,
    range: isoRange(request),
    genesis: genesisHash(run.id),
    first_link: stretch?.firstLink ?? null,
  })
  yield isJson ? `${opening.slice(0, -1)},"entries":[` : opening
  for await (const page of entryPages(db, run.id, stretch)) {
    const separator = isJson && tally.count > 0 ? ',\n' : '\n'
    tally.add(page)
    yield separator + page.map((row) => exportLine(row, texts)).join(isJson ? ',\n' : '\n')
  }
  const { count, beats, head } = tally
  const closing = closingText({ count, beats, head, about_sha256: await sha256Hex(opening) })
  yield `\n${isJson ? `],${closing.slice(1)}` : closing}\n`
}

/** One entry as an export writes it. [X5] [X6] */
export function exportLine(row: LogRow, texts: ExportTexts): string {
  if (texts === 'full' || row.content === null) return entryText(row, true)
  const bare = entryText({ ...row, content: null, salt: null }, true)
  return `${bare.slice(0, -',"erased":true}'.length)},"withheld":true}`
}
