import type { Env } from '../env.ts'
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

type Bindings = Pick<Env, 'DB' | 'ASSETS'>

/** Begins an export; only its edges are read of the log before its first byte is asked for. */
export async function openExport(env: Bindings, request: ExportRequest): Promise<ExportFile> {
  const stretch = await findStretch(env.DB, request)
  const tally = new Tally()
  if (request.format === 'pdf') return { stretch, tally, bytes: pdf(env, request, stretch, tally) }
  const write = request.format === 'csv' ? writeCsv : writeEntries
  return { stretch, tally, bytes: encoded(write(env.DB, request, stretch, tally)) }
}

async function* pdf(
  env: Bindings,
  request: ExportRequest,
  stretch: Stretch | null,
  tally: Tally,
): AsyncGenerator<Uint8Array> {
  // Most requests need no PDF, and its library is as large as all the rest.
  const { writePdf } = await import('./pdf/write-pdf.ts')
  yield await writePdf(env.DB, request, stretch, tally, async (file) => {
    const answer = await env.ASSETS.fetch(`https://assets.invalid/fonts/${file}`)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  })
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
