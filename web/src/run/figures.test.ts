import { describe, expect, it } from 'vitest'
import type { BeatEntry } from '../../../protocol/entry.ts'
import { BeatColumns } from '../trace/columns.ts'
import { Figures } from './figures.ts'

function figuresOf(beats: { score: number; ms?: number; violations?: string[]; flatline?: boolean }[]) {
  const columns = new BeatColumns()
  const figures = new Figures(columns)
  for (const [index, { score, ms = index * 1000, violations = [], flatline = false }] of beats.entries()) {
    const beat = {
      seq: index + 1,
      timestamp: new Date(1_000_000_000 + ms).toISOString(),
      alignment_score: score,
      color: score >= 0.95 ? 'green' : score >= 0.7 ? 'yellow' : 'red',
      flatline,
      violations,
    } as BeatEntry
    columns.push(beat)
    figures.count(beat)
  }
  return figures.stats
}

describe('Figures', () => {
  it('[R2] has no average, HRV or extremes before the first beat', () => {
    expect(figuresOf([])).toEqual({
      beats: 0,
      violations: 0,
      flatlines: 0,
      score_mean: null,
      score_recent: null,
      score_min: null,
      score_max: null,
      hrv: null,
      by_color: { green: 0, yellow: 0, red: 0 },
      last_beat_at: null,
      beats_per_second: 0,
    })
  })

  it('[R2] counts beats, violations, flatlines and colours', () => {
    const stats = figuresOf([
      { score: 1 },
      { score: 0.8, violations: ['Evasive answer'] },
      { score: 0.1, violations: ['Key', 'Card'], flatline: true },
    ])
    expect(stats).toMatchObject({
      beats: 3,
      violations: 3,
      flatlines: 1,
      score_min: 0.1,
      score_max: 1,
      by_color: { green: 1, yellow: 1, red: 1 },
      last_beat_at: new Date(1_000_002_000).toISOString(),
    })
    expect(stats.score_mean).toBeCloseTo(1.9 / 3, 12)
  })

  it('[R2] averages the last hundred beside the whole run', () => {
    const stats = figuresOf([
      ...Array.from({ length: 100 }, () => ({ score: 0 })),
      ...Array.from({ length: 100 }, () => ({ score: 1 })),
    ])
    expect(stats.score_recent).toBe(1)
    expect(stats.score_mean).toBe(0.5)
  })

  it('[R2] counts the beats of the last ten seconds', () => {
    expect(figuresOf(Array.from({ length: 30 }, () => ({ score: 1 }))).beats_per_second).toBe(1)
    expect(figuresOf(Array.from({ length: 30 }, () => ({ score: 1, ms: 0 }))).beats_per_second).toBe(3)
  })
})
