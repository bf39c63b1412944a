import { firstFrom } from './columns.ts'
import { type Envelope, envelope } from './envelope.ts'
import type { Paper } from './paper.ts'

/** Points a CSS pixel from which on a line is drawn as the pixels it covers. */
const CROWDED = 0.7

/** A line by its points; null breaks it. */
export interface Line {
  x: number[]
  y: (number | null)[]
}

/** Whether so many points on so many CSS pixels are too many to be told apart. */
export function isCrowded(points: number, width: number): boolean {
  return points >= width * CROWDED
}

/**
 * Draws a line by strokes while its points can be told apart, and else as the area that it covers: stroking
 * thousands of points a frame is what a page without a graphics card spends its time on.
 *
 * @param thickness in CSS pixels
 * @param crowded whether there are too many points to be told apart
 */
export function drawLine(
  paper: Paper,
  { x, y }: Line,
  style: CanvasRenderingContext2D['fillStyle'],
  thickness: number,
  crowded: boolean,
): void {
  const { ctx, bbox, from, to } = paper
  const ratio = devicePixelRatio || 1
  // The line comes from beyond one edge, and goes beyond the other.
  const first = Math.max(0, firstFrom(x, x.length, from) - 1)
  const end = Math.min(x.length, firstFrom(x, x.length, to) + 2)
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  if (!crowded) {
    ctx.strokeStyle = style
    ctx.lineWidth = thickness * ratio
    ctx.lineJoin = 'round'
    ctx.stroke(strokes(paper, { x, y }, first, end))
  } else {
    const places = { xOf: (at: number) => (paper.xOf(at) - bbox.left) / ratio, yOf: paper.yOf }
    const covered = envelope(x, y, places, Math.ceil(bbox.width / ratio), first, end)
    ctx.fillStyle = style
    ctx.fill(outline(covered, bbox.left, ratio, (thickness * ratio) / 2))
  }
  ctx.restore()
}

function strokes({ xOf, yOf }: Paper, { x, y }: Line, first: number, end: number): Path2D {
  const path = new Path2D()
  let joined = false
  for (let index = first; index < end; index += 1) {
    const value = y[index] ?? null
    if (value !== null) {
      const [atX, atY] = [xOf(x[index] ?? 0), yOf(value)]
      if (joined) path.lineTo(atX, atY)
      else path.moveTo(atX, atY)
    }
    joined = value !== null
  }
  return path
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
