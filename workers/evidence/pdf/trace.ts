import { fill, markShape, stroke } from './palette.ts'
import { hrvOf, type Report } from './report.ts'
import { paper, type Sheets } from './sheets.ts'
import { n } from './typesetter.ts'

/** Columns that a trace is drawn in: more would be finer than a printer. */
const columns = 480

/** Score and HRV over the run, as vectors. Every column keeps its lowest and highest, so no dip is lost. */
export function drawTrace(sheets: Sheets, report: Report): void {
  sheets.heading('Trace')
  plot(sheets, 'Alignment score, by beat', report.scores, { height: 150, top: 1, bands: [0.7, 0.95] })
  const worst = report.marks.flatMap((mark, i) => (mark === 'red' || mark === 'flatline' ? [i] : []))
  const step = Math.max(1, Math.ceil(worst.length / columns))
  for (let i = 0; i < worst.length; i += step) {
    const at = worst[i] ?? 0
    const x = xOf(at, report.scores.length)
    const y = sheets.y + 40 + (report.scores[at] ?? 0) * 150
    sheets.draw(markShape(report.marks[at] ?? 'red', x, y, 2.2))
  }
  const hrv = hrvOf(report.scores)
  const high = hrv.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
  plot(sheets, 'HRV, over the last 20 beats', hrv, { height: 70, top: Math.max(0.2, high), bands: [0.15] })
}

const left = paper.left + 30

function xOf(i: number, length: number): number {
  return left + ((paper.right - left) * i) / Math.max(1, length - 1)
}

function plot(
  sheets: Sheets,
  title: string,
  values: readonly (number | null)[],
  how: { height: number; top: number; bands: number[] },
): void {
  const { height, top, bands } = how
  sheets.need(height + 60)
  sheets.text(title, paper.left, sheets.y, { size: 9, style: 'bold' })
  sheets.y -= 14 + height
  const base = sheets.y
  const yOf = (value: number) => base + (height * value) / top
  for (const value of [0, ...bands, top]) {
    const isBand = bands.includes(value)
    sheets.draw(
      `${isBand ? '[2 2] 0 d ' : ''}${stroke('rule', 0.5)}${left} ${n(yOf(value))} m ${paper.right} ${n(yOf(value))} l S [] 0 d\n`,
    )
    sheets.text(value.toFixed(2), left - 6, yOf(value) - 2.5, { size: 7, ink: 'quiet', right: true })
  }
  sheets.draw(stroke(height > 100 ? 'green' : 'hrv', 0.8) + pathOf(values, yOf))
  if (values.length === 1) sheets.draw(fill('green'))
  sheets.text('1', left, base - 11, { size: 7, ink: 'quiet' })
  sheets.text(values.length.toLocaleString('en'), paper.right, base - 11, {
    size: 7,
    ink: 'quiet',
    right: true,
  })
  sheets.y -= 40
}

function pathOf(values: readonly (number | null)[], yOf: (value: number) => number): string {
  let path = ''
  const size = Math.max(1, Math.ceil(values.length / columns))
  for (let from = 0; from < values.length; from += size) {
    let [low, high] = [Infinity, -Infinity]
    for (let i = from; i < Math.min(from + size, values.length); i++) {
      const value = values[i] ?? null
      if (value === null) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    if (low === Infinity) continue
    const x = n(xOf(Math.min(from + size / 2 - 0.5, values.length - 1), values.length))
    path += `${x} ${n(yOf(high))} ${path === '' ? 'm' : 'l'} `
    if (low < high) path += `${x} ${n(yOf(low))} l `
  }
  return path === '' ? '' : `1 j ${path}S\n`
}
