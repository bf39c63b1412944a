import { expect, it } from 'vitest'
import { BeatColumns, type Mark } from '../trace/columns.ts'
import { stepOf, type Stroke } from './step-keys.ts'

const columns = new BeatColumns()
const marks: [seq: number, mark: Mark][] = [
  [2, 'green'],
  [3, 'yellow'],
  [5, 'green'],
  [6, 'green'],
  [9, 'flatline'],
]
for (const [seq, mark] of marks)
  columns.push({
    seq,
    timestamp: '2026-01-01T00:00:00.000Z',
    alignment_score: 1,
    color: mark === 'flatline' ? 'red' : mark,
    flatline: mark === 'flatline',
  })

function press(key: string, selected: number | null, more: Partial<Stroke> = {}) {
  const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, typing: false }
  return stepOf({ key, ...plain, ...more }, columns, selected)
}

it('steps from beat to beat over other entries, and stops at the ends', () => {
  expect(press('ArrowRight', 3)).toBe(5)
  expect(press('ArrowLeft', 3)).toBe(2)
  expect(press('ArrowLeft', 2)).toBeUndefined()
  expect(press('ArrowRight', 9)).toBeUndefined()
  expect(press('Home', 6)).toBe(2)
  expect(press('End', null)).toBe(9)
})

it('begins at the newest beat, jumps with Shift to the next that is not green, closes with Escape', () => {
  expect(press('ArrowLeft', null)).toBe(9)
  expect(press('ArrowRight', 3, { shiftKey: true })).toBe(9)
  expect(press('ArrowLeft', 9, { shiftKey: true })).toBe(3)
  expect(press('ArrowLeft', 3, { shiftKey: true })).toBeUndefined()
  expect(press('Escape', 3)).toBeNull()
})

it('leaves alone what is typed into a field or meant for the browser', () => {
  expect(press('ArrowLeft', 3, { typing: true })).toBeUndefined()
  expect(press('ArrowLeft', 3, { altKey: true })).toBeUndefined()
  expect(press('Escape', null)).toBeUndefined()
  expect(
    stepOf(
      { key: 'Home', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, typing: false },
      new BeatColumns(),
      null,
    ),
  ).toBeUndefined()
})

it('goes on by number where beats between are not here by themselves', () => {
  const columns = new BeatColumns()
  columns.addSummary(1, 0, 1, 0)
  columns.add(40, 4, 0.2, 2)
  columns.cut()
  columns.add(43, 4.3, 0.8, 1)
  columns.addSummary(257, 25, 1, 0)
  const go = (key: string, from: number, shiftKey = false) =>
    stepOf({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false, typing: false }, columns, from)
  expect([go('ArrowRight', 40), go('ArrowLeft', 43), go('ArrowRight', 43), go('ArrowLeft', 40)]).toEqual([
    41, 42, 44, 39,
  ])
  expect([go('ArrowRight', 40, true), go('ArrowLeft', 43, true)]).toEqual([43, 40])
})

it('steps from a beat whose neighbours are not here yet by number, never past them', () => {
  const newest = new BeatColumns(true)
  for (const [index, mark] of [0, 2, 0].entries()) newest.add(101 + index, 10 + index, 1, mark)
  const go = (key: string, from: number, shiftKey = false) =>
    stepOf({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false, typing: false }, newest, from)
  expect([go('ArrowRight', 50), go('ArrowLeft', 50), go('ArrowLeft', 101)]).toEqual([51, 49, 100])
  expect([go('ArrowLeft', 1), go('ArrowLeft', 104), go('ArrowRight', 103)]).toEqual([
    undefined,
    103,
    undefined,
  ])
})

it('jumps from a beat that is drawn in summary to the very next one that is not green', () => {
  const afar = new BeatColumns()
  afar.addSummary(1, 0, 1, 0)
  afar.add(40, 4, 0.2, 2)
  afar.cut()
  afar.addSummary(257, 25, 1, 0)
  const go = (key: string, from: number, shiftKey = false) =>
    stepOf({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false, typing: false }, afar, from)
  expect([go('ArrowRight', 39, true), go('ArrowLeft', 41, true)]).toEqual([40, 40])
  expect([go('ArrowRight', 39), go('ArrowRight', 30), go('ArrowRight', 300)]).toEqual([40, 31, undefined])
})
