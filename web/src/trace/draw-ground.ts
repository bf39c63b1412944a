import { firstFrom } from './columns.ts'
import type { FlatStretch } from './line.ts'
import type { Paper } from './paper.ts'
import type { Theme } from './theme.ts'

/** Something that happened to the run, for a line across the trace. */
export interface RunEvent {
  timeS: number
  word: string
}

/** Tints the bands of scores that are doubtful and that are red, just enough to be seen. */
export function drawBands(
  { ctx, bbox, yOf }: Paper,
  { green_from, yellow_from }: { green_from: number; yellow_from: number },
  theme: Theme,
): void {
  ctx.save()
  ctx.globalAlpha = 0.045
  ctx.fillStyle = theme.marks.yellow
  ctx.fillRect(bbox.left, yOf(green_from), bbox.width, yOf(yellow_from) - yOf(green_from))
  ctx.fillStyle = theme.marks.red
  ctx.fillRect(bbox.left, yOf(yellow_from), bbox.width, bbox.top + bbox.height - yOf(yellow_from))
  ctx.restore()
}

/** Shades the stretches in which the run lay flat. */
export function drawFlat(
  { ctx, bbox, xOf }: Paper,
  stretches: readonly FlatStretch[],
  untilS: number,
  theme: Theme,
): void {
  const right = bbox.left + bbox.width
  ctx.save()
  ctx.fillStyle = theme.marks.flatline
  for (const { from, to } of stretches) {
    const x0 = Math.max(bbox.left, xOf(from))
    const x1 = Math.min(right, xOf(to ?? untilS))
    if (x1 < bbox.left || x0 > right) continue
    ctx.globalAlpha = 0.13
    ctx.fillRect(x0, bbox.top, Math.max(2, x1 - x0), bbox.height)
    ctx.globalAlpha = 0.5
    ctx.fillRect(x0, bbox.top, 1, bbox.height)
  }
  ctx.restore()
}

/** Draws the lines at which a beat changes its colour, or the HRV its meaning. */
export function drawThresholds(
  { ctx, bbox, yOf }: Paper,
  levels: readonly { at: number; color: string }[],
): void {
  const ratio = devicePixelRatio || 1
  ctx.save()
  ctx.lineWidth = ratio
  ctx.setLineDash([3 * ratio, 4 * ratio])
  ctx.globalAlpha = 0.75
  for (const { at, color } of levels) {
    const y = Math.round(yOf(at)) + 0.5
    ctx.strokeStyle = color
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
  ctx.restore()
}

/** Draws heartbeats as ticks on the base line: life without a verdict. */
export function drawHeartbeats(
  { ctx, bbox, from, to, xOf }: Paper,
  heartbeats: readonly number[],
  theme: Theme,
): void {
  const ratio = devicePixelRatio || 1
  const base = bbox.top + bbox.height
  const path = new Path2D()
  let last = -Infinity
  for (let index = firstFrom(heartbeats, heartbeats.length, from); index < heartbeats.length; index += 1) {
    const at = heartbeats[index] ?? 0
    if (at > to) break
    const x = Math.round(xOf(at)) + 0.5
    if (x - last < 2) continue
    last = x
    path.moveTo(x, base)
    path.lineTo(x, base - 6 * ratio)
  }
  ctx.save()
  ctx.strokeStyle = theme.quiet
  ctx.globalAlpha = 0.7
  ctx.lineWidth = ratio
  ctx.stroke(path)
  ctx.restore()
}

/** Draws what happened to the run as lines across the trace. */
export function drawEvents({ ctx, bbox, xOf }: Paper, events: readonly RunEvent[], theme: Theme): void {
  const ratio = devicePixelRatio || 1
  ctx.save()
  ctx.strokeStyle = theme.quiet
  ctx.lineWidth = ratio
  ctx.globalAlpha = 0.45
  ctx.setLineDash([2 * ratio, 3 * ratio])
  ctx.beginPath()
  for (const { timeS } of events) {
    const x = Math.round(xOf(timeS)) + 0.5
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
  }
  ctx.stroke()
  ctx.restore()
}

/** Writes what happened beside those lines, where there is room; the trace may run under the words. */
export function writeEvents({ ctx, bbox, xOf, yOf }: Paper, events: readonly RunEvent[], theme: Theme): void {
  const ratio = devicePixelRatio || 1
  const right = bbox.left + bbox.width
  let free = bbox.left
  ctx.save()
  ctx.font = `${11 * ratio}px ${theme.font}`
  ctx.textBaseline = 'bottom'
  ctx.textAlign = 'left'
  ctx.fillStyle = theme.quiet
  ctx.strokeStyle = theme.surface
  ctx.lineWidth = 3 * ratio
  ctx.lineJoin = 'round'
  for (const { timeS, word } of events) {
    const x = Math.round(xOf(timeS)) + 0.5
    if (x < Math.max(bbox.left, free) || x > right) continue
    const length = ctx.measureText(word).width
    const fits = x + length + 6 * ratio < right
    const start = fits ? x + 4 * ratio : x - length - 4 * ratio
    if (start < free) continue
    // Above the marks of a flatline, which lie on zero.
    ctx.strokeText(word, start, yOf(0.09))
    ctx.fillText(word, start, yOf(0.09))
    free = start + length + 12 * ratio
  }
  ctx.restore()
}
