import type uPlot from 'uplot'

/** Something to draw a stretch of the run on: a chart, or a part of one that is kept. All in canvas pixels. */
export interface Paper {
  ctx: CanvasRenderingContext2D
  bbox: { left: number; top: number; width: number; height: number }
  /** The stretch from the left edge to the right one, in seconds. */
  from: number
  to: number
  /** Pixels of seconds and of values; both scales are linear. */
  xOf: (seconds: number) => number
  yOf: (value: number) => number
}

/** The plot of a chart as it is scaled now. */
export function paperOf({ ctx, bbox, scales }: uPlot): Paper {
  const { min: x0, max: x1 } = scales['x'] ?? {}
  const { min: y0, max: y1 } = scales['y'] ?? {}
  const values = { min: y0 ?? 0, max: y1 ?? 1 }
  return scaled(ctx, bbox, { from: x0 ?? 0, to: x1 ?? 1 }, values)
}

/** Paper whose edges are the ends of a stretch and of a range of values. */
export function scaled(
  ctx: CanvasRenderingContext2D,
  bbox: Paper['bbox'],
  { from, to }: { from: number; to: number },
  { min, max }: { min: number; max: number },
): Paper {
  const { left, top, width, height } = bbox
  const perSecond = width / Math.max(1e-9, to - from)
  const perValue = height / Math.max(1e-9, max - min)
  return {
    ctx,
    bbox,
    from,
    to,
    xOf: (seconds) => left + (seconds - from) * perSecond,
    yOf: (value) => top + height - (value - min) * perValue,
  }
}
