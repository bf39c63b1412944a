import { PDFDocument } from 'pdf-lib'
import type { Env } from '../../env.ts'
import { entryPages } from '../entry-pages.ts'
import type { ProjectExportRequest, RunExportRequest } from '../export-request.ts'
import { deletedRuns, projectSegments } from '../project-segments.ts'
import type { ProjectTally } from '../project-tally.ts'
import type { Segment } from '../segment.ts'
import { assemble } from './assemble.ts'
import { drawCover } from './cover.ts'
import { openFontBook, type LoadFont } from './font-book.ts'
import { drawIncidents } from './incidents.ts'
import type { PdfSource } from './pdf-source.ts'
import { drawProjectCover, type ReportedRun } from './project-cover.ts'
import { charactersOf, newRoom, Report, type Room } from './report.ts'
import { drawRows } from './rows.ts'
import { Sheets } from './sheets.ts'
import { drawSummary } from './summary.ts'
import { drawTrace } from './trace.ts'
import { Typesetter } from './typesetter.ts'

type Bindings = Pick<Env, 'DB' | 'RUNS'>

/** Runs of a project that have pages of their own in its PDF; all of them are in the list. [X17] */
const runsInFull = 50

/** A run, or the runs of a project, as a PDF to hand over. The same request makes the same bytes. [X15] [X17] */
export async function writePdf(env: Bindings, source: PdfSource, loadFont: LoadFont): Promise<Uint8Array> {
  return source.of === 'run'
    ? runPdf(source.request, source.segment, loadFont)
    : projectPdf(env, source.request, source.tally, loadFont)
}

async function runPdf(request: RunExportRequest, segment: Segment, loadFont: LoadFont): Promise<Uint8Array> {
  const { run } = request
  const report = await readReport(segment, new Report(request.texts, newRoom()))
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const book = await openFontBook(pdf, loadFont, charactersOf([report], [run.name]))
  const sheets = new Sheets(new Typesetter(book))
  drawCover(sheets, { request, report, segment })
  drawReport(sheets, report)
  return assemble(pdf, sheets, {
    title: `Evidence report: ${run.name || run.id}`,
    about: `run ${run.id}`,
    createdAt: request.created_at,
  })
}

async function projectPdf(
  env: Bindings,
  request: ProjectExportRequest,
  tally: ProjectTally,
  loadFont: LoadFont,
): Promise<Uint8Array> {
  const { project } = request
  await tally.begin(request)
  // All runs share the room of one document: what is over is said, and is in the NDJSON.
  const room: Room = newRoom()
  const runs: ReportedRun[] = []
  for await (const segment of projectSegments(env, request)) {
    const report = await readReport(segment, new Report(request.texts, room))
    await tally.close(segment)
    if (runs.length >= runsInFull) report.forget()
    runs.push({ segment, report })
  }
  for await (const run of deletedRuns(env.DB, request)) tally.bury(run)
  const full = runs.slice(0, runsInFull)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const names = [project.name, ...runs.map(({ segment }) => segment.run.name)]
  const reports = full.map(({ report }) => report)
  const book = await openFontBook(pdf, loadFont, charactersOf(reports, names))
  const sheets = new Sheets(new Typesetter(book))
  drawProjectCover(sheets, { request, runs, tally, runsInFull })
  for (const { segment, report } of full) {
    sheets.newPage()
    drawCover(sheets, { request, report, segment })
    sheets.nested(() => drawReport(sheets, report))
  }
  return assemble(pdf, sheets, {
    title: `Evidence report: ${project.name || project.id}`,
    about: `project ${project.id}`,
    createdAt: request.created_at,
  })
}

async function readReport({ run, stretch, log, tally }: Segment, report: Report): Promise<Report> {
  for await (const page of entryPages(log, run.id, stretch)) {
    tally.add(page)
    for (const row of page) report.add(row)
  }
  return report
}

function drawReport(sheets: Sheets, report: Report): void {
  sheets.newPage()
  drawTrace(sheets, report)
  drawSummary(sheets, report)
  drawIncidents(sheets, report)
  drawRows(sheets, report)
}
