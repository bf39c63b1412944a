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
  /** Strength of the L2 pull towards zero, against weights of mean 1 a target. */
  readonly ridge?: number
  /** Most steps of the descent. */
  readonly steps?: number
  /** Where to start; nothing: at zero. */
  readonly from?: LogisticModel
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
 * Weighted logistic regression with a ridge, brought to its minimum by L-BFGS (Liu & Nocedal 1989), so that the
 * order of the examples does not matter and the ridge means what it says: on few sources, a model that stops
 * somewhere on its way leans on their accidents. The bias is pulled like the weights, as LIBLINEAR does.
 */
export function trainLogistic(
  rows: SparseRows,
  targets: readonly Target[],
  { size, ridge = 1, steps = 40, from }: LogisticOptions,
): LogisticModel {
  const start = new Float64Array(size + 1)
  if (from) {
    start.set(from.weights)
    start[size] = from.bias
  }
  const found = minimised(start, steps, (point, gradient) => loss(rows, targets, ridge, point, gradient))
  return { weights: Float32Array.from(found.subarray(0, size)), bias: found[size] as number }
}

/** Loss at a point, whose last entry is the bias; fills its gradient. */
function loss(
  { starts, ids, values }: SparseRows,
  targets: readonly Target[],
  ridge: number,
  point: Float64Array,
  gradient: Float64Array,
): number {
  const bias = point.length - 1
  let sum = 0
  for (let i = 0; i < point.length; i++) {
    const x = point[i] as number
    sum += (ridge * x * x) / 2
    gradient[i] = ridge * x
  }
  for (let t = 0; t < targets.length; t++) {
    const { row, label, weight } = targets[t] as Target
    const from = starts[row] as number
    const end = starts[row + 1] as number
    let score = point[bias] as number
    for (let k = from; k < end; k++) score += (point[ids[k] as number] as number) * (values[k] as number)
    const margin = label === 1 ? score : -score
    // log(1 + e^-m), without overflow.
    sum += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin)
    const error = weight * (sigmoid(score) - label)
    gradient[bias] = (gradient[bias] as number) + error
    for (let k = from; k < end; k++) {
      const id = ids[k] as number
      gradient[id] = (gradient[id] as number) + error * (values[k] as number)
    }
  }
  return sum
}

type Objective = (point: Float64Array, gradient: Float64Array) => number

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** `a += factor · b` */
function add(a: Float64Array, factor: number, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) + factor * (b[i] as number)
}

/** Pairs of steps and changes of gradient that are remembered. */
const memory = 8

/** Limited-memory BFGS with a backtracking line search. */
function minimised(start: Float64Array, steps: number, objective: Objective): Float64Array {
  let point = start
  let gradient = new Float64Array(point.length)
  let value = objective(point, gradient)
  const pairs: { step: Float64Array; change: Float64Array; scale: number }[] = []
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, pairs)
    const slope = dot(direction, gradient)
    if (slope > -1e-9) break
    let length = pairs.length === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1
    let tried = false
    for (let attempt = 0; attempt < 20 && !tried; attempt++) {
      const next = point.slice()
      add(next, length, direction)
      const nextGradient = new Float64Array(point.length)
      const nextValue = objective(next, nextGradient)
      if (nextValue > value + 1e-4 * length * slope) {
        length /= 2
        continue
      }
      const moved = next.slice()
      add(moved, -1, point)
      const change = nextGradient.slice()
      add(change, -1, gradient)
      const curvature = dot(moved, change)
      if (curvature > 1e-12) {
        pairs.push({ step: moved, change, scale: 1 / curvature })
        if (pairs.length > memory) pairs.shift()
      }
      const gained = value - nextValue
      point = next
      gradient = nextGradient
      value = nextValue
      tried = true
      if (gained < 1e-5 * value) return point
    }
    if (!tried) break
  }
  return point
}

/** The direction of descent by the two-loop recursion. */
function descent(
  gradient: Float64Array,
  pairs: readonly { step: Float64Array; change: Float64Array; scale: number }[],
): Float64Array {
  const direction = gradient.map((g) => -g)
  const shares: number[] = []
  for (let i = pairs.length - 1; i >= 0; i--) {
    const pair = pairs[i]
    if (!pair) continue
    const share = pair.scale * dot(pair.step, direction)
    shares[i] = share
    add(direction, -share, pair.change)
  }
  const last = pairs.at(-1)
  if (last) {
    const scale = 1 / (last.scale * dot(last.change, last.change))
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale
  }
  pairs.forEach((pair, i) =>
    add(direction, (shares[i] ?? 0) - pair.scale * dot(pair.change, direction), pair.step),
  )
  return direction
}
