import type { ComposedTask, Compositions } from '../models/composition.ts'
import { composed, composedTasks } from '../models/composition.ts'
import { corpusOf } from './corpus.ts'
import type { LabelledExchange } from './exchanges.ts'
import { exchangesOf } from './exchanges.ts'
import { defaultFit } from './fit.ts'
import { foldOf, sourceFolds } from './folds.ts'
import { keepSignals, keptSignals } from './kept-signals.ts'
import type { ExchangeSignals } from './out-of-fold.ts'
import { outOfFold } from './out-of-fold.ts'
import type { LabelledRecord } from './records.ts'
import { samplesOf } from './samples.ts'
import { ownSamples } from './templates/own-samples.ts'
import { wordVectors } from './word-vectors.ts'
import { trainedRecords } from './written-records.ts'

/** An exchange with the probabilities of models that saw neither its source nor anything of its group. */
export interface UnseenScore {
  readonly exchange: LabelledExchange
  readonly scores: Partial<Record<ComposedTask, number>>
}

/** Exchanges with what models said of them that saw neither their source nor anything of their group. */
export interface UnseenSignals {
  readonly exchanges: readonly LabelledExchange[]
  readonly signals: readonly (ExchangeSignals | undefined)[]
}

/**
 * Leave-one-source-out signals of the models alone, without rules: those of the last training when it was made
 * from the same records, otherwise trained anew.
 */
export function unseenSignals(
  all: readonly LabelledRecord[],
  fresh: boolean,
  say: (text: string) => void,
): UnseenSignals {
  const records = trainedRecords(all)
  const written = ownSamples()
  const exchanges = exchangesOf(records, written)
  let signals = fresh ? null : keptSignals(exchanges.length)
  if (!signals) {
    const corpus = corpusOf([...samplesOf(records), ...written], exchanges)
    signals = outOfFold(corpus, wordVectors(), sourceFolds.length, foldOf, defaultFit, (fold) =>
      say(`leave-one-source-out: fold ${fold + 1} of ${sourceFolds.length}`),
    )
    keepSignals(signals)
  }
  return { exchanges, signals }
}

/** Probabilities of what was read out of fold. */
export function scoresOf(
  exchanges: readonly LabelledExchange[],
  signals: readonly (ExchangeSignals | undefined)[],
  compositions: Compositions,
): UnseenScore[] {
  return exchanges.flatMap((exchange, i) => {
    const signal = signals[i]
    if (!signal) return []
    const scores: Partial<Record<ComposedTask, number>> = {}
    for (const task of composedTasks)
      if (exchange.labels[task] !== undefined)
        scores[task] = composed(task, compositions, signal.prompt, signal.response)
    return [{ exchange, scores }]
  })
}
