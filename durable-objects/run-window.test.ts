import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beatsPerSecond, hrv, pushBeat, recentMean, stability, type RunWindow } from './run-window.ts'
import { projectSettingsSchema } from '../protocol/index.ts'

const settings = projectSettingsSchema.parse({})

describe('hrv', () => {
  it('[R2] is null under three scores, and the deviation of the deltas from there', () => {
    expect(hrv([1, 0.5])).toBeNull()
    // Deltas .5 and .3: mean .4, deviation .1.
    expect(hrv([1, 0.5, 0.8])).toBeCloseTo(0.1, 12)
    expect(hrv([0.9, 0.9, 0.9, 0.9])).toBe(0)
  })

  it('[R2] looks at the last twenty scores only', () => {
    const calm = Array.from({ length: 20 }, () => 1)
    expect(hrv([0, 1, 0, 1, 0, ...calm])).toBe(0)
  })
})

describe('a window', () => {
  it('[R2] equals a recount over the whole run, however it grew', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 500 }), (scores) => {
        const window: RunWindow = { scores: [], seconds: [] }
        for (const [i, score] of scores.entries()) pushBeat(window, { at: i * 100, score })
        expect(recentMean(window.scores)).toEqual(recentMean(scores))
        expect(hrv(window.scores)).toEqual(hrv(scores))
        const lastSecond = Math.floor(((scores.length - 1) * 100) / 1000)
        const recent = scores.filter((_, i) => Math.floor((i * 100) / 1000) > lastSecond - 10)
        expect(beatsPerSecond(window)).toBe(recent.length / 10)
      }),
    )
  })
})

describe('stability', () => {
  it('[R3] waits for enough beats, and keeps a gap between warning and recovery', () => {
    expect(stability(9, 0.1, 0.5, settings)).toBeNull()
    expect(stability(10, 0.84, 0, settings)).toBe('unstable')
    expect(stability(10, 0.9, 0.16, settings)).toBe('unstable')
    expect(stability(10, 0.86, 0.1, settings)).toBeNull()
    expect(stability(10, 0.9, 0.13, settings)).toBeNull()
    expect(stability(10, 0.88, 0.12, settings)).toBe('stable')
  })
})
