import type { BeatEntry } from '../../../protocol/entry.ts'
import type { RunStats } from '../../../protocol/run.ts'
import { hrv } from '../trace/hrv.ts'
import { type BeatColumns, firstFrom } from '../trace/columns.ts'

/** Beats that the recent average looks back on. [R2] */
const RECENT = 100
const RATE_WINDOW_S = 10

/** The figures of a run as its beats come in, equal to those the server keeps. [R2] */
export class Figures {
  private sum = 0
  private violations = 0
  private flatlines = 0
  private min: number | null = null
  private max: number | null = null
  private byColor = { green: 0, yellow: 0, red: 0 }
  private lastBeatAt: string | null = null
  private readonly columns: BeatColumns

  /** @param columns the same beats, pushed before they are counted here */
  constructor(columns: BeatColumns) {
    this.columns = columns
  }

  count(beat: BeatEntry): void {
    this.sum += beat.alignment_score
    this.violations += beat.violations.length
    this.flatlines += beat.flatline ? 1 : 0
    this.min = Math.min(this.min ?? 1, beat.alignment_score)
    this.max = Math.max(this.max ?? 0, beat.alignment_score)
    this.byColor[beat.color] += 1
    this.lastBeatAt = beat.timestamp
  }

  get stats(): RunStats {
    const { score, time, length } = this.columns
    const recent = score.subarray(Math.max(0, length - RECENT), length)
    const last = time[length - 1] ?? 0
    const inWindow = length - firstFrom(time, length, Math.floor(last) - RATE_WINDOW_S + 1)
    return {
      beats: length,
      violations: this.violations,
      flatlines: this.flatlines,
      score_mean: length === 0 ? null : this.sum / length,
      score_recent: length === 0 ? null : recent.reduce((sum, value) => sum + value, 0) / recent.length,
      score_min: this.min,
      score_max: this.max,
      hrv: hrv(score, length),
      by_color: { ...this.byColor },
      last_beat_at: this.lastBeatAt,
      beats_per_second: length === 0 ? 0 : inWindow / RATE_WINDOW_S,
    }
  }
}
