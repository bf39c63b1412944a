import type { Color, Verdict } from '../protocol/verdict.ts'
import { defaultThresholds, worseColor, type Thresholds } from './score.ts'

/** What a client says of its own verdict: every field optional, none trusted to make things better. */
export interface Reported {
  status?: string | null | undefined
  color?: string | null | undefined
  violations?: readonly string[] | null | undefined
  flatline?: boolean | null | undefined
}

function colorNamed(name: string | null | undefined): Color {
  return name === 'red' || name === 'yellow' ? name : 'green'
}

/** Highest score a colour allows, so that score and colour of a verdict agree. */
function scoreCeiling(color: Color, flatline: boolean, thresholds: Thresholds): number {
  if (flatline) return 0.2
  if (color === 'red') return Math.max(0, thresholds.yellow - 0.1)
  if (color === 'yellow') return Math.max(0, thresholds.green - 0.01)
  return 1
}

/**
 * Joins a verdict with what the client reported of its own: the worse of the two stands, and the client's
 * violations follow ours without repeats (100 at most, each cut to 200 characters).
 *
 * @param verdict the guardian's own
 * @param reported the client's `status` or `color` (`green|yellow|red`; others count as green), `violations`, `flatline`
 * @returns a new verdict; the given one is not changed
 */
export function withReported(
  verdict: Verdict,
  reported: Reported,
  thresholds: Thresholds = defaultThresholds,
): Verdict {
  const violations = [
    ...new Set([...verdict.violations, ...(reported.violations ?? []).map((title) => title.slice(0, 200))]),
  ].slice(0, 100)
  const flatline = verdict.flatline || reported.flatline === true
  const claimed = worseColor(colorNamed(reported.status), colorNamed(reported.color))
  const raised = violations.length > verdict.violations.length ? worseColor(claimed, 'yellow') : claimed
  const color = flatline ? 'red' : worseColor(verdict.color, raised)
  if (color === verdict.color && flatline === verdict.flatline) return { ...verdict, violations }
  const ceiling = scoreCeiling(color, flatline, thresholds)
  return {
    ...verdict,
    violations,
    flatline,
    color,
    alignment_score: Math.min(verdict.alignment_score, ceiling),
  }
}
