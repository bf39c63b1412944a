import type { LogRow } from '../../durable-objects/log-reader.ts'
import type { BeatContent, BeatHeader, ExportTexts } from '../../protocol/index.ts'
import { severities } from '../../protocol/index.ts'
import type { Env } from '../env.ts'
import { plainCell, textCell } from './csv-cell.ts'
import { entryPages } from './entry-pages.ts'
import type { ProjectExportRequest } from './export-request.ts'
import { deletedRuns, projectSegments } from './project-segments.ts'
import type { ProjectTally } from './project-tally.ts'
import type { Segment } from './segment.ts'

/** The seeds' columns in their order, then ours. [X7] */
export const csvColumns = [
  'timestamp',
  'alignment_score',
  'color',
  'flatline',
  'violations',
  'confidence',
  'prompt',
  'response',
  'record',
  'run_id',
  'seq',
  'id',
  'client_timestamp',
  'severity',
  'rules',
  'refused',
  'engine',
  'policy',
  'run_status',
  'while_paused',
  'content_commitment',
  'hash',
  'note',
] as const

/** The header line of a CSV. [X7] */
export function csvHeader(bom: boolean): string {
  return `${bom ? '\u{feff}' : ''}${csvColumns.join(',')}\r\n`
}

/** A run's beats as CSV rows; the last row counts what went before and names the chain's head. [X7] [X8] */
export async function* writeCsv(
  { run, stretch, log, tally }: Segment,
  texts: ExportTexts,
): AsyncGenerator<string> {
  for await (const page of entryPages(log, run.id, stretch)) {
    tally.add(page)
    const rows = page.filter(({ type }) => type === 'beat')
    if (rows.length > 0) yield rows.map((row) => beatRow(row, texts)).join('')
  }
  const { count, beats, head } = tally
  const note = JSON.stringify({ count, beats, first_link: stretch?.firstLink ?? null, head, complete: true })
  yield csvRow({ record: 'end', run_id: run.id, note: plainCell(note) })
}

/** The runs of a project as CSV: the rows of each, then those that were deleted, then what it all was. [X17] */
export async function* writeProjectCsv(
  env: Pick<Env, 'DB' | 'RUNS'>,
  request: ProjectExportRequest,
  tally: ProjectTally,
): AsyncGenerator<string> {
  await tally.begin(request)
  yield csvHeader(request.bom)
  for await (const segment of projectSegments(env, request)) {
    yield* writeCsv(segment, request.texts)
    await tally.close(segment)
  }
  for await (const run of deletedRuns(env.DB, request)) {
    tally.bury(run)
    const { run_id, last_seq, head } = run
    const note = plainCell(JSON.stringify(run))
    yield csvRow({ record: 'deleted', run_id, seq: plainCell(last_seq), hash: head, note })
  }
  yield csvRow({ record: 'project_end', note: plainCell(tally.closing) })
}

function beatRow(row: LogRow, texts: ExportTexts): string {
  const header = JSON.parse(row.header) as BeatHeader
  const content =
    row.content === null || texts === 'withheld' ? null : (JSON.parse(row.content) as BeatContent)
  const { findings, engine } = header
  return csvRow({
    timestamp: header.timestamp,
    alignment_score: plainCell(header.alignment_score),
    color: header.color,
    flatline: plainCell(header.flatline),
    violations: textCell(header.violations.join('; ')),
    confidence: plainCell(header.confidence),
    prompt: textCell(content?.prompt ?? ''),
    response: textCell(content?.response ?? ''),
    record: 'beat',
    run_id: header.run_id,
    seq: plainCell(header.seq),
    id: textCell(header.id),
    client_timestamp: plainCell(header.client_timestamp),
    severity: plainCell(
      severities.findLast((one) => findings.some(({ severity }) => severity === one)) ?? null,
    ),
    rules: textCell([...new Set(findings.map(({ rule_id }) => rule_id))].join('; ')),
    refused: plainCell(header.refused),
    engine: textCell(`${engine.name} ${engine.version}`),
    policy: textCell(`${engine.policy.id} ${engine.policy.version}`),
    run_status: header.run_status,
    while_paused: plainCell(header.while_paused),
    content_commitment: plainCell(header.content_commitment),
    hash: row.hash,
    note: row.content === null ? 'erased' : texts === 'withheld' ? 'withheld' : '',
  })
}

/** @param cells by column, escaped already; a column left out is empty */
function csvRow(cells: Partial<Record<(typeof csvColumns)[number], string>>): string {
  return `${csvColumns.map((column) => cells[column] ?? '').join(',')}\r\n`
}
