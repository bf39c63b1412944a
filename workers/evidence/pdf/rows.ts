import { count } from './cover.ts'
import { markShape } from './palette.ts'
import type { BeatRow, Report } from './report.ts'
import { paper, type Sheets } from './sheets.ts'

/** Left edges of the columns. */
const column = { seq: paper.left, time: paper.left + 36, score: paper.left + 128, text: paper.left + 172 }
const size = 7.5
const leading = 9.5

/** Every beat as a row: time, score, colour and shape, violations, and the beginnings of its texts. */
export function drawRows(sheets: Sheets, report: Report): void {
  if (report.isLong || report.rows.length === 0) return
  sheets.newPage()
  sheets.heading('Beats')
  const head = () => {
    const names = { seq: 'Entry', time: 'Time (UTC)', score: 'Score', text: 'Violations, prompt, response' }
    for (const name of ['seq', 'time', 'score', 'text'] as const) {
      sheets.text(names[name], column[name], sheets.y, { size, ink: 'quiet', style: 'bold' })
    }
    sheets.rule(sheets.y - 5, 'rule', 0.8)
    sheets.y -= 17
  }
  head()
  sheets.header = head
  for (const row of report.rows) drawRow(sheets, row)
  sheets.header = null
}

function drawRow(sheets: Sheets, row: BeatRow): void {
  const width = paper.right - column.text
  const violations = row.violations ? sheets.type.wrap(row.violations, width, size, 2) : []
  const prompt = sheets.type.wrap(row.prompt, width, size, 1)
  const response = sheets.type.wrap(row.response, width, size, 1)
  const lines = violations.length + prompt.length + response.length
  sheets.need(lines * leading + 4)
  sheets.block('P', () => drawCells(sheets, row, violations, prompt, response))
  sheets.rule(sheets.y + 5.5, 'grid', 0.5)
  sheets.y -= 4
}

function drawCells(
  sheets: Sheets,
  row: BeatRow,
  violations: readonly string[],
  prompt: readonly string[],
  response: readonly string[],
): void {
  const top = sheets.y
  sheets.text(count(row.seq), column.seq, top, { size })
  sheets.text(row.timestamp.slice(0, 19).replace('T', ' '), column.time, top, { size, ink: 'quiet' })
  sheets.draw(markShape(row.mark, column.score + 3, top + 2.6, 2.6))
  sheets.text(row.score.toFixed(3), column.score + 10, top, { size })
  const how = { x: column.text, size, leading }
  sheets.paragraph(violations, { ...how, ink: row.mark === 'green' ? 'quiet' : row.mark })
  sheets.paragraph(prompt, { ...how, ink: 'quiet' })
  sheets.paragraph(response, how)
}
