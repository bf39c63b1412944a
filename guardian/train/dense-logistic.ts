import { sigmoid } from './logistic.ts'

/**
 * A small dense logistic regression by Newton's method with a ridge (not on the bias): enough to calibrate
 * and to put a few signals together.
 * @throws Error when there is nothing to fit
 */
export function fitDense(
  inputs: readonly (readonly number[])[],
  labels: readonly number[],
  weights: readonly number[],
  ridge: number,
): { bias: number; weights: number[] } {
  const size = (inputs[0]?.length ?? 0) + 1
  if (inputs.length === 0) throw new Error('No examples to fit.')
  let beta = Array.from({ length: size }, () => 0)
  for (let step = 0; step < 40; step++) {
    const gradient = beta.map((b, j) => (j === 0 ? 0 : ridge * b))
    const hessian = beta.map((_, j) => beta.map((__, k) => (j === k ? (j === 0 ? 1e-6 : ridge) : 0)))
    inputs.forEach((input, i) => {
      const x = [1, ...input]
      const p = sigmoid(x.reduce((sum, value, j) => sum + value * (beta[j] ?? 0), 0))
      const w = weights[i] ?? 1
      const error = w * (p - (labels[i] ?? 0))
      const curvature = w * p * (1 - p)
      for (let j = 0; j < size; j++) {
        gradient[j] = (gradient[j] ?? 0) + error * (x[j] ?? 0)
        const row = hessian[j] ?? []
        for (let k = 0; k < size; k++) row[k] = (row[k] ?? 0) + curvature * (x[j] ?? 0) * (x[k] ?? 0)
      }
    })
    const delta = solved(hessian, gradient)
    beta = beta.map((b, j) => b - Math.max(-2, Math.min(2, delta[j] ?? 0)))
    if (delta.every((d) => Math.abs(d) < 1e-9)) break
  }
  return { bias: beta[0] ?? 0, weights: beta.slice(1) }
}

/** Gaussian elimination with partial pivoting. */
function solved(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0])
  const n = rows.length
  for (let column = 0; column < n; column++) {
    let best = column
    for (let r = column + 1; r < n; r++)
      if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = r
    const pivotRow = rows[best] ?? []
    rows[best] = rows[column] ?? []
    rows[column] = pivotRow
    const pivot = pivotRow[column] || 1e-12
    for (let r = 0; r < n; r++) {
      const row = rows[r]
      if (r === column || !row) continue
      const factor = (row[column] ?? 0) / pivot
      for (let c = column; c <= n; c++) row[c] = (row[c] ?? 0) - factor * (pivotRow[c] ?? 0)
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] || 1e-12))
}
