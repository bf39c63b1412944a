import { drawLine, isCrowded, type Line } from './draw-line.ts'
import { drawMarks, markRoom } from './draw-marks.ts'
import { type Paper } from './paper.ts'
import { type Picture, SCORES } from './picture.ts'
import type { Content } from './sheet.ts'
import type { Thinned } from './thinned.ts'

const TRACE_PX = 1.75
const HRV_PX = 1.5

/** What was chosen to be drawn of a picture. */
export interface Chosen {
  thinned: Thinned
  trace: Line
  hrv: Line
  /** Beats further apart are not joined by either; seconds. It hangs on the beats that were chosen. */
  limitS: number
  /** Until when an open flatline is drawn, in seconds; null without one. */
  flatUntil: number | null
  /** Rows on screen. */
  rows: readonly number[]
  /** The greatest value of the HRV's axis. */
  hrvTop: number
  /** Width of the plot in CSS pixels. */
  width: number
}

/** The line of the trace and the marks on it. */
export function traceContent({ columns, theme, settings }: Picture, chosen: Chosen): Content {
  const { thinned, trace, limitS, flatUntil, rows, width } = chosen
  const room = markRoom(rows.length / Math.max(1, width))
  const crowded = isCrowded(rows.length, width)
  const { green_from, yellow_from } = settings
  return {
    key: [columns, columns.length, limitS, flatUntil, theme, green_from, yellow_from, room, crowded],
    values: SCORES,
    paint(paper) {
      drawLine(paper, trace, scoreColor(paper, { theme, settings }), TRACE_PX, crowded)
      drawMarks(paper, columns, thinned.within(paper), room, theme)
    },
  }
}

/** The line of the HRV. */
export function hrvContent(
  { columns, theme }: Picture,
  { hrv, hrvTop, limitS, rows, width }: Chosen,
): Content {
  const crowded = isCrowded(rows.length, width)
  return {
    key: [columns, columns.length, limitS, theme, hrvTop, crowded],
    values: { min: 0, max: hrvTop },
    paint: (paper) => drawLine(paper, hrv, theme.quiet, HRV_PX, crowded),
  }
}

/** The line takes the colour of the band that it runs through. */
function scoreColor(
  { ctx, bbox: { top, height } }: Paper,
  { theme, settings }: Pick<Picture, 'theme' | 'settings'>,
): CanvasGradient | string {
  if (!Number.isFinite(height) || height <= 0) return theme.marks.green
  const gradient = ctx.createLinearGradient(0, top, 0, top + height)
  const { min: low, max: high } = SCORES
  const stop = (score: number, color: string) =>
    gradient.addColorStop(Math.min(1, Math.max(0, (high - score) / (high - low))), color)
  stop(high, theme.marks.green)
  stop(settings.green_from, theme.marks.green)
  stop(settings.green_from - 0.06, theme.marks.yellow)
  stop(settings.yellow_from, theme.marks.yellow)
  stop(settings.yellow_from - 0.06, theme.marks.red)
  stop(0.08, theme.marks.red)
  stop(0, theme.marks.flatline)
  return gradient
}
