import type { Color, ProjectSettings } from '../protocol/index.ts'

/** How many scores the recent average and the HRV look at. [R2] */
export const meanWindow = 100
export const hrvWindow = 20
/** Stretch over which beats per second are counted, in whole seconds. */
export const rateWindowSeconds = 10

/** The part of a beat that counts in a run's figures. `at` is milliseconds since the epoch. */
export interface BeatFigures {
  at: number
  score: number
  color: Color
  flatline: boolean
  /** How many violations the wire shows, reported ones included. */
  violations: number
  /** Rules of the findings behind them, without repeats. */
  rules: readonly string[]
}

/** The recent stretch of a run, as plain JSON: it is stored with the run's state. */
export interface RunWindow {
  /** Newest last, at most {@link meanWindow}. */
  scores: number[]
  /** Beats by whole second of the clock, newest last: `[second since the epoch, beats]`. */
  seconds: [number, number][]
}

/** Moves the window on by one beat, in place. */
export function pushBeat(window: RunWindow, beat: Pick<BeatFigures, 'at' | 'score'>): void {
  window.scores.push(beat.score)
  if (window.scores.length > meanWindow) window.scores.shift()
  const second = Math.floor(beat.at / 1000)
  const last = window.seconds.at(-1)
  if (last?.[0] === second) last[1]++
  else window.seconds.push([second, 1])
  while (window.seconds[0] && window.seconds[0][0] <= second - rateWindowSeconds) window.seconds.shift()
}

/** Beats a second over the ten seconds before the last beat. */
export function beatsPerSecond(window: RunWindow): number {
  return window.seconds.reduce((sum, [, beats]) => sum + beats, 0) / rateWindowSeconds
}

/**
 * The HRV proxy of the whitepaper: population standard deviation of the absolute deltas between neighbours.
 *
 * @param scores in order; only the last {@link hrvWindow} count
 * @returns null under 3 scores [R2]
 */
export function hrv(scores: readonly number[]): number | null {
  const start = Math.max(1, scores.length - hrvWindow + 1)
  const deltas = scores.length - start
  if (deltas < 2) return null
  let sum = 0
  for (let i = start; i < scores.length; i++) sum += delta(scores, i)
  const mean = sum / deltas
  let squares = 0
  for (let i = start; i < scores.length; i++) squares += (delta(scores, i) - mean) ** 2
  return Math.sqrt(squares / deltas)
}

function delta(scores: readonly number[], i: number): number {
  return Math.abs((scores[i] ?? 0) - (scores[i - 1] ?? 0))
}

/** Mean of the last {@link meanWindow} scores, null of none. */
export function recentMean(scores: readonly number[]): number | null {
  const start = Math.max(0, scores.length - meanWindow)
  if (scores.length === 0) return null
  let sum = 0
  for (let i = start; i < scores.length; i++) sum += scores[i] ?? 0
  return sum / (scores.length - start)
}

/**
 * What mean and HRV say of a run: `unstable` past a threshold, `stable` once both are back behind the
 * tighter ones, null in between and before there are enough beats. [R3]
 */
export function stability(
  beats: number,
  mean: number | null,
  hrvNow: number | null,
  settings: ProjectSettings,
): 'unstable' | 'stable' | null {
  if (mean === null || beats < settings.warn_after_beats) return null
  const hrvValue = hrvNow ?? 0
  if (mean < settings.warn_mean_below || hrvValue > settings.warn_hrv_above) return 'unstable'
  if (mean >= settings.recover_mean_from && hrvValue <= settings.recover_hrv_to) return 'stable'
  return null
}
