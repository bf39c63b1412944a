import type { BeatHeader } from '../../../protocol/index.ts'
import { count, stamp } from './cover.ts'
import { fill, markShape } from './palette.ts'
import { incidentTextMost, type Incident, type Report } from './report.ts'
import { paper, type Sheets } from './sheets.ts'
import { n } from './typesetter.ts'

/** Each red or flat beat in full: what was said, what was found, and what to do. */
export function drawIncidents(sheets: Sheets, report: Report): void {
  if (report.incidents.length === 0) return
  sheets.newPage()
  sheets.heading('Incidents')
  sheets.y -= 8
  for (const incident of report.incidents) drawIncident(sheets, incident)
}

function drawIncident(sheets: Sheets, incident: Incident): void {
  const { header, prompt, response, absent } = incident
  const mark = header.flatline ? 'flatline' : header.color
  sheets.need(150)
  sheets.bookmark(`${count(header.seq)}: ${header.violations[0] ?? mark}`, 1)
  sheets.rule(sheets.y + 16)
  sheets.draw(markShape(mark, paper.left + 5, sheets.y + 3.5, 4.5))
  const title = `Entry ${count(header.seq)}`
  sheets.block('H3', () => sheets.text(title, paper.left + 17, sheets.y, { size: 11.5, style: 'bold' }))
  const score = `score ${header.alignment_score.toFixed(3)}, ${mark}${header.refused ? ', refused' : ''}`
  sheets.text(`${stamp(header.timestamp)}   ${score}`, paper.right, sheets.y, { ink: 'quiet', right: true })
  sheets.y -= 22
  // A page that begins in the middle of an incident says of which.
  sheets.header = () => {
    sheets.draw(fill('quiet') + sheets.type.show(`${title}, continued`, paper.left, sheets.y, 8))
    sheets.y -= 18
  }
  drawFindings(sheets, header)
  for (const [name, text] of [
    ['Prompt', prompt],
    ['Response', response],
  ] as const) {
    quote(sheets, name, absent ? `(${absent}; its commitment stands)` : (text ?? '(none)'))
  }
  sheets.need(12)
  const seal = `commitment ${header.content_commitment ?? 'none'}`
  sheets.text(seal, paper.left, sheets.y, { size: 6.5, style: 'mono', ink: 'quiet' })
  sheets.y -= 34
  sheets.header = null
}

/** What the guardian found, and what a client named besides. */
function drawFindings(sheets: Sheets, header: BeatHeader): void {
  const width = paper.right - paper.left
  for (const finding of header.findings) {
    sheets.need(46)
    sheets.paragraph(
      sheets.type.wrap(`${finding.title} (${finding.severity}, ${finding.rule_id})`, width, 9.5, 2),
      {
        size: 9.5,
      },
    )
    for (const text of [finding.why, finding.remediation]) {
      sheets.paragraph(sheets.type.wrap(text, width, 8.5, 6), { size: 8.5, ink: 'quiet', leading: 11.5 })
    }
    sheets.y -= 5
  }
  const found = new Set(header.findings.map(({ title }) => title))
  const reported = header.violations.filter((title) => !found.has(title))
  if (reported.length === 0) return
  const line = `Reported by the client: ${reported.join('; ')}`
  sheets.paragraph(sheets.type.wrap(line, width, 9.5, 6), { size: 9.5 })
  sheets.y -= 5
}

/** A text in full, with a bar at its left on every page it runs over. */
function quote(sheets: Sheets, name: string, text: string): void {
  sheets.need(40)
  sheets.text(name, paper.left, sheets.y, { size: 8.5, style: 'bold' })
  sheets.y -= 13
  const shown = text.slice(0, incidentTextMost).toWellFormed()
  const lines = sheets.type.wrap(shown, paper.right - paper.left - 14, 9, 2000, true)
  if (text.length > shown.length) {
    lines.push(`[${count(text.length - shown.length)} more characters: see the NDJSON export]`)
  }
  sheets.block('P', () => {
    for (const line of lines) {
      sheets.need(12.5)
      sheets.draw(`${fill('rule')}${paper.left} ${n(sheets.y - 3.5)} 2 12.7 re f\n`)
      sheets.paragraph([line], { x: paper.left + 12, leading: 12.5 })
    }
  })
  sheets.y -= 10
}
