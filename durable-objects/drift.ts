import type { ProjectSettings } from '../protocol/index.ts'
import type { BeatFigures } from './run-window.ts'

/*
 * Two questions that a moving average does not answer: has the run's level changed (Page–Hinkley), and does
 * what it does now differ from a run that was good (PSI)? Both are folds over the beats, without a clock, so
 * a recount gives the same figures.
 */

/** Beats in one block that is compared with the baseline. */
export const blockBeats = 200
/** Beats without an alarm after which a drift counts as over. */
export const quietBeats = 100
/** Alarms come no earlier: the running mean of a few beats says nothing. */
const leastBeats = 30
const scoreBins = 10
/** Rules counted apart in a distribution; the others count together. */
const rulesMost = 50
const otherRules = '(other)'

/**
 * One Page–Hinkley test for a rise of the mean: `n` values, their mean, the sum of deviations and its least.
 */
export interface PageHinkley {
  n: number
  mean: number
  sum: number
  least: number
}

/** How beats are distributed: scores in ten equal bins, and in how many beats each rule was found. */
export interface Distribution {
  beats: number
  scores: number[]
  rules: Record<string, number>
}

/** A run's distribution that the project named as good. */
export interface Baseline extends Distribution {
  run_id: string
}

/** All that drift detection remembers of a run, as plain JSON. */
export interface DriftState {
  score: PageHinkley
  violation: PageHinkley
  /** Beats since the last alarm, counted up to {@link quietBeats}. */
  quiet: number
  /** The block that is filling up. */
  block: Distribution
  /** Of the last full block; null until there is one and a baseline. */
  psi_score: number | null
  psi_rules: number | null
}

/** The figures that say so, as the log's event carries them. [R9] */
export type DriftFigures = Record<
  'page_hinkley_score' | 'page_hinkley_violations' | 'psi_score' | 'psi_rules',
  number | null
>

export function newDistribution(): Distribution {
  return { beats: 0, scores: Array.from({ length: scoreBins }, () => 0), rules: {} }
}

export function newDrift(): DriftState {
  return {
    score: { n: 0, mean: 0, sum: 0, least: 0 },
    violation: { n: 0, mean: 0, sum: 0, least: 0 },
    quiet: quietBeats,
    block: newDistribution(),
    psi_score: null,
    psi_rules: null,
  }
}

/** Counts one beat into a distribution, in place. */
export function countInto(distribution: Distribution, beat: Pick<BeatFigures, 'score' | 'rules'>): void {
  distribution.beats++
  const bin = Math.min(scoreBins - 1, Math.max(0, Math.floor(beat.score * scoreBins)))
  distribution.scores[bin] = (distribution.scores[bin] ?? 0) + 1
  countRules(distribution.rules, beat.rules)
}

/** Adds one to each rule's count, in place; beyond the bound, rules that are new are counted together. */
export function countRules(counts: Record<string, number>, rules: readonly string[]): void {
  for (const rule of rules) {
    const known = Object.hasOwn(counts, rule) || Object.keys(counts).length < rulesMost
    const name = known ? rule : otherRules
    counts[name] = (Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0) + 1
  }
}

/**
 * Moves drift detection on by one beat, in place.
 *
 * Page–Hinkley: E. S. Page, “Continuous inspection schemes”, Biometrika 41 (1954), and D. V. Hinkley,
 * “Inference about the change-point from cumulative sum tests”, Biometrika 58 (1971), in the one-sided form
 * of Gama et al., “A survey on concept drift adaptation”, ACM Computing Surveys 46 (2014), 3.2.1: with
 * `m_n = Σ (x_i − mean_i − δ)`, alarm when `m_n − min m > λ`, and begin anew.
 *
 * @returns the figures when this beat crosses a threshold, else null
 */
export function watchDrift(
  drift: DriftState,
  beat: Pick<BeatFigures, 'score' | 'rules' | 'violations'>,
  baseline: Baseline | null,
  settings: ProjectSettings,
): DriftFigures | null {
  const { drift_delta: delta, drift_lambda: lambda } = settings
  // A falling score is a rising distance from 1.
  const score = pageHinkley(drift.score, 1 - beat.score, delta)
  // Violations are 0 or 1, and scatter wider than scores: both allowances are doubled.
  const violation = pageHinkley(drift.violation, beat.violations > 0 ? 1 : 0, 2 * delta)
  if (drift.quiet < quietBeats) drift.quiet++
  countInto(drift.block, beat)
  let differs = false
  if (drift.block.beats >= blockBeats) {
    // A baseline of a few beats would differ from everything.
    const known = baseline && baseline.beats >= blockBeats ? baseline : null
    drift.psi_score = known && psi(drift.block.scores, known.scores)
    drift.psi_rules = known && rulesPsi(drift.block, known)
    differs = Math.max(drift.psi_score ?? 0, drift.psi_rules ?? 0) > settings.drift_psi_above
    drift.block = newDistribution()
  }
  const changed =
    (drift.score.n >= leastBeats && score > lambda) ||
    (drift.violation.n >= leastBeats && violation > 2 * lambda)
  if (!changed && !differs) return null
  drift.quiet = 0
  if (changed) {
    drift.score = { n: 0, mean: 0, sum: 0, least: 0 }
    drift.violation = { n: 0, mean: 0, sum: 0, least: 0 }
  }
  return {
    page_hinkley_score: score,
    page_hinkley_violations: violation,
    psi_score: drift.psi_score,
    psi_rules: drift.psi_rules,
  }
}

/** Whether the last alarm lies behind. */
export function isCalm(drift: DriftState, settings: ProjectSettings): boolean {
  const distance = Math.max(drift.psi_score ?? 0, drift.psi_rules ?? 0)
  return drift.quiet >= quietBeats && distance <= settings.drift_psi_above
}

function pageHinkley(test: PageHinkley, value: number, delta: number): number {
  test.n++
  test.mean += (value - test.mean) / test.n
  test.sum += value - test.mean - delta
  test.least = Math.min(test.least, test.sum)
  return test.sum - test.least
}

/**
 * Population stability index: `Σ (a_i − e_i) · ln(a_i / e_i)` over the shares of each bin; N. Siddiqi, “Credit
 * Risk Scorecards” (2006): below 0.1 no change, above 0.25 a large one. Half a beat is added to every bin, so
 * that an empty one has a logarithm.
 */
export function psi(actual: readonly number[], expected: readonly number[]): number {
  const bins = Math.max(actual.length, expected.length)
  const a = shares(actual, bins)
  const e = shares(expected, bins)
  let sum = 0
  for (let i = 0; i < bins; i++) {
    const [ai = 0, ei = 0] = [a[i], e[i]]
    sum += (ai - ei) * Math.log(ai / ei)
  }
  return sum
}

function shares(counts: readonly number[], bins: number): number[] {
  const padded = Array.from({ length: bins }, (_, i) => (counts[i] ?? 0) + 0.5)
  const total = padded.reduce((sum, count) => sum + count, 0)
  return padded.map((count) => count / total)
}

/** The worst PSI of a rule being found or not: every rule is a distribution of two bins. */
function rulesPsi(block: Distribution, baseline: Distribution): number {
  let worst = 0
  for (const rule of new Set([...Object.keys(block.rules), ...Object.keys(baseline.rules)])) {
    const found = (of: Distribution) => (Object.hasOwn(of.rules, rule) ? (of.rules[rule] ?? 0) : 0)
    const split = (of: Distribution) => [found(of), Math.max(0, of.beats - found(of))]
    worst = Math.max(worst, psi(split(block), split(baseline)))
  }
  return worst
}
