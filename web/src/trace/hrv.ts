/** Scored beats that the HRV proxy looks back on. [R2] */
export const HRV_WINDOW = 20
const FEWEST = 3

/**
 * The HRV proxy of the specification (R2): the population standard deviation of |scoreᵢ − scoreᵢ₋₁| over the last
 * 20 scored beats, 19 steps at most. High values mean that the model's alignment jumps from beat to beat.
 *
 * @param scores in order of `seq`, each in 0..1
 * @param length how many of them to take into account, from the first
 * @returns 0..0.5, or null under 3 beats
 */
export function hrv(scores: ArrayLike<number>, length: number = scores.length): number | null {
  if (length < FEWEST) return null
  const first = Math.max(1, length - HRV_WINDOW + 1)
  const count = length - first
  let sum = 0
  for (let index = first; index < length; index += 1) sum += stepAt(scores, index)
  const mean = sum / count
  let squares = 0
  for (let index = first; index < length; index += 1) squares += (stepAt(scores, index) - mean) ** 2
  return Math.sqrt(squares / count)
}

function stepAt(scores: ArrayLike<number>, index: number): number {
  return Math.abs((scores[index] ?? 0) - (scores[index - 1] ?? 0))
}
