import uPlot from 'uplot'
import type { ProjectSettings } from '../../../protocol/run.ts'
import type { BeatColumns } from './columns.ts'
import { decimate } from './decimate.ts'
import {
  drawBands,
  drawEvents,
  drawFlat,
  drawHeartbeats,
  drawThresholds,
  type RunEvent,
} from './draw-ground.ts'
import { drawMarks } from './draw-marks.ts'
import { hit } from './hit.ts'
import { type FlatStretch, traceLine } from './line.ts'
import { isAfterSilence, silenceS } from './silence.ts'
import type { Theme } from './theme.ts'
import { timeLabels } from './time-axis.ts'
import type { Stretch } from './view.ts'

/** All that the chart draws. */
export interface Picture {
  columns: BeatColumns
  flat: readonly FlatStretch[]
  heartbeats: readonly number[]
  events: readonly RunEvent[]
  stretch: Stretch
  /** Last sign of life in seconds: as far as an open flatline reaches. */
  untilS: number
  /** `seq` of the beat in the drawer, or null. */
  selected: number | null
  settings: Pick<ProjectSettings, 'green_from' | 'yellow_from' | 'warn_hrv_above'>
  theme: Theme
}

export interface ChartListener {
  /** A stretch was dragged over. */
  onStretch: (stretch: Stretch) => void
  onBeat: (row: number) => void
  /** The pointer is at a beat, `x` and `y` in pixels of the chart, or left it (-1). */
  onHover: (row: number, x: number, y: number) => void
}

const AXIS_WIDTH = 44
/** Scores from 0 to 1, with room for the marks at both ends. */
const SCORES = { min: -0.07, max: 1.05 }

let pairs = 0

/** Scales are set by {@link Chart.draw}; uPlot is not to find its own. */
const asGiven: uPlot.Range.Function = (_, min, max) => [min ?? 0, max ?? 1]

function hrvLine(columns: BeatColumns, rows: readonly number[], limitS: number) {
  const time: number[] = []
  const hrv: (number | null)[] = []
  for (const row of rows) {
    const at = columns.time[row] ?? 0
    if (isAfterSilence(columns, row, limitS)) {
      time.push(at)
      hrv.push(null)
    }
    const value = columns.hrv[row] ?? Number.NaN
    time.push(at)
    hrv.push(Number.isNaN(value) ? null : value)
  }
  return { time, hrv }
}

/**
 * The trace and the HRV below it: two uPlots on one time axis, made once. {@link draw} hands them new data; what
 * they draw beside their lines comes from the same picture.
 */
export class Chart {
  readonly trace: uPlot
  readonly pulse: uPlot
  private picture: Picture
  private rows: number[] = []
  /** Ties the cursors of the two charts to each other, and to no other pair. */
  private readonly pair = `trace-${(pairs += 1)}`

  constructor(traceHost: HTMLElement, hrvHost: HTMLElement, picture: Picture, listener: ChartListener) {
    this.picture = picture
    this.trace = new uPlot(this.traceOptions(traceHost, listener), [[], []], traceHost)
    this.pulse = new uPlot(this.hrvOptions(hrvHost, listener), [[], []], hrvHost)
    this.listen(listener)
    this.draw(picture)
  }

  draw(picture: Picture): void {
    this.picture = picture
    const { columns, stretch, untilS } = picture
    this.rows = decimate(
      columns,
      stretch.from,
      stretch.to,
      Math.max(50, Math.round(this.trace.over.clientWidth)),
    )
    const limitS = silenceS(columns, this.rows[0] ?? 0, (this.rows.at(-1) ?? -1) + 1)
    const line = traceLine(columns, this.rows, limitS)
    // A run that still lies flat is drawn on as long as there is life to draw.
    if (picture.flat.at(-1)?.to === null && untilS > (line.x.at(-1) ?? Infinity)) {
      line.x.push(untilS)
      line.y.push(0)
    }
    const { time, hrv } = hrvLine(columns, this.rows, limitS)
    const limits = { min: stretch.from, max: stretch.to }
    this.trace.batch(() => {
      this.trace.setData([line.x, line.y], false)
      this.trace.setScale('x', limits)
      this.trace.setScale('y', { ...SCORES })
    })
    this.pulse.batch(() => {
      this.pulse.setData([time, hrv], false)
      this.pulse.setScale('x', limits)
      this.pulse.setScale('y', { min: 0, max: this.hrvTop() })
    })
  }

  resize(traceHost: HTMLElement, hrvHost: HTMLElement): void {
    this.trace.setSize({ width: traceHost.clientWidth, height: traceHost.clientHeight })
    this.pulse.setSize({ width: hrvHost.clientWidth, height: hrvHost.clientHeight })
  }

  /** Where a beat stands, in CSS pixels of the trace's plot. */
  placeOf(row: number): { x: number; y: number } {
    const { columns } = this.picture
    const score = columns.markAt(row) === 'flatline' ? 0 : (columns.score[row] ?? 0)
    return {
      x: this.trace.valToPos(columns.time[row] ?? 0, 'x'),
      y: this.trace.valToPos(score, 'y'),
    }
  }

  destroy(): void {
    this.trace.destroy()
    this.pulse.destroy()
  }

  private listen({ onBeat, onHover }: ChartListener): void {
    const { over } = this.trace
    const at = (event: MouseEvent) => {
      const box = over.getBoundingClientRect()
      const [x, y] = [event.clientX - box.left, event.clientY - box.top]
      const plot = {
        ...this.picture.stretch,
        width: over.clientWidth,
        yOf: (score: number) => this.trace.valToPos(score, 'y'),
      }
      return { row: hit(this.picture.columns, plot, x, y), x, y }
    }
    // uPlot keeps the click that ends a drag to itself.
    over.addEventListener('click', (event) => {
      const { row } = at(event)
      if (row >= 0) onBeat(row)
    })
    over.addEventListener('mousemove', (event) => {
      const { row } = at(event)
      const { x, y } = row < 0 ? { x: 0, y: 0 } : this.placeOf(row)
      onHover(row, x, y)
    })
    over.addEventListener('mouseleave', () => onHover(-1, 0, 0))
  }

  private traceOptions(host: HTMLElement, listener: ChartListener): uPlot.Options {
    return {
      width: host.clientWidth,
      height: host.clientHeight,
      padding: [10, 10, 6, 0],
      legend: { show: false },
      cursor: this.cursor(),
      scales: { x: { time: true, auto: false }, y: { auto: false, range: asGiven } },
      axes: [
        { ...this.timeAxis(), size: 0, values: (_, ticks) => ticks.map(() => '') },
        {
          ...this.valueAxis(),
          splits: () => [0, 0.25, 0.5, this.picture.settings.yellow_from, this.picture.settings.green_from],
          values: (_, ticks) => ticks.map(String),
        },
      ],
      series: [{}, { width: 1.75, stroke: (u) => this.lineColor(u), points: { show: false } }],
      hooks: {
        drawClear: [
          (u) => {
            const { flat, untilS, theme, settings } = this.picture
            drawBands(u, settings, theme)
            drawFlat(u, flat, untilS, theme)
            drawThresholds(u, [
              { at: settings.green_from, color: theme.marks.green },
              { at: settings.yellow_from, color: theme.marks.yellow },
            ])
            drawEvents(u, this.picture.events, theme)
          },
        ],
        draw: [
          (u) => {
            const { columns, heartbeats, theme, selected } = this.picture
            drawHeartbeats(u, heartbeats, theme)
            drawMarks(u, columns, this.rows, selected === null ? -1 : columns.rowOf(selected), theme)
          },
        ],
        setSelect: [(u) => this.onSelect(u, listener)],
      },
    }
  }

  private hrvOptions(host: HTMLElement, listener: ChartListener): uPlot.Options {
    return {
      width: host.clientWidth,
      height: host.clientHeight,
      padding: [6, 10, 0, 0],
      legend: { show: false },
      cursor: this.cursor(),
      scales: {
        x: { time: true, auto: false },
        y: { auto: false, range: asGiven },
      },
      axes: [
        { ...this.timeAxis(), size: 26, values: (_, ticks, __, ___, step) => timeLabels(ticks, step) },
        {
          ...this.valueAxis(),
          splits: () => [0, this.picture.settings.warn_hrv_above],
          values: (_, ticks) => ticks.map(String),
        },
      ],
      series: [{}, { width: 1.5, stroke: () => this.picture.theme.quiet, points: { show: false } }],
      hooks: {
        drawClear: [
          (u) => {
            const { theme, settings } = this.picture
            drawThresholds(u, [{ at: settings.warn_hrv_above, color: theme.marks.yellow }])
          },
        ],
        setSelect: [(u) => this.onSelect(u, listener)],
      },
    }
  }

  /** The HRV's threshold is always in sight, and so is all of its line. */
  private hrvTop(): number {
    const { columns, settings } = this.picture
    const most = this.rows.reduce((max, row) => Math.max(max, columns.hrv[row] || 0), 0)
    return Math.max(settings.warn_hrv_above * 1.5, most * 1.1)
  }

  private onSelect(u: uPlot, { onStretch }: ChartListener): void {
    const { left, width } = u.select
    if (width < 4) return
    const from = u.posToVal(left, 'x')
    const to = u.posToVal(left + width, 'x')
    this.trace.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
    this.pulse.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
    // Both charts tell of one drag; the second finds nothing selected any more.
    onStretch({ from, to })
  }

  private cursor(): uPlot.Cursor {
    return {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false },
      sync: { key: this.pair, scales: ['x', null] },
      // A double click goes back to the whole view; that is for the page to do.
      bind: { dblclick: () => null },
    }
  }

  private timeAxis(): uPlot.Axis {
    return {
      stroke: () => this.picture.theme.quiet,
      font: `11px ${this.picture.theme.font}`,
      grid: { stroke: () => this.picture.theme.grid, width: 1 },
      ticks: { show: false },
      space: 84,
    }
  }

  private valueAxis(): uPlot.Axis {
    return {
      stroke: () => this.picture.theme.quiet,
      font: `11px ${this.picture.theme.font}`,
      size: AXIS_WIDTH,
      gap: 6,
      grid: { show: false },
      ticks: { show: false },
    }
  }

  /** The line takes the colour of the band that it runs through. */
  private lineColor(u: uPlot): CanvasGradient | string {
    const { theme, settings } = this.picture
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
}
