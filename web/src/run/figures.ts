import type { BeatEntry } from '../../../protocol/entry.ts'
import type { Run, RunStats } from '../../../protocol/run.ts'
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
  private beats = 0
  /** Beats up to this `seq` are in what the server had counted. */
  private until = 0
  private readonly columns: BeatColumns
  private readonly base: number

  /**
   * @param columns the same beats, pushed before they are counted here
   * @param base `seq` of the last entry that will not come: what was before it is taken from the server
   */
  constructor(columns: BeatColumns, base = 0) {
    this.columns = columns
    this.base = base
  }

  /** Takes over what the server has counted, if the beginning of the run is not here to count. */
  begin({ stats, last_seq }: Pick<Run, 'stats' | 'last_seq'>): void {
    if (this.base === 0 || this.until > 0) return
    this.until = last_seq
    this.beats = stats.beats
    this.sum = (stats.score_mean ?? 0) * stats.beats
    this.violations = stats.violations
    this.flatlines = stats.flatlines
    this.min = stats.score_min
    this.max = stats.score_max
    this.byColor = { ...stats.by_color }
    this.lastBeatAt = stats.last_beat_at
  }

  count(beat: BeatEntry): void {
    if (beat.seq <= this.until) return
    this.beats += 1
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
      beats: this.beats,
      violations: this.violations,
      flatlines: this.flatlines,
      score_mean: this.beats === 0 ? null : this.sum / this.beats,
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
