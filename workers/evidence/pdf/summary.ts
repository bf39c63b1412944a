import { severities, severityRank } from '../../../protocol/index.ts'
import { beats, count, stamp } from './cover.ts'
import type { Report } from './report.ts'
import { paper, type Sheets } from './sheets.ts'

/** How the run's status went, and what was found, by severity and by rule. */
export function drawSummary(sheets: Sheets, report: Report): void {
  sheets.heading('Findings by severity')
  const seen = severities.toReversed().filter((severity) => report.severities.has(severity))
  if (seen.length === 0) none(sheets, 'No finding.')
  for (const severity of seen) line(sheets, severity, '', beats(report.severities.get(severity) ?? 0))
  sheets.y -= 12
  sheets.heading('Findings by rule')
  const rules = [...report.rules.values()].sort(
    (a, b) =>
      severityRank(b.severity) - severityRank(a.severity) || b.beats - a.beats || (a.rule < b.rule ? -1 : 1),
  )
  if (rules.length === 0) none(sheets, 'No rule fired.')
  for (const { rule, title, severity, beats: found } of rules)
    line(sheets, title, `${rule}, ${severity}`, beats(found))
  sheets.y -= 12
  if (report.reported.size > 0) drawReported(sheets, report)
  sheets.heading('Status history')
  if (report.events.length === 0) none(sheets, 'The status did not change.')
  for (const { event, status, reason, actor, timestamp, seq } of report.events) {
    const who = actor ? `by ${actor.type} ${actor.id}` : ''
    const about = [reason, who].filter(Boolean).join(', ')
    line(
      sheets,
      event === status ? event : `${event}, then ${status}`,
      about,
      `${stamp(timestamp)}, entry ${count(seq)}`,
    )
  }
  sheets.y -= 12
}

/** What clients named as violations, and no rule of the server's found. [B15] */
function drawReported(sheets: Sheets, { reported, moreReported }: Report): void {
  sheets.heading('Reported by the client alone')
  const titles = [...reported].sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1))
  for (const [title, found] of titles) line(sheets, title, '', beats(found))
  if (moreReported) none(sheets, 'There are others: see the incidents, and the NDJSON export.')
  sheets.y -= 12
}

function none(sheets: Sheets, text: string): void {
  sheets.text(text, paper.left, sheets.y, { ink: 'quiet' })
  sheets.y -= 16
}

function line(sheets: Sheets, name: string, about: string, value: string): void {
  const room = paper.right - paper.left - sheets.type.width(value, 9) - 16
  const names = sheets.type.wrap(name, room, 9, 2)
  sheets.need(names.length * 12 + (about ? 11 : 0) + 8)
  sheets.text(value, paper.right, sheets.y, { right: true })
  sheets.paragraph(names, { right: paper.left + room, leading: 12 })
  if (about) {
    sheets.paragraph(sheets.type.wrap(about, room, 7.5, 2), { size: 7.5, ink: 'quiet', leading: 11 })
  }
  sheets.rule(sheets.y + 5, 'grid')
  sheets.y -= 8
}
