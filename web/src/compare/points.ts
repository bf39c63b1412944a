import type { Trace } from '../../../protocol/trace.ts'

/** What was scored, in order: one beat a point, or many. */
export interface Point {
  /** How many beats came before. Notes and orders have entries of the log, but are no beats. */
  before: number
  /** Seconds since the first. */
  sinceS: number
  beats: number
  min: number
  max: number
  mean: number
}

/** The points of a run as the server gives it to be drawn: its beats, or its blocks. */
export function pointsOf(trace: Trace): Point[] {
  const points = trace.blocks ? fromBlocks(trace.blocks) : fromBeats(trace.beats)
  const startMs = points[0]?.atMs ?? 0
  let before = 0
  return points.map(({ atMs, ...point }) => {
    const placed = { ...point, before, sinceS: (atMs - startMs) / 1000 }
    before += point.beats
    return placed
  })
}

/** Where the middle of a point stands on an axis that counts beats: that of the first at 0.5. */
export const inBeats = ({ before, beats }: Point): number => before + beats / 2

/** Where a point stands on an axis of seconds since the first beat. */
export const inSeconds = ({ sinceS }: Point): number => sinceS

type Timed = Omit<Point, 'before' | 'sinceS'> & { atMs: number }

function fromBeats({ at, score }: Trace['beats']): Timed[] {
  let atMs = 0
  return score.map((value, index) => {
    atMs += at[index] ?? 0
    return { atMs, beats: 1, min: value, max: value, mean: value }
  })
}

function fromBlocks(blocks: NonNullable<Trace['blocks']>): Timed[] {
  return blocks.beats.flatMap((beats, index) => {
    const [min, max, mean] = [blocks.score_min[index], blocks.score_max[index], blocks.score_mean[index]]
    if (min == null || max == null || mean == null) return []
    const atMs = ((blocks.from_at[index] ?? 0) + (blocks.to_at[index] ?? 0)) / 2
    return [{ atMs, beats, min, max, mean }]
  })
}

/** A run over an axis cut into equal parts; null where a part has no beat. */
export interface Band {
  mean: (number | null)[]
  min: (number | null)[]
  max: (number | null)[]
}

/**
 * The mean and the extremes of each of so many equal parts of an axis.
 *
 * @param xOf where a point stands on the axis
 * @param end of the axis, which begins at 0
 */
export function bandOf(
  points: readonly Point[],
  xOf: (point: Point) => number,
  end: number,
  parts: number,
): Band {
  const sum = new Float64Array(parts)
  const beats = new Float64Array(parts)
  const min = new Float64Array(parts).fill(Infinity)
  const max = new Float64Array(parts).fill(-Infinity)
  for (const point of points) {
    const part = Math.min(parts - 1, Math.max(0, Math.floor((xOf(point) / Math.max(end, 1e-9)) * parts)))
    sum[part] = (sum[part] ?? 0) + point.mean * point.beats
    beats[part] = (beats[part] ?? 0) + point.beats
    min[part] = Math.min(min[part] ?? Infinity, point.min)
    max[part] = Math.max(max[part] ?? -Infinity, point.max)
  }
  const where = (values: Float64Array) =>
    Array.from(values, (value, part) => ((beats[part] ?? 0) > 0 ? value : null))
  return {
    mean: where(sum.map((value, part) => value / (beats[part] || 1))),
    min: where(min),
    max: where(max),
  }
}

/** Equal bins of a score from 0 to 1. */
export const BINS = 20

/**
 * The share of beats in each bin; the last holds a score of exactly 1 too.
 *
 * @returns {@link BINS} numbers that sum to 1, all 0 without a score
 */
export function distributionOf(scores: readonly number[]): number[] {
  const counts = Array.from({ length: BINS }, () => 0)
  for (const score of scores) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(score * BINS)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count) => (scores.length === 0 ? 0 : count / scores.length))
}
