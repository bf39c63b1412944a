import { type Paper, scaled } from './paper.ts'

/** Tiles to a plot: enough that painting one is not felt, few enough that laying them is not. */
const TILES = 4
/** Marks may stand out of the plot, and over the edge of a tile, by so many CSS pixels. */
export const OVER = 8

/** Something that is drawn along the axis of time. */
export interface Content {
  /** As long as these values are the same, it looks the same; only the stretch on screen may be another. */
  key: readonly unknown[]
  /** Values at the bottom and the top of the plot. */
  values: { min: number; max: number }
  paint: (paper: Paper) => void
}

/**
 * Draws what moves along with the axis of time. While it changes, it is painted straight onto the chart; what is
 * drawn a second time and only lies elsewhere is painted once, in tiles, and moved: panning costs the copying of a
 * picture, whatever there is in it.
 */
export class Sheet {
  private key: readonly unknown[] = []
  private perSecond = 0
  /** The instant of the left edge of tile 0. */
  private anchorS = 0
  private readonly tiles = new Map<number, HTMLCanvasElement>()

  draw(paper: Paper, content: Content): void {
    const { bbox, from, to } = paper
    const perSecond = bbox.width / (to - from)
    const key = [...content.key, bbox.width, bbox.height, devicePixelRatio]
    // Along an axis of time since 1970 the same zoom is not told in the same digits everywhere.
    const same = isSame(key, this.key) && Math.abs(perSecond / this.perSecond - 1) < 1e-6
    if (same) this.lay(paper, content)
    else {
      this.key = key
      this.perSecond = perSecond
      this.anchorS = from
      this.tiles.clear()
      content.paint(paper)
    }
  }

  /** Lays the tiles that are on screen; whole pixels keep them sharp, and without a seam. */
  private lay({ ctx, bbox, xOf }: Paper, content: Content): void {
    const ratio = devicePixelRatio || 1
    const width = Math.ceil(bbox.width / TILES)
    const over = Math.round(OVER * ratio)
    const origin = Math.round(xOf(this.anchorS))
    const first = Math.floor((bbox.left - origin) / width)
    const last = Math.floor((bbox.left + bbox.width - 1 - origin) / width)
    for (const index of this.tiles.keys()) {
      if (index < first - 1 || index > last + 1) this.tiles.delete(index)
    }
    ctx.save()
    ctx.beginPath()
    ctx.rect(bbox.left, bbox.top - over, bbox.width, bbox.height + 2 * over)
    ctx.clip()
    for (let index = first; index <= last; index += 1)
      ctx.drawImage(
        this.tile(index, width, over, bbox.height, content),
        origin + index * width,
        bbox.top - over,
      )
    ctx.restore()
  }

  private tile(index: number, width: number, over: number, height: number, content: Content) {
    const known = this.tiles.get(index)
    if (known) return known
    const tile = document.createElement('canvas')
    tile.width = width
    tile.height = height + 2 * over
    const ctx = tile.getContext('2d')
    // Painted somewhat beyond its edges: a mark may lie on two tiles.
    const secondsOf = (pixels: number) => this.anchorS + pixels / this.perSecond
    const stretch = { from: secondsOf(index * width - over), to: secondsOf((index + 1) * width + over) }
    const bbox = { left: -over, top: over, width: width + 2 * over, height }
    if (ctx) content.paint(scaled(ctx, bbox, stretch, content.values))
    this.tiles.set(index, tile)
    return tile
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]))
}
