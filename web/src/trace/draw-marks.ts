import type uPlot from 'uplot'
import { type BeatColumns, type Mark, marks } from './columns.ts'
import type { Theme } from './theme.ts'

type Outline = (path: CanvasPath, x: number, y: number, r: number) => void

/** A shape for each mark, so that colour alone never carries the meaning. */
const outlines: Record<Mark, Outline> = {
  green(path, x, y, r) {
    path.moveTo(x + r, y)
    path.arc(x, y, r, 0, Math.PI * 2)
  },
  yellow(path, x, y, r) {
    path.moveTo(x, y - r * 1.15)
    path.lineTo(x + r * 1.1, y + r * 0.85)
    path.lineTo(x - r * 1.1, y + r * 0.85)
    path.closePath()
  },
  red(path, x, y, r) {
    path.moveTo(x, y - r * 1.25)
    path.lineTo(x + r * 1.25, y)
    path.lineTo(x, y + r * 1.25)
    path.lineTo(x - r * 1.25, y)
    path.closePath()
  },
  flatline(path, x, y, r) {
    path.rect(x - r, y - r, r * 2, r * 2)
  },
}

/** Radius of each mark in CSS pixels where there is room. */
const sizes: Record<Mark, number> = { green: 2.8, yellow: 4.6, red: 4.8, flatline: 6 }

/** Beats a pixel from which on calm ones have no mark of their own: they would only thicken the line. */
const CROWDED = 0.5
/** So many marks of a kind are told apart by the pixel; more of them by three. */
const MANY = 1000

/**
 * Draws the marks of the chosen beats, calm ones first, so that the urgent lie on top. Marks that would fall on the
 * same spot are drawn once: ten thousand of them cost no more than the spots they cover.
 *
 * @param rows rows of the columns, ascending
 * @param selected row of the beat in the drawer, or -1
 */
export function drawMarks(
  u: uPlot,
  columns: BeatColumns,
  rows: readonly number[],
  selected: number,
  theme: Theme,
): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio || 1
  const crowding = rows.length / Math.max(1, bbox.width / ratio)
  const shrink = crowding > CROWDED / 2 ? 0.6 : crowding > CROWDED / 4 ? 0.8 : 1
  const { xOf, yOf } = placesOf(u)
  ctx.save()
  ctx.beginPath()
  // A mark at the edge of the stretch may stand out of it, but not over the axis.
  ctx.rect(bbox.left, bbox.top - 8 * ratio, bbox.width, bbox.height + 16 * ratio)
  ctx.clip()
  for (const [kind, chosen] of byMark(columns, rows, crowding < CROWDED).entries()) {
    const name = marks[kind] ?? 'green'
    const stamp = stampOf(
      name,
      sizes[name] * (name === 'green' ? shrink : Math.max(shrink, 0.8)),
      ratio,
      theme,
    )
    const half = stamp.width / 2
    const spot = (chosen.length > MANY ? 3 : 1) * ratio
    const taken = new Set<number>()
    for (const row of chosen) {
      const x = xOf(columns.time[row] ?? 0)
      const y = yOf(name === 'flatline' ? 0 : (columns.score[row] ?? 0))
      const place = Math.round(x / spot) * 4096 + Math.round(y / spot)
      if (taken.has(place)) continue
      taken.add(place)
      ctx.drawImage(stamp, x - half, y - half)
    }
  }
  if (selected >= 0) drawRing(u, columns, selected, theme)
  ctx.restore()
}

/** The rows that get a mark, for each kind of mark. */
function byMark({ mark, summary }: BeatColumns, rows: readonly number[], calm: boolean): number[][] {
  const chosen: number[][] = marks.map(() => [])
  for (const row of rows) {
    const kind = mark[row] ?? 0
    // A row that stands for many beats has a mark only where they are not green.
    if (kind > 0 || (calm && summary[row] !== 1)) chosen[kind]?.push(row)
  }
  return chosen
}

const stamps = new Map<string, HTMLCanvasElement>()

/**
 * One mark as a picture of its own: thousands of pictures are drawn faster than one path of thousands of outlines.
 *
 * @param radius in CSS pixels
 */
function stampOf(name: Mark, radius: number, ratio: number, theme: Theme): HTMLCanvasElement {
  const key = [name, radius, ratio, theme.marks[name], theme.surface].join(' ')
  const known = stamps.get(key)
  if (known) return known
  const stamp = document.createElement('canvas')
  const middle = Math.ceil(radius * 1.25 + 2) * ratio
  stamp.width = stamp.height = middle * 2
  const context = stamp.getContext('2d')
  if (context) {
    context.beginPath()
    outlines[name](context, middle, middle, radius * ratio)
    context.strokeStyle = theme.surface
    if (name !== 'green') {
      // A rim in the colour of the ground keeps marks apart that lie close together.
      context.lineWidth = 2 * ratio
      context.stroke()
    }
    context.fillStyle = theme.marks[name]
    context.fill()
    if (name === 'flatline') {
      context.beginPath()
      addCross(context, middle, middle, radius * ratio * 0.45)
      context.lineWidth = 1.6 * ratio
      context.stroke()
    }
  }
  stamps.set(key, stamp)
  return stamp
}

function drawRing(u: uPlot, columns: BeatColumns, row: number, theme: Theme): void {
  const { ctx, bbox } = u
  const ratio = devicePixelRatio || 1
  const { xOf, yOf } = placesOf(u)
  const x = xOf(columns.time[row] ?? 0)
  const y = yOf(columns.markAt(row) === 'flatline' ? 0 : (columns.score[row] ?? 0))
  ctx.strokeStyle = theme.accent
  ctx.lineWidth = ratio
  ctx.beginPath()
  ctx.moveTo(x, bbox.top)
  ctx.lineTo(x, y - 10 * ratio)
  ctx.moveTo(x, y + 10 * ratio)
  ctx.lineTo(x, bbox.top + bbox.height)
  ctx.stroke()
  ctx.lineWidth = 2 * ratio
  ctx.beginPath()
  ctx.arc(x, y, 10 * ratio, 0, Math.PI * 2)
  ctx.stroke()
}

function addCross(path: CanvasPath, x: number, y: number, r: number): void {
  path.moveTo(x - r, y - r)
  path.lineTo(x + r, y + r)
  path.moveTo(x + r, y - r)
  path.lineTo(x - r, y + r)
}

/** Canvas pixels of seconds and scores; both scales are linear. */
export function placesOf(u: uPlot): { xOf: (seconds: number) => number; yOf: (score: number) => number } {
  const { left, width, top, height } = u.bbox
  const { min: x0 = 0, max: x1 = 1 } = u.scales['x'] ?? {}
  const { min: y0 = 0, max: y1 = 1 } = u.scales['y'] ?? {}
  const perSecond = width / Math.max(1e-9, x1 - x0)
  const perScore = height / Math.max(1e-9, y1 - y0)
  return {
    xOf: (seconds) => left + (seconds - x0) * perSecond,
    yOf: (score) => top + height - (score - y0) * perScore,
  }
}
