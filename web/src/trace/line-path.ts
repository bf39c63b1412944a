import uPlot from 'uplot'
import { placesOf } from './draw-marks.ts'
import { type Envelope, envelope } from './envelope.ts'

/** Points a pixel of the canvas from which on a line is drawn as the pixels it covers. */
const CROWDED = 0.7

const linear = uPlot.paths.linear?.()

/**
 * Draws a line by strokes while its points can be told apart, and else as the area that it covers: stroking
 * thousands of points a frame is what a page without a graphics card spends its time on.
 *
 * @param style colour of the line
 * @param thickness in CSS pixels
 */
export function linePath(
  style: (u: uPlot) => CanvasRenderingContext2D['fillStyle'],
  thickness: number,
): uPlot.Series.PathBuilder {
  return (u, series, first, last) => {
    const width = Math.round(u.bbox.width)
    if (!linear || last - first < width * CROWDED) return linear?.(u, series, first, last) ?? null
    const { xOf, yOf } = placesOf(u)
    const left = Math.round(u.bbox.left)
    const places = { xOf: (x: number) => xOf(x) - left, yOf }
    const covered = envelope(u.data[0], u.data[series] ?? [], places, width, first, last + 1)
    const half = (thickness * (devicePixelRatio || 1)) / 2
    return { stroke: null, fill: bars(covered, left, half), _fill: style(u), flags: 0 }
  }
}

/** A bar for each column, as wide as a stroke upwards would be. */
function bars({ top, bottom }: Envelope, left: number, half: number): Path2D {
  const path = new Path2D()
  const beside = Math.max(0, Math.round(half - 0.5))
  for (let column = 0; column < top.length; column += 1) {
    const [high, low] = [top[column] ?? Number.NaN, bottom[column] ?? Number.NaN]
    if (!Number.isNaN(high))
      path.rect(left + column - beside, high - half, 1 + 2 * beside, low - high + 2 * half)
  }
  return path
}
