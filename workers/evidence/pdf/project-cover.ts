import { isoRange, type ProjectExportRequest } from '../export-request.ts'
import type { ProjectTally } from '../project-tally.ts'
import type { Segment } from '../segment.ts'
import { beats, count, drawFacts, drawMasthead, stamp } from './cover.ts'
import type { Report } from './report.ts'
import { paper, type Sheets } from './sheets.ts'

/** A run of a project, as its PDF has it. */
export interface ReportedRun {
  segment: Segment
  report: Report
}

/** The first pages of a project's PDF: what it covers, its seal, and every run with its own chain. [X17] */
export function drawProjectCover(
  sheets: Sheets,
  source: {
    request: ProjectExportRequest
    runs: readonly ReportedRun[]
    tally: ProjectTally
    runsInFull: number
  },
): void {
  const { request, runs, tally, runsInFull } = source
  const { project, exporter, created_at, texts } = request
  const { start, end } = isoRange(request)
  drawMasthead(sheets, project.name || project.id, 'Cover')
  sheets.text(`${count(runs.length)} ${runs.length === 1 ? 'run' : 'runs'}`, paper.left, sheets.y, {
    size: 12,
  })
  sheets.y -= 34
  drawFacts(sheets, [
    ['Project', project.id],
    ['Range', `${start ?? 'the beginning'} to before ${end}`],
    ['Entries', `${count(tally.count)}, ${count(tally.beats)} of them beats`],
    [
      'Deleted runs',
      tally.deleted === 0 ? 'none' : `${count(tally.deleted)}, by retention: see the NDJSON export`,
    ],
    ['Texts', texts === 'full' ? 'As stored, redacted' : 'Withheld: commitments stand in their place'],
    ['Exported', `${stamp(created_at)} by ${exporter.type} ${exporter.id}`],
    ['Seal', tally.seal],
  ])
  const notes = [
    runs.length > runsInFull && `The first ${runsInFull} runs have pages of their own.`,
    'The NDJSON export of the same range holds every entry, and closes with the same seal.',
  ].filter((note) => note !== false)
  sheets.y -= 8
  sheets.paragraph(sheets.type.wrap(notes.join(' '), paper.right - paper.left, 9, 4), { ink: 'quiet' })
  sheets.y -= 18
  sheets.heading('Runs')
  for (const run of runs) drawRun(sheets, run)
}

function drawRun(sheets: Sheets, { segment, report }: ReportedRun): void {
  const { run, stretch, tally } = segment
  sheets.need(46)
  sheets.block('P', () => {
    const mean = report.beats === 0 ? 'none' : (report.scoreSum / report.beats).toFixed(3)
    const incidents = `${count(report.incidentCount)} ${report.incidentCount === 1 ? 'incident' : 'incidents'}`
    const figures = `${beats(report.beats)}, ${incidents}, mean score ${mean}`
    const room = paper.right - paper.left - sheets.type.width(figures, 9) - 16
    const [name = run.id] = sheets.type.wrap(run.name || run.id, room, 10, 1, false, 'bold')
    sheets.text(name, paper.left, sheets.y, { size: 10, style: 'bold' })
    sheets.text(figures, paper.right, sheets.y, { right: true })
    sheets.y -= 12.5
    const place = stretch ? `entries ${count(stretch.firstSeq)} to ${count(stretch.lastSeq)}` : 'no entries'
    sheets.text(`${run.id}, started ${stamp(run.started_at)}, ${place}`, paper.left, sheets.y, {
      size: 8,
      ink: 'quiet',
    })
    sheets.y -= 11
    sheets.text(`head ${tally.head ?? 'none'}`, paper.left, sheets.y, {
      size: 7,
      style: 'mono',
      ink: 'quiet',
    })
  })
  sheets.rule(sheets.y - 6, 'grid')
  sheets.y -= 18
}
