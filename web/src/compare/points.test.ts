import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Trace } from '../../../protocol/trace.ts'
import { bandOf, BINS, distributionOf, inBeats, inSeconds, pointsOf } from './points.ts'

const trace: Trace = {
  run_id: 'run_1',
  detail: 'beats',
  first_seq: 1,
  last_seq: 4,
  complete: true,
  beats: { seq: [1, 2, 1], at: [10_000, 500, 1500], score: [1, 0.5, 0], marks: 'grf' },
  left_out: 0,
  blocks: null,
  events: [],
  amendments: [],
}

describe('a run to be compared', () => {
  it('has its beats by their order, whatever else is in the log, and by time since the first', () => {
    const points = pointsOf(trace)
    expect(points.map((point) => [inBeats(point), inSeconds(point), point.mean])).toEqual([
      [0.5, 0, 1],
      [1.5, 0.5, 0.5],
      [2.5, 2, 0],
    ])
  })

  it('has its blocks where beats are too many, but none without a beat', () => {
    const blocks: Trace['blocks'] = {
      first_seq: [1, 257],
      last_seq: [256, 512],
      from_at: [0, 5000],
      to_at: [4000, 9000],
      beats: [200, 0],
      score_min: [0.1, null],
      score_max: [1, null],
      score_mean: [0.9, null],
      yellow: [0, 0],
      red: [1, 0],
      flatlines: [0, 0],
    }
    expect(pointsOf({ ...trace, blocks })).toEqual([
      { before: 0, sinceS: 0, beats: 200, min: 0.1, max: 1, mean: 0.9 },
    ])
  })

  it('keeps mean and extremes when it is cut into parts, and gaps as gaps', () => {
    const band = bandOf(pointsOf(trace), inSeconds, 2, 4)
    expect(band).toEqual({ mean: [1, 0.5, null, 0], min: [1, 0.5, null, 0], max: [1, 0.5, null, 0] })
    expect(bandOf(pointsOf(trace), inBeats, 3, 3).mean).toEqual([1, 0.5, 0])
    expect(bandOf(pointsOf(trace), inBeats, 3, 1)).toEqual({ mean: [0.5], min: [0], max: [1] })
  })

  it('is spread over bins that hold every beat once', () => {
    expect(distributionOf([1, 0.999, 0.95, 0])[BINS - 1]).toBe(0.75)
    expect(distributionOf([]).every((share) => share === 0)).toBe(true)
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (scores) => {
        expect(distributionOf(scores).reduce((sum, share) => sum + share)).toBeCloseTo(1)
      }),
    )
  })
})
