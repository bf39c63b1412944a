import type { Target } from './logistic.ts'
import type { Head } from '../models/text-signals.ts'
import type { Sample } from './samples.ts'

/**
 * The rows a head learns from, weighted: within a class every source counts by the square root of its size
 * (times `sourceWeight`), and both classes count the same. Of a source that has both, what should not be flagged
 * counts at least as much as what should: otherwise a model learns the source. The mean weight is 1.
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
  const masses = new Map<string, number>()
  const totals: [number, number] = [0, 0]
  for (const { key, label, source } of kept) {
    const weight = sourceWeight(source) / Math.sqrt(counts.get(key) ?? 1)
    masses.set(key, (masses.get(key) ?? 0) + weight)
    totals[label] += weight
  }
  // Shares of each class; then a source never has a larger share of what is flagged than of what is not.
  const shares = new Map<string, number>()
  for (const { key, label } of kept) shares.set(key, (masses.get(key) ?? 0) / (totals[label] || 1))
  for (const key of shares.keys()) {
    const flagged = shares.get(key.replace(/^0/, '1'))
    if (key.startsWith('0') && flagged !== undefined) shares.set(key, Math.max(flagged, shares.get(key) ?? 0))
  }
  const sums: [number, number] = [0, 0]
  for (const [key, share] of shares) sums[key.startsWith('1') ? 1 : 0] += share
  return kept.map(({ row, label, key }) => ({
    row,
    label,
    weight: ((shares.get(key) ?? 0) * kept.length) / (2 * sums[label] * (counts.get(key) ?? 1)),
  }))
}
