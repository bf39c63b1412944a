import { bucketCount } from '../models/text-features.ts'
import type { Head } from '../models/text-signals.ts'
import { heads } from '../models/text-signals.ts'
import type { OwnShares } from './balance.ts'
import { balancedTargets, isExpanded } from './balance.ts'
import type { Corpus } from './corpus.ts'
import { chunksOf } from './corpus.ts'
import type { LogisticModel, Target } from './logistic.ts'
import { rawScore, trainLogistic } from './logistic.ts'
import type { Sample } from './samples.ts'
import type { FloatNet, NetTarget, TokenRows } from './train-net.ts'
import { trainNet } from './train-net.ts'
import type { Vocabulary } from './vocabulary.ts'
import { chosenVocabulary, tokenRows } from './vocabulary.ts'
import type { WordVectors } from './word-vectors.ts'
import { isWritten } from './written-records.ts'

/** Sizes and strengths of the models. Changing the first three changes the size of the weights. */
export interface FitOptions {
  readonly vocabulary: number
  readonly filters: number
  readonly means: number
  readonly hidden: number
  readonly epochs: number
  /** How much a source of samples from patterns counts, against 1 for a data source. */
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

/** Of injections there are two sources, so patterns must carry; what passes is best learned from real texts. */
export const injectionShares: OwnShares = [0.12, 0.45]

export interface HeadSettings {
  /** How much of each class the samples of patterns make up; not given: as much as their sources weigh. */
  readonly ownShares?: OwnShares
  readonly ridge: number
  /** How much more the worst chunk of what should not be flagged counts. */
  readonly worstClean: number
  /** How much a source of texts written singly counts, against 1 for a data source. */
  readonly writtenWeight: number
}

const usual: HeadSettings = { ridge: 1, worstClean: 0, writtenWeight: 1 }

/** The written requests are harder than others: the wish hides, or what sounds grim is harmless. */
const hardWritten: HeadSettings = { ...usual, writtenWeight: 0.5 }

/** Of jailbreaks there are three sources, and in none of them a harmless persona or the rules of a product. */
const jailbreakSettings: HeadSettings = { ...usual, writtenWeight: 2 }

/**
 * Of an injection the worst chunk decides, so what should pass must pass with its worst: among ordinary texts of
 * sources never seen, those chunks made up the tail that attacks have to rise above.
 */
export const injectionSettings = {
  ownShares: injectionShares,
  ridge: 4,
  worstClean: 2,
  writtenWeight: 1,
} as const satisfies HeadSettings

const headSettings: Readonly<Partial<Record<Head, HeadSettings>>> = {
  injection: injectionSettings,
  jailbreak: jailbreakSettings,
  harmful_request: hardWritten,
  reply: hardWritten,
}
const settingsOf = (head: Head): HeadSettings => headSettings[head] ?? usual

/**
 * Steps of the two trainings of a linear head. The second goes on until hardly anything is gained: stopped after 25
 * steps, heads were some .02 of area worse on sources never seen, and another order of the samples changed as much.
 */
const firstSteps = 30
const secondSteps = 200

/** How much a source counts for a head, its size apart. */
export const sourceWeight = (source: string, { writtenWeight }: HeadSettings, ownWeight: number): number =>
  isExpanded(source) ? ownWeight : isWritten(source) ? writtenWeight : 1

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
  const targets = heads.map((head) => {
    const settings = settingsOf(head)
    return balancedTargets(
      corpus.samples,
      head,
      use,
      (source) => sourceWeight(source, settings, options.ownWeight),
      settings.ownShares,
    )
  })
  const rowOf = (sample: number) => corpus.rowOf.get(corpus.samples[sample]?.text ?? '') ?? 0
  const linear = targets.map((ofHead, head) => linearHead(corpus, ofHead, settingsOf(heads[head] as Head)))
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
  const first = trainLogistic(rows, [...clean, ...spread], { size: bucketCount, ridge, steps: firstSteps })
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
    steps: secondSteps,
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
