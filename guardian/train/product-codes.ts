/**
 * Product quantisation (Jégou et al. 2011): the columns of a matrix are taken in groups, and every row keeps
 * one byte a group, the number of the nearest of 256 centroids.
 */
export interface ProductCodes {
  readonly groupSize: number
  readonly groups: number
  /** A row's bytes side by side. */
  readonly codes: Uint8Array
  /** `groups` × 256 × `groupSize`. */
  readonly centroids: Float32Array
}

const centroidCount = 256

/**
 * @param matrix rows × columns; columns must be a multiple of `groupSize`
 * @param weights how much the error of a row counts
 * @param rounds of Lloyd's algorithm; starts from rows spread evenly, so the result is the same every time
 */
export function productCodes(
  matrix: Float32Array,
  columns: number,
  weights: Float32Array,
  groupSize: number,
  rounds = 10,
): ProductCodes {
  const rows = weights.length
  const groups = columns / groupSize
  const codes = new Uint8Array(rows * groups)
  const centroids = new Float32Array(groups * centroidCount * groupSize)
  for (let group = 0; group < groups; group++) {
    const book = centroids.subarray(
      group * centroidCount * groupSize,
      (group + 1) * centroidCount * groupSize,
    )
    const offset = group * groupSize
    for (let c = 0; c < centroidCount; c++) {
      const row = Math.floor((c * rows) / centroidCount)
      for (let d = 0; d < groupSize; d++)
        book[c * groupSize + d] = matrix[row * columns + offset + d] as number
    }
    for (let round = 0; round <= rounds; round++) {
      const sums = new Float64Array(centroidCount * groupSize)
      const masses = new Float64Array(centroidCount)
      for (let row = 0; row < rows; row++) {
        const nearest = nearestOf(book, groupSize, matrix, row * columns + offset)
        codes[row * groups + group] = nearest
        const weight = weights[row] as number
        masses[nearest] = (masses[nearest] as number) + weight
        for (let d = 0; d < groupSize; d++)
          sums[nearest * groupSize + d] =
            (sums[nearest * groupSize + d] as number) +
            weight * (matrix[row * columns + offset + d] as number)
      }
      if (round === rounds) break
      for (let c = 0; c < centroidCount; c++) {
        const mass = masses[c] as number
        if (mass > 0)
          for (let d = 0; d < groupSize; d++)
            book[c * groupSize + d] = (sums[c * groupSize + d] as number) / mass
      }
    }
  }
  return { groupSize, groups, codes, centroids }
}

function nearestOf(book: Float32Array, size: number, matrix: Float32Array, at: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let c = 0; c < centroidCount; c++) {
    let distance = 0
    for (let d = 0; d < size; d++) {
      const difference = (book[c * size + d] as number) - (matrix[at + d] as number)
      distance += difference * difference
    }
    if (distance < least) {
      least = distance
      best = c
    }
  }
  return best
}
