import { blockMeans } from '../models/block-means.ts'
import { windowLength } from '../models/text-features.ts'
import type { TextSignals } from '../models/text-signals.ts'
import { heads, noSignals } from '../models/text-signals.ts'
import type { Corpus } from './corpus.ts'
import { chunksOf, chunkStarts, windowsOf } from './corpus.ts'
import { openingOf } from './exchanges.ts'
import type { FitOptions, FittedModels } from './fit.ts'
import { fitModels } from './fit.ts'
import { rawScore } from './logistic.ts'
import { netScores } from './train-net.ts'
import type { WordVectors } from './word-vectors.ts'

const means = blockMeans(heads.length, windowLength)

/** Signals of one text of the corpus, read by models in floating point. */
export function signalsOf(
  corpus: Corpus,
  models: FittedModels,
  text: string | null,
  role: 'prompt' | 'response',
): TextSignals {
  const signals = noSignals()
  if (text === null) return signals
  const row = corpus.rowOf.get(text) ?? 0
  const chunkRows = chunksOf(text).map((chunk) => corpus.rowOf.get(chunk) ?? row)
  const starts = chunkStarts(text)
  means.start()
  signals.worst.fill(Number.NEGATIVE_INFINITY)
  const scores = new Float64Array(heads.length)
  chunkRows.forEach((chunkRow, i) => {
    models.linear.forEach((model, head) => {
      const score = rawScore(model, corpus.rows.sparse, chunkRow)
      scores[head] = score
      signals.worst[head] = Math.max(signals.worst[head] as number, score)
    })
    means.add(scores, starts[i] ?? 0)
  })
  means.finish(signals.mean)
  const windows = windowsOf(text).map((window) =>
    netScores(models.net, models.vocabulary.vectors, models.tokens, corpus.rowOf.get(window) ?? row),
  )
  signals.net.forEach((_, head) => {
    signals.net[head] = Math.max(...windows.map((scores) => scores[head] ?? 0))
  })
  const words = models.tokens.tokens.subarray(models.tokens.starts[row], models.tokens.starts[row + 1])
  signals.known = words.filter((word) => word >= 0).length / Math.max(1, words.length)
  signals.length = text.length
  if (role === 'response') {
    const opening = corpus.rowOf.get(openingOf(text)) ?? row
    const refusal = heads.indexOf('refusal')
    const model = models.linear[refusal]
    if (model) signals.openingLinear = rawScore(model, corpus.rows.sparse, opening)
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
