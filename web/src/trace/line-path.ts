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
    const ratio = devicePixelRatio || 1
    const places = { xOf: (x: number) => (xOf(x) - left) / ratio, yOf }
    const columns = Math.ceil(width / ratio)
    const covered = envelope(u.data[0], u.data[series] ?? [], places, columns, first, last + 1)
    const half = (thickness * ratio) / 2
    return { stroke: null, fill: outline(covered, left, ratio, half), _fill: style(u), flags: 0 }
  }
}

/**
 * Goes in steps along the tops of each unbroken run of columns, and back along its bottoms: one outline is filled
 * several times faster than a bar for each column.
 */
function outline({ top, bottom }: Envelope, left: number, step: number, half: number): Path2D {
  const path = new Path2D()
  const isCovered = (column: number) => !Number.isNaN(top[column] ?? Number.NaN)
  for (let column = 0; column < top.length; column += 1) {
    if (!isCovered(column)) continue
    const start = column
    path.moveTo(left + start * step, (bottom[start] ?? 0) + half)
    for (; isCovered(column); column += 1) {
      path.lineTo(left + column * step, (top[column] ?? 0) - half)
      path.lineTo(left + (column + 1) * step, (top[column] ?? 0) - half)
    }
    for (let back = column - 1; back >= start; back -= 1) {
      path.lineTo(left + (back + 1) * step, (bottom[back] ?? 0) + half)
      path.lineTo(left + back * step, (bottom[back] ?? 0) + half)
    }
    path.closePath()
  }
  return path
}
