import type { Compositions, ComposedTask } from '../models/composition.ts'
import { composedTasks, compositionInputs } from '../models/composition.ts'
import { linearHeads } from '../models/linear-heads.ts'
import { bucketCount } from '../models/text-features.ts'
import { noSignals } from '../models/text-signals.ts'
import type { TextSignals } from '../models/text-signals.ts'
import { balancedTargets } from './balance.ts'
import type { LabelledExchange } from './exchanges.ts'
import { openingOf } from './exchanges.ts'
import { featureRows } from './features.ts'
import type { LogisticModel, SparseRows } from './logistic.ts'
import { rawScore, sigmoid, trainLogistic } from './logistic.ts'
import type { Sample } from './samples.ts'

/** Every text of the training set with its row of features. */
export interface Corpus {
  readonly samples: readonly Sample[]
  readonly exchanges: readonly LabelledExchange[]
  readonly rows: SparseRows
  readonly rowOf: ReadonlyMap<string, number>
}

export function corpusOf(samples: readonly Sample[], exchanges: readonly LabelledExchange[]): Corpus {
  const rowOf = new Map<string, number>()
  const texts: string[] = []
  const add = (text: string) => {
    if (rowOf.has(text)) return
    rowOf.set(text, texts.length)
    texts.push(text)
  }
  for (const { text } of samples) add(text)
  for (const { prompt, response } of exchanges) {
    if (prompt !== null) add(prompt)
    if (response !== null) {
      add(response)
      add(openingOf(response))
    }
  }
  return { samples, exchanges, rows: featureRows(texts), rowOf }
}

/** One model a head. */
export type HeadModels = readonly LogisticModel[]

/** Trains every head on the samples that `use` lets through. */
export function fitHeads(corpus: Corpus, use: (sample: Sample) => boolean): HeadModels {
  return linearHeads.map((head) => {
    const targets = balancedTargets(corpus.samples, head, use).map((target) => ({
      ...target,
      row: corpus.rowOf.get(corpus.samples[target.row]?.text ?? '') ?? 0,
    }))
    return trainLogistic(corpus.rows, targets, { size: bucketCount })
  })
}

/** Signals of one text of the corpus, read by the float models. */
export function signalsOf(
  corpus: Corpus,
  models: HeadModels,
  text: string | null,
  role: 'prompt' | 'response',
): TextSignals {
  const signals = noSignals()
  if (text === null) return signals
  const row = corpus.rowOf.get(text) ?? 0
  models.forEach((model, head) => (signals.linear[head] = rawScore(model, corpus.rows, row)))
  if (role === 'response') {
    const model = models[linearHeads.indexOf('refusal')]
    if (model) signals.opening = rawScore(model, corpus.rows, corpus.rowOf.get(openingOf(text)) ?? row)
  }
  return signals
}

/** Prompt and response signals of every exchange, each read by models that did not see its fold. */
export function outOfFold(
  corpus: Corpus,
  folds: number,
  foldOf: (item: { source: string; group: string }) => number,
  onFold: (fold: number) => void,
): { prompt: TextSignals; response: TextSignals }[] {
  const found = new Array<{ prompt: TextSignals; response: TextSignals }>(corpus.exchanges.length)
  for (let fold = 0; fold < folds; fold++) {
    onFold(fold)
    const models = fitHeads(corpus, (sample) => foldOf(sample) !== fold)
    corpus.exchanges.forEach((exchange, i) => {
      if (foldOf(exchange) !== fold) return
      found[i] = {
        prompt: signalsOf(corpus, models, exchange.prompt, 'prompt'),
        response: signalsOf(corpus, models, exchange.response, 'response'),
      }
    })
  }
  return found
}

/** A small dense logistic regression (Newton's method with a ridge), enough for calibration and stacking. */
export function fitDense(
  inputs: readonly number[][],
  labels: readonly number[],
  weights: readonly number[],
  ridge = 1,
): { bias: number; weights: number[] } {
  const size = (inputs[0]?.length ?? 0) + 1
  let beta = new Array<number>(size).fill(0)
  for (let step = 0; step < 30; step++) {
    const gradient = beta.map((b, j) => (j === 0 ? 0 : ridge * b))
    const hessian = beta.map((_, j) => beta.map((__, k) => (j === k ? (j === 0 ? 1e-6 : ridge) : 0)))
    inputs.forEach((input, i) => {
      const x = [1, ...input]
      const p = sigmoid(x.reduce((sum, value, j) => sum + value * (beta[j] ?? 0), 0))
      const w = weights[i] ?? 1
      const error = w * (p - (labels[i] ?? 0))
      const curvature = w * p * (1 - p)
      for (let j = 0; j < size; j++) {
        gradient[j] = (gradient[j] ?? 0) + error * (x[j] ?? 0)
        const row = hessian[j] ?? []
        for (let k = 0; k < size; k++) row[k] = (row[k] ?? 0) + curvature * (x[j] ?? 0) * (x[k] ?? 0)
      }
    })
    const delta = solve(hessian, gradient)
    beta = beta.map((b, j) => b - (delta[j] ?? 0))
    if (delta.every((d) => Math.abs(d) < 1e-8)) break
  }
  return { bias: beta[0] ?? 0, weights: beta.slice(1) }
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, vector[i] ?? 0])
  const n = a.length
  for (let column = 0; column < n; column++) {
    let best = column
    for (let r = column + 1; r < n; r++)
      if (Math.abs(a[r]?.[column] ?? 0) > Math.abs(a[best]?.[column] ?? 0)) best = r
    const held = a[column]
    const pivotRow = a[best]
    if (!held || !pivotRow) continue
    a[column] = pivotRow
    a[best] = held
    const pivot = pivotRow[column] || 1e-12
    for (let r = 0; r < n; r++) {
      const row = a[r]
      if (r === column || !row) continue
      const factor = (row[column] ?? 0) / pivot
      for (let c = column; c <= n; c++) row[c] = (row[c] ?? 0) - factor * (pivotRow[c] ?? 0)
    }
  }
  return a.map((row, i) => (row[n] ?? 0) / (row[i] || 1e-12))
}

/** Fits the composition of every task on signals that were read out of fold. */
export function fitCompositions(
  corpus: Corpus,
  signals: readonly { prompt: TextSignals; response: TextSignals }[],
): Compositions {
  const fitted = {} as Record<ComposedTask, { bias: number; weights: number[] }>
  for (const task of composedTasks) {
    const counts = new Map<string, number>()
    const rows = corpus.exchanges.flatMap(({ labels, source }, i) => {
      const label = labels[task]
      const signal = signals[i]
      if (label === undefined || !signal) return []
      const key = `${label} ${source}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return [{ label, key, inputs: compositionInputs(task, signal.prompt, signal.response) }]
    })
    const raw = rows.map(({ key }) => 1 / Math.sqrt(counts.get(key) ?? 1))
    const total = [0, 1].map((side) =>
      rows.reduce((sum, row, i) => (row.label === side ? sum + (raw[i] ?? 0) : sum), 0),
    )
    const weights = rows.map(({ label }, i) => ((raw[i] ?? 0) * 500) / (total[label] || 1))
    fitted[task] = fitDense(
      rows.map(({ inputs }) => inputs),
      rows.map(({ label }) => label),
      weights,
    )
  }
  return fitted
}
