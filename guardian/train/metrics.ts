/** Area under the ROC curve (Mann–Whitney, ties count half); NaN when a side is empty. */
export function rocArea(positives: ArrayLike<number>, negatives: ArrayLike<number>): number {
  const neg = Float64Array.from(negatives).sort()
  if (positives.length === 0 || neg.length === 0) return Number.NaN
  let sum = 0
  for (let i = 0; i < positives.length; i++) {
    const score = positives[i] as number
    sum += (countBelow(neg, score, false) + countBelow(neg, score, true)) / 2
  }
  return sum / (positives.length * neg.length)
}

/** Entries of a sorted array below `score`, or below and equal to it. */
function countBelow(sorted: Float64Array, score: number, inclusive: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const value = sorted[middle] as number
    if (value < score || (inclusive && value === score)) low = middle + 1
    else high = middle
  }
  return low
}

/** The lowest score that lets at most `rate` of the negatives through (flag what is greater). */
export function thresholdAt(negatives: ArrayLike<number>, rate: number): number {
  const sorted = Float64Array.from(negatives).sort()
  const allowed = Math.floor(rate * sorted.length)
  return sorted[sorted.length - 1 - allowed] ?? Number.POSITIVE_INFINITY
}

/** Share of `scores` greater than `threshold`; NaN for none. */
export function shareAbove(scores: ArrayLike<number>, threshold: number): number {
  let above = 0
  for (let i = 0; i < scores.length; i++) if ((scores[i] as number) > threshold) above++
  return scores.length === 0 ? Number.NaN : above / scores.length
}

/** Wilson score interval (1927) of a share, 95 %. */
export function wilson(share: number, n: number): [number, number] {
  if (n === 0) return [Number.NaN, Number.NaN]
  const z = 1.96
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** Hanley & McNeil's (1982) 95 % interval of a ROC area. */
export function areaInterval(area: number, positives: number, negatives: number): [number, number] {
  const q1 = area / (2 - area)
  const q2 = (2 * area * area) / (1 + area)
  const variance =
    (area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area)) /
    (positives * negatives)
  const half = 1.96 * Math.sqrt(Math.max(0, variance))
  return [Math.max(0, area - half), Math.min(1, area + half)]
}
