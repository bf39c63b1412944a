import type uPlot from 'uplot'
import {
  drawBands,
  drawEvents,
  drawFlat,
  drawHeartbeats,
  drawThresholds,
  writeEvents,
} from './draw-ground.ts'
import { drawRing } from './draw-marks.ts'
import { type Paper, paperOf } from './paper.ts'
import { AXIS_WIDTH, LABEL_SIZE, type Picture, PLOT_RIGHT, PLOT_TOP } from './picture.ts'
import { timeLabels } from './time-axis.ts'

/** What the options look up while they draw, so that uPlot is made once and its colours may change. */
export interface Source {
  picture: () => Picture
  /** Draws what moves along with the time of either chart. */
  drawTrace: (paper: Paper) => void
  drawHrv: (paper: Paper) => void
  onSelect: (u: uPlot) => void
  /** Ties the cursors of two charts to each other. */
  pair: string
}

/** Scales are set by whoever draws; uPlot is not to find its own. */
const asGiven: uPlot.Range.Function = (_, min, max) => [min ?? 0, max ?? 1]

/** Options of the trace: its line by uPlot, ground and marks by us. */
export function traceOptions(host: HTMLElement, source: Source): uPlot.Options {
  const { picture, drawTrace, onSelect } = source
  return {
    ...common(host, source),
    padding: [PLOT_TOP, PLOT_RIGHT, 6, 0],
    axes: [
      { ...timeAxis(source), size: 0, values: (_, ticks) => ticks.map(() => '') },
      {
        ...valueAxis(source),
        splits: () => [0, 0.25, 0.5, picture().settings.yellow_from, picture().settings.green_from],
      },
    ],
    series: [{}, ownLine],
    hooks: {
      drawClear: [(u) => drawGround(paperOf(u), picture())],
      draw: [
        (u) => {
          const { columns, heartbeats, theme, selected, events } = picture()
          const paper = paperOf(u)
          drawTrace(paper)
          drawHeartbeats(paper, heartbeats, theme)
          writeEvents(paper, events, theme)
          if (selected !== null) drawRing(paper, columns, columns.rowOf(selected), theme)
        },
      ],
      setSelect: [onSelect],
    },
  }
}

/** Options of the HRV below the trace, with the time axis of both. */
export function hrvOptions(host: HTMLElement, source: Source): uPlot.Options {
  const { picture, drawHrv, onSelect } = source
  return {
    ...common(host, source),
    padding: [6, PLOT_RIGHT, 0, 0],
    axes: [
      { ...timeAxis(source), size: 26, values: (_, ticks, __, ___, step) => timeLabels(ticks, step) },
      { ...valueAxis(source), splits: () => [0, picture().settings.warn_hrv_above] },
    ],
    series: [{}, ownLine],
    hooks: {
      drawClear: [
        (u) => {
          const { theme, settings } = picture()
          drawThresholds(paperOf(u), [{ at: settings.warn_hrv_above, color: theme.marks.yellow }])
        },
      ],
      draw: [(u) => drawHrv(paperOf(u))],
      setSelect: [onSelect],
    },
  }
}

/** The lines are ours to draw (`sheet.ts`); uPlot has the axes, the scales, the cursor and what is dragged over. */
const ownLine: uPlot.Series = { paths: () => null, points: { show: false } }

function drawGround(paper: Paper, { flat, untilS, theme, settings, events }: Picture): void {
  drawBands(paper, settings, theme)
  drawFlat(paper, flat, untilS, theme)
  drawThresholds(paper, [
    { at: settings.green_from, color: theme.marks.green },
    { at: settings.yellow_from, color: theme.marks.yellow },
  ])
  drawEvents(paper, events, theme)
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
    font: `${LABEL_SIZE}px ${picture().theme.font}`,
    grid: { stroke: () => picture().theme.grid, width: 1 },
    ticks: { show: false },
    space: 84,
  }
}

function valueAxis({ picture }: Source): uPlot.Axis {
  return {
    stroke: () => picture().theme.quiet,
    font: `${LABEL_SIZE}px ${picture().theme.font}`,
    size: AXIS_WIDTH,
    gap: 6,
    grid: { show: false },
    ticks: { show: false },
    values: (_, ticks) => ticks.map(String),
  }
}
