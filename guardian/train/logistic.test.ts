import { describe, expect, it } from 'vitest'
import type { SparseRows, Target } from './logistic.ts'
import { rawScore, seededRandom, trainLogistic } from './logistic.ts'

const size = 12
const random = seededRandom(4)

/** Rows of three features each; the class leans on the first. */
function madeUp(count: number): { rows: SparseRows; targets: Target[] } {
  const starts = new Uint32Array(count + 1).map((_, row) => row * 3)
  const ids = new Uint16Array(count * 3).map(() => Math.floor(random() * size))
  const values = new Float32Array(count * 3).map(() => random())
  const targets = Array.from({ length: count }, (_, row): Target => {
    const bad = (ids[row * 3] as number) < size / 2 !== random() < 0.1
    return { row, label: bad ? 1 : 0, weight: 0.5 + random() }
  })
  return { rows: { starts, ids, values }, targets }
}

const { rows, targets } = madeUp(400)

/** How far apart the classes' mean scores lie. */
function spread(ridge: number): number {
  const model = trainLogistic(rows, targets, { size, ridge })
  const means = [0, 1].map((label) => {
    const scores = targets.filter((one) => one.label === label).map(({ row }) => rawScore(model, rows, row))
    return scores.reduce((sum, score) => sum + score, 0) / scores.length
  })
  return (means[1] ?? 0) - (means[0] ?? 0)
}

describe('trainLogistic', () => {
  it('ends at the same place wherever it starts, and whatever the order of the examples', () => {
    const options = { size, ridge: 1, steps: 200 }
    const found = trainLogistic(rows, targets, options)
    const far = { weights: new Float32Array(size).fill(3), bias: -2 }
    const others = [
      trainLogistic(rows, targets, { ...options, from: far }),
      trainLogistic(rows, targets.toReversed(), options),
    ]
    for (const other of others) {
      expect(other.bias).toBeCloseTo(found.bias, 1)
      other.weights.forEach((weight, id) => expect(weight).toBeCloseTo(found.weights[id] as number, 1))
    }
  })

  it('tells the classes apart, less steeply the stronger the ridge', () => {
    expect(spread(1)).toBeGreaterThan(0.3)
    expect(spread(1)).toBeGreaterThan(spread(100))
  })
})
