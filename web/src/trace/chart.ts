import uPlot from 'uplot'
import { hrvOptions, type Source, traceOptions } from './chart-options.ts'
import { type Chosen, hrvContent, traceContent } from './contents.ts'
import type { Line } from './draw-line.ts'
import { hit } from './hit.ts'
import { hrvLine } from './hrv-line.ts'
import { traceLine } from './line.ts'
import { type Picture, SCORES } from './picture.ts'
import { Sheet } from './sheet.ts'
import { silenceS } from './silence.ts'
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

/** The lines through the chosen beats: the trace, and the HRV. */
function linesOf(
  { columns, rows }: Thinned,
  flatUntil: number | null,
): Pick<Chosen, 'trace' | 'hrv' | 'limitS'> {
  const limitS = silenceS(columns, rows[0] ?? 0, (rows.at(-1) ?? -1) + 1)
  const trace = traceLine(columns, rows, limitS)
  if (flatUntil !== null && flatUntil > (trace.x.at(-1) ?? Infinity)) {
    trace.x.push(flatUntil)
    trace.y.push(0)
  }
  return { trace, hrv: hrvLine(columns, rows, limitS), limitS }
}

const columnsOf = ({ x, y }: Line): uPlot.AlignedData => [x, y]

/**
 * The trace and the HRV below it: two uPlots on one time axis, made once. {@link draw} hands them new data; what
 * they draw beside their lines comes from the same picture.
 */
export class Chart {
  readonly trace: uPlot
  readonly pulse: uPlot
  private picture: Picture
  private chosen: Chosen | null = null
  private readonly sheets = { trace: new Sheet(), hrv: new Sheet() }
  /** Width of the plot in CSS pixels: to ask the page for it in every frame would lay it out anew. */
  width = 0

  constructor(traceHost: HTMLElement, hrvHost: HTMLElement, picture: Picture, listener: ChartListener) {
    this.picture = picture
    pairs += 1
    const source: Source = {
      picture: () => this.picture,
      drawTrace: (paper) => {
        if (this.chosen) this.sheets.trace.draw(paper, traceContent(this.picture, this.chosen))
      },
      drawHrv: (paper) => {
        if (this.chosen) this.sheets.hrv.draw(paper, hrvContent(this.picture, this.chosen))
      },
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
    const { stretch } = picture
    const before = this.chosen
    const chosen = this.choose(picture)
    this.chosen = chosen
    const limits = { min: stretch.from, max: stretch.to }
    this.trace.batch(() => {
      if (chosen.trace !== before?.trace) this.trace.setData(columnsOf(chosen.trace), false)
      this.trace.setScale('x', limits)
      this.trace.setScale('y', { ...SCORES })
    })
    this.pulse.batch(() => {
      if (chosen.hrv !== before?.hrv) this.pulse.setData(columnsOf(chosen.hrv), false)
      this.pulse.setScale('x', limits)
      this.pulse.setScale('y', { min: 0, max: chosen.hrvTop })
    })
  }

  /** Chooses what to draw: anew where there are other beats, or a view that the last choice does not serve. */
  private choose({ columns, stretch, flat, untilS, settings }: Picture): Chosen {
    const { width, chosen } = this
    const pixels = Math.max(50, Math.round(width))
    // A run that still lies flat is drawn on as long as there is life to draw.
    const flatUntil = flat.at(-1)?.to === null ? untilS : null
    const same = chosen?.flatUntil === flatUntil && chosen.thinned.serves(columns, stretch, pixels)
    const thinned = same ? chosen.thinned : new Thinned(columns, stretch, pixels)
    const { trace, hrv, limitS } = same ? chosen : linesOf(thinned, flatUntil)
    const rows = thinned.within(stretch)
    const most = rows.reduce((max, row) => Math.max(max, columns.hrv[row] || 0), 0)
    // The HRV's threshold is always in sight, and so is all of its line.
    const hrvTop = Math.max(settings.warn_hrv_above * 1.5, most * 1.1)
    return { thinned, trace, hrv, limitS, flatUntil, rows, hrvTop, width }
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
