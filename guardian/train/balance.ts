import type { Target } from './logistic.ts'
import type { Head } from '../models/text-signals.ts'
import type { Sample } from './samples.ts'
import { isWritten } from './written-records.ts'

/** Share of the expanded samples in what should not be flagged, and in what should. */
export type OwnShares = readonly [clean: number, flagged: number]

export const isOwn = (source: string): boolean => source.startsWith('own:')

/** Samples that patterns were expanded to: many, and much alike. What was written singly counts as data does. */
export const isExpanded = (source: string): boolean => isOwn(source) && !isWritten(source)

/**
 * The rows a head learns from, weighted: within a class every source counts by the square root of its size
 * (times `sourceWeight`), and both classes count the same. Of a source that has both, what should not be flagged
 * counts at least as much as what should: otherwise a model learns the source. The mean weight is 1.
 * @param ownShares how much of each class the expanded samples make up together, 0..1; not given: as much as their
 * sources weigh
 */
export function balancedTargets(
  samples: readonly Sample[],
  head: Head,
  use: (sample: Sample, row: number) => boolean,
  sourceWeight: (source: string) => number = () => 1,
  ownShares?: OwnShares,
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
  if (ownShares) setOwnShares(masses, totals, ownShares)
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

/** Scales the masses of expanded and of other sources to their shares, where a class has both. */
function setOwnShares(masses: Map<string, number>, totals: [number, number], ownShares: OwnShares): void {
  for (const label of [0, 1] as const) {
    const keys = [...masses.keys()].filter((key) => key.startsWith(`${label} `))
    const own = keys.filter((key) => isExpanded(key.slice(2)))
    if (own.length === 0 || own.length === keys.length) continue
    const ownMass = own.reduce((sum, key) => sum + (masses.get(key) ?? 0), 0)
    const otherMass = totals[label] - ownMass
    const factor = (ownShares[label] * otherMass) / ((1 - ownShares[label]) * ownMass)
    for (const key of own) masses.set(key, (masses.get(key) ?? 0) * factor)
    totals[label] = otherMass + ownMass * factor
  }
}
