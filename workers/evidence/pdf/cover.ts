import { isoRange, type ExportRequest } from '../export-request.ts'
import type { Segment } from '../segment.ts'
import { fill, markShape, stroke, type Ink } from './palette.ts'
import { rowsMost, type Mark, type Report } from './report.ts'
import { paper, type Sheets } from './sheets.ts'
import { n } from './typesetter.ts'

/** What the cover of a run is about. */
export interface CoverSource {
  request: ExportRequest
  report: Report
  segment: Segment
}

/** The first page: what this is about, how it stands, and what holds it together. */
export function drawCover(sheets: Sheets, source: CoverSource): void {
  const { request, report, segment } = source
  const { run } = segment
  drawMasthead(sheets, run.name || run.id, request.of === 'run' ? 'Cover' : run.name || run.id)
  // Of several runs nobody says how they stood when the export began: a status is the run's, not the range's.
  const [word, ink]: [string, Ink] =
    'status' in run ? [statusWords[run.status], statusInk[run.status]] : ['A run of this project', 'quiet']
  sheets.text(word, paper.left, sheets.y, { size: 12, ink })
  sheets.y -= 34
  facts(sheets, source)
  totals(sheets, report)
  proof(sheets, source)
  const shown = report.incidents.length
  if (report.isLong || report.incidentCount > shown) {
    const notes = [
      report.isLong &&
        `It has ${beats(report.beats)}. Over ${count(rowsMost)} of them, this document leaves the rows out.`,
      report.incidentCount > shown &&
        `Of ${count(report.incidentCount)} incidents the first ${count(shown)} are shown.`,
      'The NDJSON export of the same range holds every entry.',
    ].filter((note) => note !== false)
    sheets.y -= 10
    const lines = sheets.type.wrap(notes.join(' '), paper.right - paper.left, 9, 4)
    sheets.paragraph(lines, { ink: 'quiet' })
  }
}

/** The head of a first page: whose it is, what it is, and its title. */
export function drawMasthead(sheets: Sheets, title: string, bookmark: string): void {
  pulse(sheets)
  sheets.bookmark(bookmark)
  sheets.text('CUSTOS', paper.left, sheets.y - 4, { size: 10, style: 'bold', ink: 'green' })
  sheets.text('Evidence report', paper.right, sheets.y - 4, { size: 10, ink: 'quiet', right: true })
  sheets.y -= 78
  sheets.block('H1', () => {
    for (const line of sheets.type.wrap(title, paper.right - paper.left, 26, 2, false, 'bold')) {
      sheets.text(line, paper.left, sheets.y, { size: 26, style: 'bold' })
      sheets.y -= 32
    }
  })
}

const statusWords = {
  active: 'Active when exported',
  warning: 'In warning when exported',
  paused: 'Paused when exported',
  misaligned: 'Misaligned: a severe beat stands unreviewed',
  ended: 'Ended',
} as const
const statusInk = {
  active: 'green',
  warning: 'yellow',
  paused: 'quiet',
  misaligned: 'flatline',
  ended: 'quiet',
} as const satisfies Record<keyof typeof statusWords, Ink>

function facts(sheets: Sheets, { request, report, segment }: CoverSource): void {
  const { exporter, created_at, texts } = request
  const { run, stretch } = segment
  const ended = 'ended_at' in run ? ` to ${run.ended_at ? stamp(run.ended_at) : 'now, still open'}` : ''
  const { start, end } = isoRange(request)
  const range =
    start || end ? `${start ?? 'the beginning'} to before ${end ?? 'the export'}` : 'The whole run'
  const rows: [string, string][] = [
    ['Run', run.id],
    ['Project', run.project_id],
    ['Key', run.api_key_id ?? 'none'],
    [ended ? 'Started, ended' : 'Started', `${stamp(run.started_at)}${ended}`],
    ['Range', range],
    ['Beats seen', report.firstAt ? `${stamp(report.firstAt)} to ${stamp(report.lastAt ?? '')}` : 'none'],
    ['Entries', stretch ? `${count(stretch.firstSeq)} to ${count(stretch.lastSeq)}` : 'none'],
    ['Policy', [...report.policies].join(', ') || 'none'],
    ['Engine', [...report.engines].join(', ') || 'none'],
    ['Texts', texts === 'full' ? 'As stored, redacted' : 'Withheld: commitments stand in their place'],
    ['Exported', `${stamp(created_at)} by ${exporter.type} ${exporter.id}`],
  ]
  drawFacts(sheets, rows)
  sheets.y -= 18
}

/** Names at the left, what they are at the right. */
export function drawFacts(sheets: Sheets, rows: readonly [name: string, value: string][]): void {
  for (const [name, value] of rows) {
    sheets.block('P', () => {
      const lines = sheets.type.wrap(value, paper.right - paper.left - 110, 9.5, 2)
      sheets.text(name, paper.left, sheets.y, { size: 9.5, ink: 'quiet' })
      sheets.paragraph(lines, { x: paper.left + 110, size: 9.5, leading: 13 })
    })
    sheets.y -= 3.5
  }
}

function totals(sheets: Sheets, report: Report): void {
  const { scores, marks } = report
  const sum = scores.reduce((total, score) => total + score, 0)
  const least = scores.reduce((low, score) => Math.min(low, score), 1)
  const of = (mark: Mark) => marks.filter((one) => one === mark).length
  const figures: [string, string][] = [
    ['Beats', count(scores.length)],
    ['Incidents', count(report.incidentCount)],
    ['Flatlines', count(of('flatline'))],
    ['Refused', count(report.refused)],
    ['Mean score', scores.length ? (sum / scores.length).toFixed(3) : 'none'],
    ['Lowest score', scores.length ? least.toFixed(3) : 'none'],
  ]
  const step = (paper.right - paper.left) / figures.length
  sheets.rule(sheets.y + 16)
  figures.forEach(([name, value], i) => {
    sheets.text(name, paper.left + i * step, sheets.y, { size: 8.5, ink: 'quiet' })
    sheets.text(value, paper.left + i * step, sheets.y - 22, { size: 19, style: 'bold' })
  })
  sheets.y -= 46
  let x: number = paper.left
  const kinds = (['green', 'yellow', 'red', 'flatline'] as const).filter((mark) => of(mark) > 0)
  for (const mark of kinds) {
    const width = ((paper.right - paper.left) * of(mark)) / scores.length
    sheets.draw(`${fill(mark)}${n(x)} ${n(sheets.y)} ${n(Math.max(width - 1, 0.5))} 7 re f\n`)
    x += width
  }
  sheets.y -= 15
  x = paper.left
  for (const mark of kinds) {
    const label = `${count(of(mark))} ${mark}`
    sheets.draw(markShape(mark, x + 4, sheets.y + 3, 3.4))
    sheets.text(label, x + 12, sheets.y, { size: 8.5, ink: 'quiet' })
    x += sheets.type.width(label, 8.5) + 34
  }
  sheets.y -= 34
}

function proof(sheets: Sheets, { segment: { stretch, tally } }: CoverSource): void {
  const rows: [string, string][] = [
    ['First link', stretch?.firstLink ?? 'none'],
    ['Head', tally.head ?? 'none'],
    ['Count', `${count(tally.count)} entries, ${count(tally.beats)} of them beats`],
  ]
  const height = 66
  const top = sheets.y + 14
  sheets.draw(
    `${fill('sunken')}${paper.left} ${n(top - height)} ${n(paper.right - paper.left)} ${height} re f\n`,
  )
  for (const [name, value] of rows) {
    sheets.text(name, paper.left + 10, sheets.y - 2, { size: 8.5, ink: 'quiet' })
    sheets.text(value, paper.left + 70, sheets.y - 2, { size: 8, style: 'mono' })
    sheets.y -= 14
  }
  const hint =
    'The JSON or NDJSON export of this range proves each entry against these; see docs/evidence.md.'
  sheets.text(hint, paper.left + 10, sheets.y - 2, { size: 8, ink: 'quiet' })
  sheets.y -= 24
}

/** A heartbeat across the head of the page. */
function pulse(sheets: Sheets): void {
  const y = paper.top - 24
  const beat = [0, 0, 6, 0, 9, 10, 13, -14, 17, 5, 20, 0]
  let path = `${paper.left} ${n(y)} m `
  for (const start of [150, 300, 450]) {
    for (let i = 0; i < beat.length; i += 2) {
      path += `${n(paper.left + start + (beat[i] ?? 0))} ${n(y + (beat[i + 1] ?? 0))} l `
    }
  }
  sheets.draw(`${stroke('green', 1)}1 j ${path}${paper.right} ${n(y)} l S\n`)
}

/** `2026-01-31 12:00:00.000 UTC` */
export function stamp(iso: string): string {
  return iso.replace('T', ' ').replace('Z', ' UTC')
}

/** `1 beat`, `2,000 beats` */
export function beats(value: number): string {
  return `${count(value)} ${value === 1 ? 'beat' : 'beats'}`
}

export function count(value: number): string {
  return value.toLocaleString('en')
}
