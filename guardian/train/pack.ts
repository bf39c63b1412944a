import type { HeadModels } from './fit.ts'

/** int8 planes of the heads, laid end to end, with the worth of one step of each. */
export function quantised(models: HeadModels): { planes: Int8Array; scales: number[]; biases: number[] } {
  const size = models[0]?.weights.length ?? 0
  const planes = new Int8Array(size * models.length)
  const scales: number[] = []
  models.forEach(({ weights }, head) => {
    let largest = 0
    for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
    const scale = Math.fround(largest / 127 || 1)
    scales.push(scale)
    weights.forEach((weight, i) => (planes[head * size + i] = Math.round(weight / scale)))
  })
  return { planes, scales, biases: models.map(({ bias }) => Math.fround(bias)) }
}
