import type uPlot from 'uplot'
import { drawBands, drawEvents, drawFlat, drawHeartbeats, drawThresholds } from './draw-ground.ts'
import { drawMarks } from './draw-marks.ts'
import { linePath } from './line-path.ts'
import { AXIS_WIDTH, type Picture, PLOT_TOP, SCORES } from './picture.ts'
import { timeLabels } from './time-axis.ts'

/** What the options look up while they draw, so that uPlot is made once and its colours may change. */
export interface Source {
  picture: () => Picture
  /** Rows of the columns that were chosen to be drawn. */
  rows: () => readonly number[]
  onSelect: (u: uPlot) => void
  /** Ties the cursors of two charts to each other. */
  pair: string
}

/** Scales are set by whoever draws; uPlot is not to find its own. */
const asGiven: uPlot.Range.Function = (_, min, max) => [min ?? 0, max ?? 1]

/** Options of the trace: its line by uPlot, ground and marks by us. */
export function traceOptions(host: HTMLElement, source: Source): uPlot.Options {
  const { picture, rows, onSelect } = source
  return {
    ...common(host, source),
    padding: [PLOT_TOP, 10, 6, 0],
    axes: [
      { ...timeAxis(source), size: 0, values: (_, ticks) => ticks.map(() => '') },
      {
        ...valueAxis(source),
        splits: () => [0, 0.25, 0.5, picture().settings.yellow_from, picture().settings.green_from],
      },
    ],
    series: [{}, lineSeries(1.75, (u) => lineColor(u, picture()))],
    hooks: {
      drawClear: [(u) => drawGround(u, picture())],
      draw: [
        (u) => {
          const { columns, heartbeats, theme, selected } = picture()
          drawHeartbeats(u, heartbeats, theme)
          drawMarks(u, columns, rows(), selected === null ? -1 : columns.rowOf(selected), theme)
        },
      ],
      setSelect: [onSelect],
    },
  }
}

/** Options of the HRV below the trace, with the time axis of both. */
export function hrvOptions(host: HTMLElement, source: Source): uPlot.Options {
  const { picture, onSelect } = source
  return {
    ...common(host, source),
    padding: [6, 10, 0, 0],
    axes: [
      { ...timeAxis(source), size: 26, values: (_, ticks, __, ___, step) => timeLabels(ticks, step) },
      { ...valueAxis(source), splits: () => [0, picture().settings.warn_hrv_above] },
    ],
    series: [{}, lineSeries(1.5, () => picture().theme.quiet)],
    hooks: {
      drawClear: [
        (u) => {
          const { theme, settings } = picture()
          drawThresholds(u, [{ at: settings.warn_hrv_above, color: theme.marks.yellow }])
        },
      ],
      setSelect: [onSelect],
    },
  }
}

function lineSeries(width: number, stroke: (u: uPlot) => CanvasGradient | string): uPlot.Series {
  return { width, stroke, paths: linePath(stroke, width), points: { show: false } }
}

function drawGround(u: uPlot, { flat, untilS, theme, settings, events }: Picture): void {
  drawBands(u, settings, theme)
  drawFlat(u, flat, untilS, theme)
  drawThresholds(u, [
    { at: settings.green_from, color: theme.marks.green },
    { at: settings.yellow_from, color: theme.marks.yellow },
  ])
  drawEvents(u, events, theme)
}

function common(
  host: HTMLElement,
  { pair }: Source,
): Pick<uPlot.Options, 'width' | 'height' | 'legend' | 'cursor' | 'scales'> {
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    legend: { show: false },
    scales: { x: { time: true, auto: false }, y: { auto: false, range: asGiven } },
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false },
      sync: { key: pair, scales: ['x', null] },
      // A double click goes back to the whole view; that is for the page to do.
      bind: { dblclick: () => null },
    },
  }
}

function timeAxis({ picture }: Source): uPlot.Axis {
  return {
    stroke: () => picture().theme.quiet,
    font: `11px ${picture().theme.font}`,
    grid: { stroke: () => picture().theme.grid, width: 1 },
    ticks: { show: false },
    space: 84,
  }
}

function valueAxis({ picture }: Source): uPlot.Axis {
  return {
    stroke: () => picture().theme.quiet,
    font: `11px ${picture().theme.font}`,
    size: AXIS_WIDTH,
    gap: 6,
    grid: { show: false },
    ticks: { show: false },
    values: (_, ticks) => ticks.map(String),
  }
}

/** The line takes the colour of the band that it runs through. */
function lineColor(u: uPlot, { theme, settings }: Picture): CanvasGradient | string {
  const { top, height } = u.bbox
  if (!Number.isFinite(height) || height <= 0) return theme.marks.green
  const gradient = u.ctx.createLinearGradient(0, top, 0, top + height)
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
