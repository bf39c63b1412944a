import type { Color, ProjectSettings } from '../protocol/index.ts'

/** How many scores the recent average and the HRV look at. [R2] */
export const meanWindow = 100
export const hrvWindow = 20
/** Stretch over which beats per second are counted, ms. */
export const rateWindowMs = 10_000

/** The part of a beat that counts in a run's figures. `at` is milliseconds since the epoch. */
export interface BeatFigures {
  at: number
  score: number
  color: Color
  flatline: boolean
  violations: number
}

/**
 * The HRV proxy of the whitepaper: population standard deviation of the absolute deltas between neighbours.
 *
 * @param scores in order; only the last {@link hrvWindow} count
 * @returns null under 3 scores [R2]
 */
export function hrv(scores: readonly number[]): number | null {
  const recent = scores.slice(-hrvWindow)
  if (recent.length < 3) return null
  const deltas = recent.slice(1).map((score, i) => Math.abs(score - (recent[i] ?? score)))
  const mean = average(deltas)
  return Math.sqrt(average(deltas.map((delta) => (delta - mean) ** 2)))
}

/** Mean of the last {@link meanWindow} scores, null of none. */
export function recentMean(scores: readonly number[]): number | null {
  const recent = scores.slice(-meanWindow)
  return recent.length === 0 ? null : average(recent)
}

function average(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** How many beats a second of the clock saw; `second` is whole seconds since the epoch. */
export interface BeatsInSecond {
  second: number
  beats: number
}

/** The recent stretch of a run: kept in memory, rebuilt from the tail after an eviction. */
export class RunWindow {
  readonly #scores: number[]
  /** Beats by whole second, newest last; two numbers a second instead of one a beat. */
  readonly #seconds: BeatsInSecond[]

  /**
   * @param scores the newest of the run in order; {@link meanWindow} of them suffice
   * @param seconds beats in each of the last seconds, in order
   */
  constructor(scores: readonly number[] = [], seconds: readonly BeatsInSecond[] = []) {
    this.#scores = [...scores]
    this.#seconds = [...seconds]
    this.#forget(seconds.at(-1)?.second ?? 0)
  }

  push(beat: { at: number; score: number }): void {
    this.#scores.push(beat.score)
    if (this.#scores.length > 2 * meanWindow) this.#scores.splice(0, meanWindow)
    const second = Math.floor(beat.at / 1000)
    const last = this.#seconds.at(-1)
    if (last?.second === second) last.beats++
    else this.#seconds.push({ second, beats: 1 })
    this.#forget(second)
  }

  #forget(now: number): void {
    while (this.#seconds[0] && this.#seconds[0].second <= now - rateWindowMs / 1000) this.#seconds.shift()
  }

  get hrv(): number | null {
    return hrv(this.#scores)
  }

  get mean(): number | null {
    return recentMean(this.#scores)
  }

  get beatsPerSecond(): number {
    return this.#seconds.reduce((sum, { beats }) => sum + beats, 0) / (rateWindowMs / 1000)
  }
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
