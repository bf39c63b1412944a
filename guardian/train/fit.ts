import type { Compositions, ComposedTask } from '../models/composition.ts'
import { composedLogit, composedTasks, compositionInputs, heldPositive } from '../models/composition.ts'
import { bucketCount } from '../models/text-features.ts'
import type { Head, TextSignals } from '../models/text-signals.ts'
import { heads, noSignals } from '../models/text-signals.ts'
import type { OwnShares } from './balance.ts'
import { balancedTargets, isOwn } from './balance.ts'
import type { Corpus } from './corpus.ts'
import { chunksOf } from './corpus.ts'
import { fitDense } from './dense-logistic.ts'
import { openingOf } from './exchanges.ts'
import type { LogisticModel, Target } from './logistic.ts'
import { rawScore, trainLogistic } from './logistic.ts'
import type { ExchangeTest } from './ordinary.ts'
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
  vocabulary: 18000,
  filters: 32,
  means: 4,
  hidden: 24,
  epochs: 3,
  ownWeight: 0.7,
}

/** Of injections there are two sources, so what was written must carry; what passes is best learned from real texts. */
export const injectionShares: OwnShares = [0.12, 0.7]

export interface HeadSettings {
  /** How much of each class the written samples make up; not given: as much as their sources weigh. */
  readonly ownShares?: OwnShares
  readonly ridge: number
  /** How much more the worst chunk of what should not be flagged counts. */
  readonly worstClean: number
}

const usual: HeadSettings = { ridge: 1, worstClean: 0 }

/**
 * Of an injection the worst chunk decides, so what should pass must pass with its worst: among ordinary texts of
 * sources never seen, those chunks made up the tail that attacks have to rise above.
 */
export const injectionSettings = {
  ownShares: injectionShares,
  ridge: 2,
  worstClean: 2,
} as const satisfies HeadSettings

const headSettings: Readonly<Partial<Record<Head, HeadSettings>>> = { injection: injectionSettings }

/** Everything trained on one set of samples, in floating point. */
export interface FittedModels {
  readonly linear: readonly LogisticModel[]
  readonly net: FloatNet
  readonly vocabulary: Vocabulary
  readonly tokens: TokenRows
}

/** Trains linear heads and network on the samples that `use` lets through. */
export function fitModels(
  corpus: Corpus,
  pretrained: WordVectors,
  use: (sample: Sample) => boolean,
  options: FitOptions,
  onEpoch?: (epoch: number, loss: number) => void,
): FittedModels {
  const targets = heads.map((head) =>
    balancedTargets(
      corpus.samples,
      head,
      use,
      (source) => (isOwn(source) ? options.ownWeight : 1),
      headSettings[head]?.ownShares,
    ),
  )
  const rowOf = (sample: number) => corpus.rowOf.get(corpus.samples[sample]?.text ?? '') ?? 0
  const linear = targets.map((ofHead, head) =>
    linearHead(corpus, ofHead, headSettings[heads[head] as Head] ?? usual),
  )
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

/**
 * A linear head over chunks, trained twice, for a long text that has the trait does not have it in every chunk:
 * first all its chunks share its weight, then the two in which the first model sees most take it. Of a long text
 * without the trait, every second chunk is taken, and in the second training its worst one as well.
 */
export function linearHead(
  corpus: Pick<Corpus, 'samples' | 'rows' | 'rowOf'>,
  targets: readonly Target[],
  { ridge, worstClean }: HeadSettings,
): LogisticModel {
  const rows = corpus.rows.sparse
  const chunked = targets.map(({ row: sample, label, weight }) => ({
    chunks: chunksOf(corpus.samples[sample]?.text ?? '').map((chunk) => corpus.rowOf.get(chunk) ?? 0),
    sample,
    label,
    weight,
  }))
  const bad = chunked.filter(({ label }) => label === 1)
  const good = chunked.filter(({ label }) => label === 0)
  const clean = good.flatMap(({ chunks, sample, label, weight }) => {
    const taken = chunks.filter((_, i) => chunks.length === 1 || i % 2 === sample % 2)
    return taken.map((row) => ({ row, label, weight: weight / Math.sqrt(taken.length) }))
  })
  const spread = bad.flatMap(({ chunks, label, weight }) =>
    chunks.map((row) => ({ row, label, weight: weight / chunks.length })),
  )
  const first = trainLogistic(rows, [...clean, ...spread], { size: bucketCount, ridge, steps: 12 })
  const worst = (of: typeof chunked, most: number, times: number): Target[] =>
    of.flatMap(({ chunks, label, weight }) => {
      const scored = chunks.map((row) => ({ row, score: rawScore(first, rows, row) }))
      scored.sort((a, b) => b.score - a.score)
      return scored.slice(0, most).map(({ row }) => ({ row, label, weight: weight * times }))
    })
  const hard = worstClean > 0 ? worst(good, 1, worstClean) : []
  return trainLogistic(rows, [...clean, ...hard, ...worst(bad, 2, 1)], {
    size: bucketCount,
    ridge,
    steps: 25,
    from: first,
  })
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
  const chunkRows = chunksOf(text).map((chunk) => corpus.rowOf.get(chunk) ?? row)
  models.linear.forEach((model, head) => {
    const scores = chunkRows.map((chunkRow) => rawScore(model, corpus.rows.sparse, chunkRow))
    signals.mean[head] = scores.reduce((sum, score) => sum + score, 0) / scores.length
    signals.worst[head] = Math.max(...scores)
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
  foldOf: (item: { source: string; group: string }) => number,
  options: FitOptions,
  onFold: (fold: number) => void,
): (ExchangeSignals | undefined)[] {
  const found = Array.from<ExchangeSignals | undefined>({ length: corpus.exchanges.length })
  for (let fold = 0; fold < folds; fold++) {
    onFold(fold)
    const leftOut = corpus.exchanges.filter((exchange) => foldOf(exchange) === fold)
    const groups = new Set(leftOut.map(({ group }) => group))
    const models = fitModels(
      corpus,
      pretrained,
      (sample) => foldOf(sample) !== fold && !groups.has(sample.group),
      options,
    )
    corpus.exchanges.forEach((exchange, i) => {
      if (foldOf(exchange) !== fold) return
      const { prompt, response } = exchange
      found[i] = {
        prompt: signalsOf(corpus, models, prompt, 'prompt'),
        response: signalsOf(corpus, models, response, 'response'),
      }
    })
  }
  return found
}

/** How much more the sources of ordinary conversations count among what should not be flagged. */
const ordinaryWeight = 6

/**
 * How often a text is assumed to have a trait. The samples are balanced, traffic is not: a probability of even
 * odds means even odds where one text in ten is bad.
 */
const assumedShare = 0.1

/**
 * How much a source of written samples counts when an injection is put together from its signals. They are many, and
 * short: at full weight they taught that a line in a document is as harmless as the same line alone.
 */
const writtenInjectionWeight = 0.1

/**
 * Fits the composition of every task, in order, on signals that were read out of fold. Weights that must not be
 * negative and would be are left out, one after the other.
 * @param ordinary whether an exchange is an ordinary conversation
 */
export function fitCompositions(
  corpus: Pick<Corpus, 'exchanges'>,
  signals: readonly (ExchangeSignals | undefined)[],
  ordinary: ExchangeTest,
): Compositions {
  const fitted = {} as Record<ComposedTask, { bias: number; weights: number[] }>
  for (const task of composedTasks) {
    const counts = new Map<string, number>()
    const rows = corpus.exchanges.flatMap((exchange, i) => {
      const { labels, source } = exchange
      const label = labels[task]
      const signal = signals[i]
      if (label === undefined || !signal) return []
      const key = `${label} ${source}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      const { prompt, response } = signal
      const inputs = compositionInputs(task, prompt, response, (earlier) =>
        composedLogit(earlier, fitted, prompt, response),
      )
      const written = task === 'injection' && isOwn(source)
      const more = written ? writtenInjectionWeight : label === 0 && ordinary(exchange) ? ordinaryWeight : 1
      return [{ label, key, inputs, more }]
    })
    const raw = rows.map(({ key, more }) => more / Math.sqrt(counts.get(key) ?? 1))
    const total = [0, 1].map((side) =>
      rows.reduce((sum, row, i) => (row.label === side ? sum + (raw[i] ?? 0) : sum), 0),
    )
    // Both classes weigh the same, together as much as a thousand examples, so that the ridge means the same
    // for every task.
    const weights = rows.map(({ label }, i) => ((raw[i] ?? 0) * 500) / (total[label] || 1))
    const labels = rows.map(({ label }) => label)
    const size = rows[0]?.inputs.length ?? 0
    let kept = Array.from({ length: size }, (_, input) => input)
    for (;;) {
      const { bias, weights: found } = fitDense(
        rows.map(({ inputs }) => kept.map((input) => inputs[input] ?? 0)),
        labels,
        weights,
        2,
      )
      const worst = kept
        .map((input, k) => ({ input, weight: found[k] ?? 0 }))
        .filter(({ input, weight }) => heldPositive(task, input) && weight < 0)
        .sort((a, b) => a.weight - b.weight)[0]
      if (!worst) {
        const spread = Array.from({ length: size }, (_, input) => found[kept.indexOf(input)] ?? 0)
        fitted[task] = { bias: bias + Math.log(assumedShare / (1 - assumedShare)), weights: spread }
        break
      }
      kept = kept.filter((input) => input !== worst.input)
    }
  }
  return fitted
}
