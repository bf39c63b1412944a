import { type BeatColumns, type Mark, marks } from './columns.ts'
import type { Paper } from './paper.ts'
import { OVER } from './sheet.ts'
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
/** How large marks are drawn, for the room there is; calm ones are not where `calm` is false. */
export interface MarkRoom {
  shrink: number
  calm: boolean
}

const rooms: readonly MarkRoom[] = [
  { shrink: 1, calm: true },
  { shrink: 0.8, calm: true },
  { shrink: 0.6, calm: true },
  { shrink: 0.6, calm: false },
]

/**
 * The room that marks have: always the same object for the same room.
 *
 * @param crowding beats a CSS pixel
 */
export function markRoom(crowding: number): MarkRoom {
  const step = crowding >= CROWDED ? 3 : crowding > CROWDED / 2 ? 2 : crowding > CROWDED / 4 ? 1 : 0
  return rooms[step] ?? { shrink: 1, calm: true }
}

/** So many marks of a kind are told apart by the pixel; more of them by three. */
const MANY = 1000

/**
 * Draws the marks of the chosen beats, calm ones first, so that the urgent lie on top. Marks that would fall on the
 * same spot are drawn once: ten thousand of them cost no more than the spots they cover.
 *
 * @param rows rows of the columns, ascending
 * @param room how large they are drawn
 */
export function drawMarks(
  { ctx, bbox, xOf, yOf }: Paper,
  columns: BeatColumns,
  rows: readonly number[],
  { shrink, calm }: MarkRoom,
  theme: Theme,
): void {
  const ratio = devicePixelRatio || 1
  ctx.save()
  ctx.beginPath()
  // A mark at the edge of the stretch may stand out of it, but not over the axis.
  ctx.rect(bbox.left, bbox.top - OVER * ratio, bbox.width, bbox.height + 2 * OVER * ratio)
  ctx.clip()
  for (const [kind, chosen] of byMark(columns, rows, calm).entries()) {
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

/** Draws a ring about the beat in the drawer, and a line through it, if it is on screen. */
export function drawRing(
  { ctx, bbox, from, to, xOf, yOf }: Paper,
  columns: BeatColumns,
  row: number,
  theme: Theme,
): void {
  const seconds = columns.time[row] ?? Number.NaN
  if (!(seconds >= from && seconds <= to)) return
  const ratio = devicePixelRatio || 1
  const x = xOf(seconds)
  const y = yOf(columns.markAt(row) === 'flatline' ? 0 : (columns.score[row] ?? 0))
  // uPlot remembers what it last set: whoever draws in between leaves all as it was.
  ctx.save()
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
  ctx.restore()
}

function addCross(path: CanvasPath, x: number, y: number, r: number): void {
  path.moveTo(x - r, y - r)
  path.lineTo(x + r, y + r)
  path.moveTo(x + r, y - r)
  path.lineTo(x - r, y + r)
}
