import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectSettingsSchema } from '../protocol/index.ts'
import {
  blockBeats,
  countInto,
  isCalm,
  newDistribution,
  newDrift,
  psi,
  quietBeats,
  watchDrift,
  type Baseline,
} from './drift.ts'

const settings = projectSettingsSchema.parse({})
/** Scores around a level, without chance. */
const around = (level: number, count: number) =>
  Array.from({ length: count }, (_, i) => Math.min(1, Math.max(0, level + 0.05 * Math.sin(i * 1.7))))
const beat = (score: number, rules: string[] = []) => ({ score, rules, violations: rules.length })

function alarms(beats: ReturnType<typeof beat>[], baseline: Baseline | null = null) {
  const drift = newDrift()
  const at = beats.flatMap((one, i) => (watchDrift(drift, one, baseline, settings) ? [i] : []))
  return { drift, at }
}

describe('the change-point test', () => {
  it('[R9] is silent on a level run, and calls a fall of the level within a hundred beats', () => {
    const before = around(0.98, 1000).map((score) => beat(score))
    expect(alarms(before).at).toEqual([])
    const { at } = alarms([...before, ...around(0.86, 200).map((score) => beat(score))])
    expect(at[0]).toBeGreaterThanOrEqual(1000)
    expect(at[0]).toBeLessThan(1100)
  })

  it('[R9] calls a rise of the violation rate, though the scores stay', () => {
    const rare = Array.from({ length: 600 }, (_, i) => beat(0.97, i % 50 === 0 ? ['a'] : []))
    expect(alarms(rare).at).toEqual([])
    const frequent = Array.from({ length: 200 }, (_, i) => beat(0.97, i % 2 === 0 ? ['a'] : []))
    const { at } = alarms([...rare, ...frequent])
    expect(at[0]).toBeGreaterThanOrEqual(600)
    expect(at[0]).toBeLessThan(650)
  })

  it('[R9] never calls before thirty beats, and calls a rise of the score never', () => {
    expect(alarms(around(0.1, 29).map((score) => beat(score))).at).toEqual([])
    const better = [...around(0.6, 200), ...around(0.99, 500)].map((score) => beat(score))
    expect(alarms(better).at).toEqual([])
  })

  it('[R9] is calm again after a hundred beats without an alarm', () => {
    const { drift } = alarms([...around(0.98, 500), ...around(0.7, 40)].map((score) => beat(score)))
    expect(isCalm(drift, settings)).toBe(false)
    for (const score of around(0.98, quietBeats)) watchDrift(drift, beat(score), null, settings)
    expect(isCalm(drift, settings)).toBe(true)
  })
})

describe('the distance from a baseline', () => {
  it('[R9] is what the formula gives', () => {
    // Shares .5/.5 against .8/.2: .3·ln(.8/.5)·… by hand: (.5−.8)·ln(.5/.8) + (.5−.2)·ln(.5/.2).
    expect(psi([49_999.5, 49_999.5], [79_999.5, 19_999.5])).toBeCloseTo(0.4158883, 4)
  })

  it('[R9] is never negative, and nought for the same shares', () => {
    const counts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(counts, counts, (a, e) => {
        expect(psi(a, e)).toBeGreaterThanOrEqual(-1e-12)
        expect(psi(a, a)).toBeCloseTo(0, 12)
      }),
    )
  })

  it('[R9] calls a block whose scores or rules are others than the baseline’s, and no block like it', () => {
    const baseline: Baseline = { ...newDistribution(), run_id: 'run_good' }
    const usual = (count: number) =>
      around(0.95, count).map((score, i) => beat(score, i % 20 === 0 ? ['a'] : []))
    for (const one of usual(1000)) countInto(baseline, one)
    expect(alarms(usual(blockBeats), baseline).at).toEqual([])
    const other = around(0.95, blockBeats).map((score, i) => beat(score, i % 20 === 0 ? ['b', 'a'] : ['b']))
    const { at, drift } = alarms(other, baseline)
    expect(at.at(-1)).toBe(blockBeats - 1)
    expect(drift.psi_rules).toBeGreaterThan(0.25)
    expect(drift.psi_score).toBeLessThan(0.1)
  })
})
