import { expect, it } from 'vitest'
import { BeatColumns } from '../trace/columns.ts'
import { FlatStretches } from '../trace/line.ts'
import { RunLog } from './run-log.ts'
import type { Stroke } from './step-keys.ts'
import { stepThrough } from './step-through.ts'

const stroke = (key: string, shiftKey = false): Stroke => ({
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
})
const drawn = (columns: BeatColumns) => ({ columns, flat: new FlatStretches(), events: [], coarse: false })

/** Ten beats a second, each third one doubtful. */
function beats(first: number, last: number): BeatColumns {
  const columns = new BeatColumns(first > 1)
  for (let seq = first; seq <= last; seq += 1) columns.add(seq, seq / 10, 1, seq % 3 === 0 ? 1 : 0)
  return columns
}

/** A run of 1,000 beats of which 400 to 500 are on screen. */
function run(partial: boolean) {
  return {
    shown: () => drawn(beats(400, 500)),
    whole: drawn(beats(1, 1000)),
    log: new RunLog(950),
    extent: { from: 0, to: 100 },
    partial,
  }
}
const view = { follow: false, from: 40, to: 50 } as const
const step = (key: string, selected: number | null, shiftKey = false, partial = false) =>
  stepThrough(run(partial), view, stroke(key, shiftKey), selected)

it('leads beyond what is on screen', () => {
  expect([step('ArrowRight', 450), step('ArrowRight', 450, true)]).toEqual([451, 453])
  expect([step('ArrowLeft', 401, true), step('ArrowRight', 500, true)]).toEqual([399, 501])
  expect([step('Home', 450), step('End', 450)]).toEqual([1, 1000])
})

it('leads nowhere far while the past is coming in, and to the neighbours all the same', () => {
  expect([step('ArrowRight', 450, true, true), step('Home', 450, false, true)]).toEqual([
    undefined,
    undefined,
  ])
  expect(step('ArrowRight', 450, false, true)).toBe(451)
  expect(step('Escape', 450, false, true)).toBeNull()
})
