import type { OnSevere, PauseReason, ProjectSettings, Run, RunStatus } from '../protocol/index.ts'
import { genesisHash } from './chain.ts'
import {
  countInto,
  newDistribution,
  newDrift,
  type Baseline,
  type Distribution,
  type DriftState,
} from './drift.ts'
import { beatsPerSecond, hrv, pushBeat, recentMean, type BeatFigures, type RunWindow } from './run-window.ts'

/** Whose run it is and how it is to behave: what the Worker knows of a run and tells the object. */
export interface RunBinding {
  run_id: string
  organization_id: string
  project_id: string
  api_key_id: string | null
  on_severe: OnSevere
  settings: ProjectSettings
}

/** Sums over the whole run, kept so that no count ever reads the log. */
interface RunTotals {
  beats: number
  violations: number
  flatlines: number
  score_sum: number
  score_min: number | null
  score_max: number | null
  green: number
  yellow: number
  red: number
}

/** What retention asks of a run: erase texts of entries before an instant (ms), or delete the run. */
export interface Erasure {
  texts_before: number
  whole: boolean
}

/**
 * All that a run is but its entries. It is stored as a checkpoint, and the entries behind the checkpoint bring
 * it up to date, so that a beat writes its own row and no other. Instants in ms since the epoch.
 */
export interface RunState {
  binding: RunBinding
  /** Number of the database that holds the log. [R14] */
  log: number
  name: string
  labels: string[]
  status: RunStatus
  /** Why the status is `warning`. */
  warn_reason: 'score' | 'drift' | null
  pause_reason: PauseReason | null
  /** When the clock paused the run. */
  silent_since: number | null
  halted: boolean
  started_at: number
  ended_at: number | null
  previous_run_id: string | null
  next_run_id: string | null
  /** True once the successor has opened. */
  superseded: boolean
  last_seq: number
  head: string
  /** Time of the last entry: the next one is never earlier. [B7] */
  last_at: number
  last_beat_at: number | null
  last_sign_at: number
  /** True once the client has sent a heartbeat: only such a one can fall silent. [R7] */
  has_heartbeats: boolean
  /** Everything up to this `seq` is in D1. */
  flushed_seq: number
  totals: RunTotals
  distribution: Distribution
  window: RunWindow
  drift: DriftState
  baseline: Baseline | null
  erasure: Erasure | null
  /** When the run was deleted: nothing is left of it but this state, which keeps its place in the chain of runs. */
  deleted_at: number | null
}

/** A run as it begins. */
export function newRun(
  binding: RunBinding,
  now: number,
  how: { name?: string; labels?: string[]; previousRunId?: string | null; log?: number } = {},
): RunState {
  return {
    binding,
    log: how.log ?? 0,
    name: how.name ?? '',
    labels: how.labels ?? [],
    status: 'active',
    warn_reason: null,
    pause_reason: null,
    silent_since: null,
    halted: false,
    started_at: now,
    ended_at: null,
    previous_run_id: how.previousRunId ?? null,
    next_run_id: null,
    superseded: false,
    last_seq: 0,
    head: genesisHash(binding.run_id),
    last_at: now,
    last_beat_at: null,
    last_sign_at: now,
    has_heartbeats: false,
    flushed_seq: 0,
    totals: {
      beats: 0,
      violations: 0,
      flatlines: 0,
      score_sum: 0,
      score_min: null,
      score_max: null,
      green: 0,
      yellow: 0,
      red: 0,
    },
    distribution: newDistribution(),
    window: { scores: [], seconds: [] },
    drift: newDrift(),
    baseline: null,
    erasure: null,
    deleted_at: null,
  }
}

/** Counts one more beat in, in place. */
export function countBeat(state: RunState, beat: BeatFigures): void {
  const { totals } = state
  totals.beats++
  totals.violations += beat.violations
  if (beat.flatline) totals.flatlines++
  totals.score_sum += beat.score
  totals.score_min = Math.min(totals.score_min ?? beat.score, beat.score)
  totals.score_max = Math.max(totals.score_max ?? beat.score, beat.score)
  totals[beat.color]++
  state.last_beat_at = beat.at
  countInto(state.distribution, beat)
  pushBeat(state.window, beat)
}

/** The run as the wire shows it. [R1] [R2] */
export function wireRun(state: RunState): Run {
  const { totals, window, drift } = state
  return {
    id: state.binding.run_id,
    name: state.name,
    labels: state.labels,
    status: state.status,
    status_reason: state.status === 'warning' ? state.warn_reason : null,
    pause_reason: state.pause_reason,
    started_at: iso(state.started_at),
    ended_at: state.ended_at === null ? null : iso(state.ended_at),
    project_id: state.binding.project_id,
    api_key_id: state.binding.api_key_id,
    previous_run_id: state.previous_run_id,
    next_run_id: state.next_run_id,
    last_seq: state.last_seq,
    head: state.head,
    stats: {
      beats: totals.beats,
      violations: totals.violations,
      flatlines: totals.flatlines,
      score_mean: totals.beats === 0 ? null : totals.score_sum / totals.beats,
      score_recent: recentMean(window.scores),
      score_min: totals.score_min,
      score_max: totals.score_max,
      hrv: hrv(window.scores),
      by_color: { green: totals.green, yellow: totals.yellow, red: totals.red },
      by_rule: state.distribution.rules,
      last_scores: window.scores.slice(-lastScores),
      last_beat_at: state.last_beat_at === null ? null : iso(state.last_beat_at),
      beats_per_second: beatsPerSecond(window),
      drift: {
        page_hinkley_score: drift.score.sum - drift.score.least,
        page_hinkley_violations: drift.violation.sum - drift.violation.least,
        psi_score: drift.psi_score,
        psi_rules: drift.psi_rules,
      },
    },
  }
}

const lastScores = 20

/** ISO 8601 in UTC with milliseconds. */
export function iso(ms: number): string {
  return new Date(ms).toISOString()
}
