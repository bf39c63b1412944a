import uPlot from 'uplot'
import { hrvOptions, type Source, traceOptions } from './chart-options.ts'
import type { BeatColumns } from './columns.ts'
import { hit } from './hit.ts'
import { traceLine } from './line.ts'
import { type Picture, SCORES } from './picture.ts'
import { isAfterSilence, silenceS } from './silence.ts'
import { Thinned } from './thinned.ts'
import type { Stretch } from './view.ts'

export interface ChartListener {
  /** A stretch was dragged over. */
  onStretch: (stretch: Stretch) => void
  /** Something was clicked: a beat, or nothing (-1). */
  onClick: (row: number) => void
  /** The pointer is at a beat, `x` and `y` in pixels of the chart, or left it (-1). */
  onHover: (row: number, x: number, y: number) => void
}

let pairs = 0

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
  private thinned: Thinned | null = null
  /** Until when an open flatline was drawn, in seconds; null without one. */
  private flatUntil: number | null = null
  /** Rows on screen. */
  private rows: number[] = []
  /** Width of the plot in CSS pixels: to ask the page for it in every frame would lay it out anew. */
  width = 0

  constructor(traceHost: HTMLElement, hrvHost: HTMLElement, picture: Picture, listener: ChartListener) {
    this.picture = picture
    pairs += 1
    const source: Source = {
      picture: () => this.picture,
      rows: () => this.rows,
      onSelect: (u) => this.onSelect(u, listener),
      pair: `trace-${pairs}`,
    }
    this.trace = new uPlot(traceOptions(traceHost, source), [[], []], traceHost)
    this.pulse = new uPlot(hrvOptions(hrvHost, source), [[], []], hrvHost)
    this.measure()
    this.listen(listener)
    this.draw(picture)
  }

  draw(picture: Picture): void {
    this.picture = picture
    const { columns, stretch, flat, untilS } = picture
    const pixels = Math.max(50, Math.round(this.width))
    // A run that still lies flat is drawn on as long as there is life to draw.
    const flatUntil = flat.at(-1)?.to === null ? untilS : null
    const fresh = !this.thinned?.serves(columns, stretch, pixels) || flatUntil !== this.flatUntil
    if (!this.thinned || fresh) this.thinned = new Thinned(columns, stretch, pixels)
    this.flatUntil = flatUntil
    this.rows = this.thinned.within(stretch)
    const data = fresh ? this.lines(this.thinned, flatUntil) : null
    const limits = { min: stretch.from, max: stretch.to }
    this.trace.batch(() => {
      if (data) this.trace.setData(data.trace, false)
      this.trace.setScale('x', limits)
      this.trace.setScale('y', { ...SCORES })
    })
    this.pulse.batch(() => {
      if (data) this.pulse.setData(data.pulse, false)
      this.pulse.setScale('x', limits)
      this.pulse.setScale('y', { min: 0, max: this.hrvTop() })
    })
  }

  /** What uPlot draws of the chosen beats: the trace, and the HRV. */
  private lines({ columns, rows }: Thinned, flatUntil: number | null) {
    const limitS = silenceS(columns, rows[0] ?? 0, (rows.at(-1) ?? -1) + 1)
    const { x, y } = traceLine(columns, rows, limitS)
    if (flatUntil !== null && flatUntil > (x.at(-1) ?? Infinity)) {
      x.push(flatUntil)
      y.push(0)
    }
    const { time, hrv } = hrvLine(columns, rows, limitS)
    const trace: uPlot.AlignedData = [x, y]
    const pulse: uPlot.AlignedData = [time, hrv]
    return { trace, pulse }
  }

  resize(traceHost: HTMLElement, hrvHost: HTMLElement): void {
    this.trace.setSize({ width: traceHost.clientWidth, height: traceHost.clientHeight })
    this.pulse.setSize({ width: hrvHost.clientWidth, height: hrvHost.clientHeight })
    this.measure()
  }

  /** Whether a place lies within the plot. */
  isInside({ x }: { x: number }): boolean {
    return x >= 0 && x <= this.width
  }

  private measure(): void {
    this.width = this.trace.bbox.width / (devicePixelRatio || 1)
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

  private listen({ onClick, onHover }: ChartListener): void {
    const { over } = this.trace
    const at = (event: MouseEvent) => {
      const box = over.getBoundingClientRect()
      const [x, y] = [event.clientX - box.left, event.clientY - box.top]
      const plot = {
        ...this.picture.stretch,
        width: this.width,
        yOf: (score: number) => this.trace.valToPos(score, 'y'),
      }
      return { row: hit(this.picture.columns, plot, x, y), x, y }
    }
    // uPlot keeps the click that ends a drag to itself.
    over.addEventListener('click', (event) => {
      if (event.detail > 1) return
      onClick(at(event).row)
    })
    over.addEventListener('mousemove', (event) => {
      const { row } = at(event)
      const { x, y } = row < 0 ? { x: 0, y: 0 } : this.placeOf(row)
      onHover(row, x, y)
    })
    over.addEventListener('mouseleave', () => onHover(-1, 0, 0))
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
}
