import type { Manifest } from '../../protocol/index.ts'
import type { Env } from '../env.ts'
import { logOf } from '../runs/log-of.ts'
import {
  isoRange,
  type ExportRequest,
  type ProjectExportRequest,
  type RunExportRequest,
} from './export-request.ts'
import type { PdfSource } from './pdf/pdf-source.ts'
import { ProjectTally } from './project-tally.ts'
import { newSegment } from './segment.ts'
import { findStretch } from './stretch.ts'
import { csvHeader, writeCsv, writeProjectCsv } from './write-csv.ts'
import { writeEntries } from './write-entries.ts'
import { writeProjectEntries } from './write-project-entries.ts'

/** What a manifest says of a file's entries. [X11] [X18] */
export type FileFacts = Pick<
  Manifest,
  | 'run_id'
  | 'project_id'
  | 'first_seq'
  | 'last_seq'
  | 'count'
  | 'beats'
  | 'first_link'
  | 'head'
  | 'runs'
  | 'seal'
>

/** An export in the making. */
export interface ExportFile {
  bytes: AsyncGenerator<Uint8Array>
  /** Complete once `bytes` has come to its end. */
  facts: () => FileFacts
}

/** Media types by format. [X1] */
export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  pdf: 'application/pdf',
} as const

type Bindings = Pick<Env, 'DB' | 'ASSETS' | 'RUNS'>

/** Begins an export; only its edges are read of the log before its first byte is asked for. */
export async function openExport(env: Bindings, request: ExportRequest): Promise<ExportFile> {
  return request.of === 'run' ? openRunExport(env, request) : openProjectExport(env, request)
}

async function openRunExport(env: Bindings, request: RunExportRequest): Promise<ExportFile> {
  const { run, format, texts, bom } = request
  const log = await logOf(env, run.id)
  const stretch = await findStretch(log, request)
  const segment = newSegment(run, isoRange(request), stretch, log)
  const { tally } = segment
  async function* write(): AsyncGenerator<string> {
    if (format === 'csv') {
      yield csvHeader(bom)
      yield* writeCsv(segment, texts)
    } else if (format !== 'pdf') {
      yield* writeEntries(segment, format, texts)
      yield '\n'
    }
  }
  return {
    bytes: format === 'pdf' ? pdf(env, { of: 'run', request, segment }) : encoded(write()),
    facts: () => ({
      run_id: run.id,
      project_id: run.project_id,
      first_seq: stretch?.firstSeq ?? null,
      last_seq: stretch?.lastSeq ?? null,
      count: tally.count,
      beats: tally.beats,
      first_link: stretch?.firstLink ?? null,
      head: tally.head,
    }),
  }
}

function openProjectExport(env: Bindings, request: ProjectExportRequest): ExportFile {
  const { format } = request
  const tally = new ProjectTally()
  const bytes =
    format === 'pdf'
      ? pdf(env, { of: 'project', request, tally })
      : encoded(
          format === 'csv'
            ? writeProjectCsv(env, request, tally)
            : writeProjectEntries(env, request, format, tally),
        )
  return {
    bytes,
    facts: () => ({
      run_id: null,
      project_id: request.project.id,
      first_seq: null,
      last_seq: null,
      count: tally.count,
      beats: tally.beats,
      first_link: null,
      head: null,
      runs: tally.runs,
      seal: tally.seal,
    }),
  }
}

async function* pdf(env: Bindings, source: PdfSource): AsyncGenerator<Uint8Array> {
  // Most requests need no PDF, and its library is as large as all the rest.
  const { writePdf } = await import('./pdf/write-pdf.ts')
  yield await writePdf(env, source, async (file) => {
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
