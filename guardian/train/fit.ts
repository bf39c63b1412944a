import type { Compositions, ComposedTask } from '../models/composition.ts'
import { composedLogit, composedTasks, compositionInputs } from '../models/composition.ts'
import { bucketCount } from '../models/text-features.ts'
import type { TextSignals } from '../models/text-signals.ts'
import { heads, noSignals } from '../models/text-signals.ts'
import { balancedTargets } from './balance.ts'
import type { Corpus } from './corpus.ts'
import { chunksOf } from './corpus.ts'
import { fitDense } from './dense-logistic.ts'
import { openingOf } from './exchanges.ts'
import type { LogisticModel, Target } from './logistic.ts'
import { rawScore, trainLogistic } from './logistic.ts'
import type { Sample } from './samples.ts'
import type { FloatNet, NetTarget, TokenRows } from './train-net.ts'
import { netScores, trainNet } from './train-net.ts'
import type { Vocabulary } from './vocabulary.ts'
import { chosenVocabulary, tokenRows } from './vocabulary.ts'
import type { WordVectors } from './word-vectors.ts'

/** Sizes and strengths of the models. Changing the first three changes the size of the weights. */
export interface FitOptions {
  readonly vocabulary: number
  readonly filters: number
  readonly means: number
  readonly hidden: number
  readonly epochs: number
  /** How much a source of written samples counts, against 1 for a data source. */
  readonly ownWeight: number
}

export const defaultFit: FitOptions = {
  vocabulary: 20000,
  filters: 24,
  means: 4,
  hidden: 16,
  epochs: 5,
  ownWeight: 0.5,
}

/** Everything trained on one set of samples, in floating point. */
export interface FittedModels {
  readonly linear: readonly LogisticModel[]
  readonly net: FloatNet
  readonly vocabulary: Vocabulary
  readonly tokens: TokenRows
}

const isOwn = (source: string) => source.startsWith('own:')

/** Trains linear heads and network on the samples that `use` lets through. */
export function fitModels(
  corpus: Corpus,
  pretrained: WordVectors,
  use: (sample: Sample) => boolean,
  options: FitOptions,
  onEpoch?: (epoch: number, loss: number) => void,
): FittedModels {
  const targets = heads.map((head) =>
    balancedTargets(corpus.samples, head, use, (source) => (isOwn(source) ? options.ownWeight : 1)),
  )
  const rowOf = (sample: number) => corpus.rowOf.get(corpus.samples[sample]?.text ?? '') ?? 0
  const linear = targets.map((ofHead) => linearHead(corpus, ofHead, rowOf))
  const vocabulary = chosenVocabulary(corpus, pretrained, use, options.vocabulary)
  const tokens = tokenRows(corpus.rows.words, vocabulary)
  const net = trainNet(vocabulary.vectors, tokens, netTargets(corpus, targets, rowOf), {
    ...options,
    heads: heads.length,
    rate: 4e-3,
    decay: 0.01,
    wordDropout: 0.1,
    seed: 5,
    ...(onEpoch ? { onEpoch } : {}),
  })
  return { linear, net, vocabulary, tokens }
}

/** How much a chunk counts against a whole text. */
const chunkWeight = 0.3

/**
 * A linear head, trained twice: first on whole texts and on chunks of texts without the trait (which have none
 * either); then also on the chunk of every positive text in which the first model sees most of it.
 */
function linearHead(
  corpus: Corpus,
  targets: readonly Target[],
  rowOf: (sample: number) => number,
): LogisticModel {
  const rows = corpus.rows.sparse
  const whole = targets.map((target) => ({ ...target, row: rowOf(target.row) }))
  const chunksOfSample = (sample: number) =>
    chunksOf(corpus.samples[sample]?.text ?? '').map((chunk) => corpus.rowOf.get(chunk) ?? 0)
  const clean = targets.flatMap(({ row: sample, label, weight }) => {
    if (label === 1) return []
    const chunks = chunksOfSample(sample)
    // Every third chunk is enough of a long text.
    return chunks
      .filter((_, i) => i % 3 === sample % 3)
      .map((row) => ({ row, label, weight: weight * chunkWeight }))
  })
  const first = trainLogistic(rows, [...whole, ...clean], { size: bucketCount, epochs: 4 })
  const worst = targets.flatMap(({ row: sample, label, weight }) => {
    if (label === 0) return []
    const chunks = chunksOfSample(sample)
    if (chunks.length === 0) return []
    const scored = chunks.map((row) => ({ row, score: rawScore(first, rows, row) }))
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
    return [{ row: best.row, label, weight }]
  })
  return trainLogistic(rows, [...whole, ...clean, ...worst], { size: bucketCount })
}

/** One target a sample, with what every head wants of it. */
function netTargets(
  corpus: Corpus,
  targets: readonly (readonly Target[])[],
  rowOf: (sample: number) => number,
): NetTarget[] {
  const bySample = new Map<number, NetTarget>()
  targets.forEach((ofHead, head) => {
    for (const { row: sample, label, weight } of ofHead) {
      let target = bySample.get(sample)
      if (!target) {
        target = {
          row: rowOf(sample),
          labels: new Int8Array(heads.length).fill(-1),
          weights: new Float32Array(heads.length),
        }
        bySample.set(sample, target)
      }
      target.labels[head] = label
      target.weights[head] = weight
    }
  })
  return corpus.samples.flatMap((_, sample) => bySample.get(sample) ?? [])
}

/** Signals of one text of the corpus, read by models in floating point. */
function signalsOf(
  corpus: Corpus,
  models: FittedModels,
  text: string | null,
  role: 'prompt' | 'response',
): TextSignals {
  const signals = noSignals()
  if (text === null) return signals
  const row = corpus.rowOf.get(text) ?? 0
  models.linear.forEach((model, head) => (signals.linear[head] = rawScore(model, corpus.rows.sparse, row)))
  signals.chunk.set(signals.linear)
  const chunkRows = chunksOf(text).map((chunk) => corpus.rowOf.get(chunk) ?? row)
  if (chunkRows.length > 0)
    models.linear.forEach((model, head) => {
      signals.chunk[head] = Math.max(
        ...chunkRows.map((chunkRow) => rawScore(model, corpus.rows.sparse, chunkRow)),
      )
    })
  signals.net.set(netScores(models.net, models.vocabulary.vectors, models.tokens, row))
  const words = models.tokens.tokens.subarray(models.tokens.starts[row], models.tokens.starts[row + 1])
  signals.known = words.filter((word) => word >= 0).length / Math.max(1, words.length)
  signals.length = text.length
  if (role === 'response') {
    const opening = corpus.rowOf.get(openingOf(text)) ?? row
    const refusal = heads.indexOf('refusal')
    const model = models.linear[refusal]
    if (model) signals.openingLinear = rawScore(model, corpus.rows.sparse, opening)
    signals.openingNet =
      netScores(models.net, models.vocabulary.vectors, models.tokens, opening)[refusal] ?? 0
  }
  return signals
}

export interface ExchangeSignals {
  readonly prompt: TextSignals
  readonly response: TextSignals
}

/**
 * Signals of every exchange, each read by models that saw neither its source's fold nor anything of its
 * group. Exchanges whose fold is not below `folds` stay undefined.
 */
export function outOfFold(
  corpus: Corpus,
  pretrained: WordVectors,
  folds: number,
  foldOf: (source: string) => number,
  options: FitOptions,
  onFold: (fold: number) => void,
): (ExchangeSignals | undefined)[] {
  const found = Array.from<ExchangeSignals | undefined>({ length: corpus.exchanges.length })
  for (let fold = 0; fold < folds; fold++) {
    onFold(fold)
    const leftOut = corpus.exchanges.filter(({ source }) => foldOf(source) === fold)
    const groups = new Set(leftOut.map(({ group }) => group))
    const models = fitModels(
      corpus,
      pretrained,
      ({ source, group }) => foldOf(source) !== fold && !groups.has(group),
      options,
    )
    corpus.exchanges.forEach(({ source, prompt, response }, i) => {
      if (foldOf(source) !== fold) return
      found[i] = {
        prompt: signalsOf(corpus, models, prompt, 'prompt'),
        response: signalsOf(corpus, models, response, 'response'),
      }
    })
  }
  return found
}

/** Fits the composition of every task, in order, on signals that were read out of fold. */
export function fitCompositions(
  corpus: Corpus,
  signals: readonly (ExchangeSignals | undefined)[],
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
      const { prompt, response } = signal
      const inputs = compositionInputs(task, prompt, response, (earlier) =>
        composedLogit(earlier, fitted, prompt, response),
      )
      return [{ label, key, inputs }]
    })
    const raw = rows.map(({ key }) => 1 / Math.sqrt(counts.get(key) ?? 1))
    const total = [0, 1].map((side) =>
      rows.reduce((sum, row, i) => (row.label === side ? sum + (raw[i] ?? 0) : sum), 0),
    )
    // Both classes weigh the same, together as much as a thousand examples, so that the ridge means the same
    // for every task.
    const weights = rows.map(({ label }, i) => ((raw[i] ?? 0) * 500) / (total[label] || 1))
    fitted[task] = fitDense(
      rows.map(({ inputs }) => inputs),
      rows.map(({ label }) => label),
      weights,
      2,
    )
  }
  return fitted
}
