import { describe, expect, it } from 'vitest'
import { balancedTargets } from './balance.ts'
import type { Sample } from './samples.ts'

function samples(source: string, label: 0 | 1, count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => ({
    text: `${source} ${label} ${i}`,
    role: 'prompt',
    source,
    group: 'g',
    labels: { injection: label },
  }))
}

const all = [
  ...samples('large', 0, 100),
  ...samples('small', 0, 4),
  ...samples('both', 0, 4),
  ...samples('both', 1, 16),
]
const targets = balancedTargets(all, 'injection', () => true)
const mass = (source: string, label: 0 | 1) =>
  targets
    .filter((target) => all[target.row]?.source === source && target.label === label)
    .reduce((sum, { weight }) => sum + weight, 0)

describe('balancedTargets', () => {
  it('gives both classes the same weight, 1 on average', () => {
    expect(mass('both', 1)).toBeCloseTo(all.length / 2)
    expect(mass('large', 0) + mass('small', 0) + mass('both', 0)).toBeCloseTo(all.length / 2)
  })

  it('counts a source by the square root of its size', () => {
    expect(mass('large', 0) / mass('small', 0)).toBeCloseTo(5)
  })

  it('does not let a source stand for the trait', () => {
    // All that is flagged comes from it, so it counts as much as all other sources among what is not.
    expect(mass('both', 0)).toBeGreaterThan(mass('large', 0))
  })

  it('leaves out what is not used', () => {
    expect(balancedTargets(all, 'injection', ({ source }) => source === 'small')).toHaveLength(4)
    expect(balancedTargets(all, 'refusal', () => true)).toEqual([])
  })

  it('gives the written samples the share of each class that is asked for', () => {
    const mixed = [
      ...samples('real', 0, 30),
      ...samples('own:twins', 0, 50),
      ...samples('other', 1, 9),
      ...samples('own:attacks', 1, 400),
    ]
    const shared = balancedTargets(mixed, 'injection', () => true, undefined, [0.2, 0.7])
    const part = (label: number, own: boolean) =>
      shared
        .filter((target) => target.label === label && mixed[target.row]?.source.startsWith('own:') === own)
        .reduce((sum, { weight }) => sum + weight, 0)
    expect(part(0, true) / (part(0, true) + part(0, false))).toBeCloseTo(0.2)
    expect(part(1, true) / (part(1, true) + part(1, false))).toBeCloseTo(0.7)
    expect(part(0, true) + part(0, false)).toBeCloseTo(part(1, true) + part(1, false))
  })
})
