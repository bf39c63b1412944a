import type { ExportRequest } from './export-request.ts'
import { findStretch, type Stretch } from './stretch.ts'
import { Tally } from './tally.ts'
import { writeCsv } from './write-csv.ts'
import { writeEntries } from './write-entries.ts'

/** An export in the making. */
export interface ExportFile {
  stretch: Stretch | null
  /** Complete once `bytes` has come to its end. */
  tally: Tally
  bytes: AsyncGenerator<Uint8Array>
}

/** Media types by format. [X1] */
export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  pdf: 'application/pdf',
} as const

/** Begins an export; nothing of the log is read before its first byte is asked for. */
export async function openExport(db: D1Database, request: ExportRequest): Promise<ExportFile> {
  const stretch = await findStretch(db, request)
  const tally = new Tally()
  const write = request.format === 'csv' ? writeCsv : writeEntries
  return { stretch, tally, bytes: encoded(write(db, request, stretch, tally)) }
}

async function* encoded(texts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}

/** A body that reads on only as fast as it is taken. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
