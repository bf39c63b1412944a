import { describe, expect, it } from 'vitest'
import type { Run, RunStats } from '../../../protocol/run.ts'
import { lastKnown, statusWords } from './status-words.ts'

const now = Date.UTC(2026, 0, 1, 3, 30)
const stats: RunStats = {
  beats: 20,
  violations: 0,
  flatlines: 0,
  score_mean: 0.98,
  score_recent: 0.98,
  score_min: 0.9,
  score_max: 1,
  hrv: 0.02,
  by_color: { green: 20, yellow: 0, red: 0 },
  last_beat_at: new Date(now - 4000).toISOString(),
  beats_per_second: 1,
}
const run = (status: Run['status'], more: Partial<Run> = {}) =>
  ({ status, pause_reason: null, ended_at: null, ...more }) as Run

describe('statusWords', () => {
  it('says since when, why, and which beat to look at', () => {
    const flatline = { seq: 42, atMs: now - 240_000, title: 'An API key was disclosed' }
    const words = statusWords(run('misaligned'), stats, flatline, {}, now)
    expect(words).toMatchObject({ word: 'Misaligned', tone: 'bad', beat: 42 })
    expect(words.detail).toContain('4 min ago: An API key was disclosed')
  })

  it('[R4] says when a run ended as misaligned', () => {
    const endedAt = new Date(now - 60_000).toISOString()
    const words = statusWords(run('misaligned', { ended_at: endedAt }), stats, null, {}, now)
    expect(words.detail).toBe('Ended 1 min ago as misaligned. A severe finding. Look at its beat.')
  })

  it('[R3] names the threshold that a warning crossed, the project’s where it has one', () => {
    const low = { ...stats, score_recent: 0.82, hrv: 0.2 }
    expect(statusWords(run('warning'), low, null, {}, now).detail).toBe(
      'The average of 0.82 is under 0.85 and the HRV of 0.20 is over 0.15.',
    )
    expect(
      statusWords(run('warning'), low, null, { warn_mean_below: 0.8, warn_hrv_above: 0.3 }, now).detail,
    ).toBe('It has not yet steadied.')
  })

  it('[R6] tells a silent pause from an operator’s', () => {
    expect(statusWords(run('paused', { pause_reason: 'silent' }), stats, null, {}, now).word).toBe('Silent')
    expect(statusWords(run('paused', { pause_reason: 'operator' }), stats, null, {}, now).word).toBe('Paused')
  })

  it('does not look calm while the line is down, and leaves an alarm standing', () => {
    const calm = lastKnown(statusWords(run('active'), stats, null, {}, now))
    expect(calm).toMatchObject({ word: 'Not connected', tone: 'warn' })
    expect(calm.detail).toBe('Last known: active. Last beat 4 s ago.')
    const bad = lastKnown(statusWords(run('misaligned'), stats, null, {}, now))
    expect(bad).toMatchObject({ word: 'Misaligned', tone: 'bad' })
    expect(bad.detail).toMatch(/Not connected: this may have changed\.$/)
  })

  it('is calm while all is well', () => {
    expect(statusWords(run('active'), stats, null, {}, now)).toEqual({
      word: 'Active',
      detail: 'Last beat 4 s ago.',
      tone: 'calm',
      beat: null,
    })
  })
})
