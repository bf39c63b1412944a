import type { ReadonlySignal } from '@preact/signals'
import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import { duration, count } from '../app/format.ts'
import { type Theme, theme } from '../trace/theme.ts'
import type { CompareQuery } from './compare-query.ts'
import { bandOf, inBeats, inSeconds, type Point } from './points.ts'

/** Parts that the axis is cut into: about one for two pixels. */
const PARTS = 480

interface CompareChartProps {
  a: readonly Point[]
  b: readonly Point[]
  by: CompareQuery['by']
}

/** Both runs over one axis: the mean of each as a line, its extremes as a band. */
export function CompareChart({ a, b, by }: CompareChartProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = host.current
    if (!element) return undefined
    const chart = new uPlot(optionsOf(element, by, theme), dataOf(a, b, by), element)
    let drawn: Theme | null = null
    const stop = effect(() => {
      const now = theme.value
      // The first time it draws itself; asked to before, it would lose its scales.
      if (drawn !== null && drawn !== now) chart.redraw()
      drawn = now
    })
    const observer = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      stop()
      chart.destroy()
    }
  }, [a, b, by])
  return <div ref={host} class="compare-chart" role="img" aria-label="Scores of both runs over one axis" />
}

function dataOf(a: readonly Point[], b: readonly Point[], by: CompareQuery['by']): uPlot.AlignedData {
  const xOf = by === 'beat' ? inBeats : inSeconds
  const end = Math.max(...[a.at(-1), b.at(-1)].map((last) => (last ? Math.ceil(xOf(last)) : 0)), 1)
  const parts = Math.max(1, Math.min(PARTS, Math.max(a.length, b.length)))
  const x = Array.from({ length: parts }, (_, part) => ((part + 0.5) / parts) * end)
  const [first, second] = [bandOf(a, xOf, end, parts), bandOf(b, xOf, end, parts)]
  return [x, first.max, first.min, first.mean, second.max, second.min, second.mean]
}

function optionsOf(host: HTMLElement, by: CompareQuery['by'], colors: ReadonlySignal<Theme>): uPlot.Options {
  const quiet = () => colors.peek().quiet
  const axis: uPlot.Axis = {
    stroke: quiet,
    font: `11px ${colors.peek().font}`,
    grid: { stroke: () => colors.peek().grid, width: 1 },
    ticks: { show: false },
  }
  // Where one counts beats none is missing; a part may be empty only because blocks do not hold equally many.
  const spanGaps = by === 'beat'
  const edge: uPlot.Series = { show: true, width: 0, points: { show: false }, spanGaps }
  const a = () => colors.peek().accent
  const b = () => colors.peek().ink
  return {
    width: host.clientWidth,
    height: host.clientHeight,
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false }, y: false },
    scales: { x: { time: false }, y: { auto: false, range: () => [0, 1.02] } },
    axes: [
      { ...axis, size: 26, space: 90, values: (_, ticks) => ticks.map((tick) => labelOf(tick, by)) },
      { ...axis, size: 44, splits: () => [0, 0.25, 0.5, 0.75, 1], values: (_, ticks) => ticks.map(String) },
    ],
    series: [{}, edge, edge, line(a, [], spanGaps), edge, edge, line(b, [6, 4], spanGaps)],
    bands: [
      { series: [1, 2], fill: () => faint(a()) },
      { series: [4, 5], fill: () => faint(b()) },
    ],
  }
}

function line(color: () => string, dash: number[], spanGaps: boolean): uPlot.Series {
  return { stroke: color, width: 2, dash, points: { show: false }, spanGaps }
}

function labelOf(tick: number, by: CompareQuery['by']): string {
  return by === 'beat' ? count(tick) : duration(tick * 1000)
}

/** A colour of the tokens (`#rrggbb`), nearly see-through. */
function faint(color: string): string {
  return `${color}22`
}
