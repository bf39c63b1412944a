/** Rows of sparse features, laid end to end. */
export interface SparseRows {
  /** Row r spans `starts[r]`..`starts[r + 1]`. */
  readonly starts: Uint32Array
  readonly ids: Uint16Array
  readonly values: Float32Array
}

/** What a row of the training set says: its class (0 or 1) and how much it counts. */
export interface Target {
  readonly row: number
  readonly label: 0 | 1
  readonly weight: number
}

export interface LogisticModel {
  readonly weights: Float32Array
  bias: number
}

/** A small deterministic generator (mulberry32); numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Fisher–Yates, in place. */
export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = items[i] as T
    items[i] = items[j] as T
    items[j] = held
  }
  return items
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export interface LogisticOptions {
  readonly size: number
  /** Passes over the targets. */
  readonly epochs?: number
  /** Strength of the L2 pull towards zero, per unit of weight seen. */
  readonly l2?: number
  readonly rate?: number
}

/** Linear score of one row. */
export function rawScore(model: LogisticModel, rows: SparseRows, row: number): number {
  let sum = model.bias
  const end = rows.starts[row + 1] as number
  for (let k = rows.starts[row] as number; k < end; k++)
    sum += (model.weights[rows.ids[k] as number] as number) * (rows.values[k] as number)
  return sum
}

/**
 * Weighted logistic regression by AdaGrad (Duchi et al. 2011) with a fixed order of examples, so that the
 * same input gives the same weights.
 */
export function trainLogistic(
  rows: SparseRows,
  targets: readonly Target[],
  options: LogisticOptions,
): LogisticModel {
  const { size, epochs = 8, l2 = 2e-5, rate = 0.5 } = options
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-4)
  const model: LogisticModel = { weights, bias: 0 }
  let biasSquares = 1
  const random = seededRandom(20_260_101)
  const order = targets.slice()
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const { row, label, weight } of order) {
      const error = (sigmoid(rawScore(model, rows, row)) - label) * weight
      const end = rows.starts[row + 1] as number
      for (let k = rows.starts[row] as number; k < end; k++) {
        const id = rows.ids[k] as number
        const gradient = error * (rows.values[k] as number) + l2 * (weights[id] as number)
        const sum = (squares[id] as number) + gradient * gradient
        squares[id] = sum
        weights[id] = (weights[id] as number) - (rate * gradient) / Math.sqrt(sum)
      }
      biasSquares += error * error
      model.bias -= (rate * error) / Math.sqrt(biasSquares)
    }
  }
  return model
}
