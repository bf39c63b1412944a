import type { Target } from './logistic.ts'
import type { Head } from '../models/text-signals.ts'
import type { Sample } from './samples.ts'

/**
 * The rows a head learns from, weighted: within a class every source counts by the square root of its size
 * (times `sourceWeight`), and both classes count the same. The mean weight is 1.
 */
export function balancedTargets(
  samples: readonly Sample[],
  head: Head,
  use: (sample: Sample, row: number) => boolean,
  sourceWeight: (source: string) => number = () => 1,
): Target[] {
  const counts = new Map<string, number>()
  const kept: { row: number; label: 0 | 1; key: string; source: string }[] = []
  samples.forEach((sample, row) => {
    const label = sample.labels[head]
    if (label === undefined || !use(sample, row)) return
    const key = `${label} ${sample.source}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    kept.push({ row, label, key, source: sample.source })
  })
  const weights = kept.map(({ key, source }) => sourceWeight(source) / Math.sqrt(counts.get(key) ?? 1))
  const totals = [0, 0]
  kept.forEach(({ label }, i) => (totals[label] = (totals[label] ?? 0) + (weights[i] ?? 0)))
  return kept.map(({ row, label }, i) => ({
    row,
    label,
    weight: ((weights[i] ?? 0) * kept.length) / (2 * (totals[label] || 1)),
  }))
}
