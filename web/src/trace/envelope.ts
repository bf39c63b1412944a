/** Where a crowded line runs, a column of pixels at a time: from `top` to `bottom`, NaN where it does not. */
export interface Envelope {
  top: Float32Array
  bottom: Float32Array
}

/** Turns values into pixels; both ways are linear. */
export interface Places {
  xOf: (x: number) => number
  yOf: (y: number) => number
}

/**
 * The pixels that a line through many points covers. A line that goes up and down a hundred times within a pixel
 * is a bar of colour there: drawn as one it costs a column, not a hundred strokes.
 *
 * @param x ascending; null in `y` breaks the line
 * @param places pixels, of which columns count from 0 on
 * @param width how many columns; what lies beside them is left out
 * @param start first point that counts; the first of all by default
 * @param end the point after the last; by default none is left out
 */
export function envelope(
  x: ArrayLike<number>,
  y: ArrayLike<number | null | undefined>,
  places: Places,
  width: number,
  start = 0,
  end = x.length,
): Envelope {
  const top = new Float32Array(width).fill(Number.NaN)
  const bottom = new Float32Array(width).fill(Number.NaN)
  const cover = (column: number, from: number, to: number) => {
    if (column < 0 || column >= width) return
    const [low, high] = from < to ? [from, to] : [to, from]
    // What compares with NaN is false: the first to come is taken.
    if (!((top[column] ?? 0) <= low)) top[column] = low
    if (!((bottom[column] ?? 0) >= high)) bottom[column] = high
  }
  let beforeX = Number.NaN
  let beforeY = Number.NaN
  for (let index = start; index < end; index += 1) {
    const value = y[index]
    if (value === null || value === undefined) {
      beforeX = Number.NaN
      continue
    }
    const [atX, atY] = [places.xOf(x[index] ?? 0), places.yOf(value)]
    if (Number.isNaN(beforeX)) cover(Math.floor(atX), atY, atY)
    else coverStep(beforeX, beforeY, atX, atY, width, cover)
    beforeX = atX
    beforeY = atY
  }
  return { top, bottom }
}

/** Covers the columns that a straight step crosses, each as far as the step goes within it. */
function coverStep(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  cover: (column: number, from: number, to: number) => void,
): void {
  const [first, last] = [Math.floor(x0), Math.floor(x1)]
  if (first === last) return cover(first, y0, y1)
  const slope = (y1 - y0) / (x1 - x0)
  const yAt = (x: number) => y0 + (Math.min(x1, Math.max(x0, x)) - x0) * slope
  for (let column = Math.max(0, first); column <= Math.min(width - 1, last); column += 1)
    cover(column, yAt(column), yAt(column + 1))
}
