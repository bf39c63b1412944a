import { describe, expect, it } from 'vitest'
import type { Trace } from '../../../protocol/trace.ts'
import { BeatColumns } from './columns.ts'
import { Drawn } from './drawn.ts'
import { hrv } from './hrv.ts'

const empty: Trace = {
  run_id: 'run_1',
  detail: 'beats',
  first_seq: 1,
  last_seq: 4,
  complete: true,
  beats: { seq: [], at: [], score: [], marks: '' },
  left_out: 0,
  blocks: null,
  events: [],
  amendments: [],
}
const none = () => null

function rowsOf({ columns }: Drawn) {
  return Array.from({ length: columns.length }, (_, row) => ({
    seq: columns.seq[row],
    timeS: columns.time[row],
    score: columns.score[row],
    mark: columns.markAt(row),
    summary: columns.summary[row] === 1,
  }))
}

/** Two blocks, the second with beats that are not green. */
const blocks: Trace['blocks'] = {
  first_seq: [1, 257],
  last_seq: [256, 512],
  from_at: [10_000, 20_000],
  to_at: [19_000, 29_000],
  beats: [256, 256],
  score_min: [0.96, 0.3],
  score_max: [1, 0.99],
  score_mean: [0.98, 0.9],
  yellow: [0, 1],
  red: [0, 1],
  flatlines: [0, 0],
}

describe('what is drawn', () => {
  it('[S3] has every beat at its time, and stretches that lie flat', () => {
    const beats = { seq: [1, 1, 2], at: [5000, 500, 250], score: [1, 0.2, 0.9], marks: 'gfy' }
    const drawn = new Drawn({ ...empty, beats }, Infinity, none)
    expect(rowsOf(drawn).map(({ seq, timeS, mark }) => [seq, timeS, mark])).toEqual([
      [1, 5, 'green'],
      [2, 5.5, 'flatline'],
      [4, 5.75, 'yellow'],
    ])
    expect(drawn.flat.list).toEqual([{ from: 5.5, to: 5.75, seq: 2 }])
    expect(drawn.coarse).toBe(false)
  })

  it('[S2] has the extremes of blocks, and between them what is not green', () => {
    const beats = { seq: [300, 10], at: [21_000, 500], score: [0.3, 0.8], marks: 'ry' }
    const drawn = new Drawn({ ...empty, detail: 'blocks', blocks, beats }, Infinity, none)
    expect(rowsOf(drawn)).toEqual([
      { seq: 1, timeS: 10, score: 1, mark: 'green', summary: true },
      { seq: 128, timeS: 14.5, score: 0.96, mark: 'green', summary: true },
      { seq: 257, timeS: 20, score: 0.99, mark: 'green', summary: true },
      { seq: 300, timeS: 21, score: 0.3, mark: 'red', summary: false },
      { seq: 310, timeS: 21.5, score: 0.8, mark: 'yellow', summary: false },
    ])
    expect([drawn.columns.rowOf(300), drawn.columns.rowOf(257)]).toEqual([3, -1])
  })

  it('marks a block whose beats found no room by the worst of them', () => {
    const drawn = new Drawn({ ...empty, detail: 'blocks', blocks, left_out: 2 }, Infinity, none)
    expect(rowsOf(drawn).at(-1)).toMatchObject({ score: 0.3, mark: 'red', summary: true })
  })

  it('leaves to others what comes by itself, and takes it once', () => {
    const beats = { seq: [1, 1, 1], at: [1000, 10, 10], score: [1, 1, 1], marks: 'ggg' }
    const events: Trace['events'] = [
      { seq: 2, at: 1005, event: 'paused' },
      { seq: 9, at: 9000, event: 'resumed' },
    ]
    const drawn = new Drawn({ ...empty, beats, events }, 3, (event) => event)
    const next = new BeatColumns(true)
    next.add(3, 1.02, 0.5, 2)
    drawn.follow(next)
    next.add(4, 1.03, 0.6, 2)
    drawn.follow(next)
    drawn.follow(next)
    expect(rowsOf(drawn).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(drawn.events).toEqual([{ timeS: 1.005, word: 'paused' }])
  })

  it('[R2] tells no HRV of which beats are missing, and the server’s where none is', () => {
    const scores = Array.from({ length: 30 }, (_, index) => (index % 3) / 3)
    const beats = {
      seq: scores.map((_, index) => (index === 0 ? 1001 : 1)),
      at: scores.map(() => 1000),
      score: scores,
      marks: 'r'.repeat(30),
    }
    const { columns } = new Drawn({ ...empty, first_seq: 1001, beats }, Infinity, none)
    expect([...columns.hrv.subarray(0, 19)].every(Number.isNaN)).toBe(true)
    expect(columns.hrv[19]).toBe(hrv(scores, 20))
    expect(columns.hrv[29]).toBe(hrv(scores, 30))
  })
})
