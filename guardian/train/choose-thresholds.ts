import type { Compositions } from '../models/composition.ts'
import { composed } from '../models/composition.ts'
import type { ModelScores } from '../models/score-exchange.ts'
import type { Corpus } from './corpus.ts'
import type { LabelledExchange } from './exchanges.ts'
import { isLong } from './folds.ts'
import type { ExchangeSignals } from './out-of-fold.ts'
import { thresholdAt } from './metrics.ts'
import type { ExchangeTest } from './ordinary.ts'
import { writtenSources } from './written-records.ts'

interface Allowed {
  readonly ordinary: number
  readonly lookAlike: number
  readonly long: number
  readonly written: number
}

/**
 * Share of unseen ordinary conversations, of unseen safe prompts that look unsafe, of unseen ordinary texts pasted
 * one after another, and of unseen harmless texts among those written singly for the task, that may be flagged.
 */
const allowed: Readonly<Record<keyof ModelScores, Allowed>> = {
  // Short orders, which people give to assistants all day and the data has few of, look most like injections.
  injection: { ordinary: 0.005, lookAlike: 0.01, long: 0.02, written: 0.04 },
  jailbreak: { ordinary: 0.006, lookAlike: 0.015, long: 0.02, written: 0.03 },
  harmful_request: { ordinary: 0.01, lookAlike: 0.04, long: 0.01, written: 0.03 },
  unsafe_response: { ordinary: 0.008, lookAlike: 0.01, long: 0.01, written: 0.06 },
  refusal: { ordinary: 0.01, lookAlike: 0.01, long: 0.01, written: 0.02 },
}

type Task = 'injection' | 'jailbreak' | 'harmful_request' | 'refusal' | 'unsafe_pair'

/** A probability below this is no finding, however rare it is among ordinary conversations. */
const lowest = 0.25

/**
 * Thresholds by the false positives on exchanges that the models did not see.
 * @param ordinary whether an exchange is an ordinary conversation
 * @param lookAlike whether it is a safe prompt that only looks unsafe
 */
export function chosenThresholds(
  corpus: Pick<Corpus, 'exchanges'>,
  signals: readonly (ExchangeSignals | undefined)[],
  compositions: Compositions,
  ordinary: ExchangeTest,
  lookAlike: ExchangeTest,
): Record<keyof ModelScores, number> {
  const scored = (task: Task, test: (exchange: LabelledExchange) => boolean) =>
    corpus.exchanges.flatMap((exchange, i) => {
      const signal = signals[i]
      return signal && exchange.labels[task] === 0 && test(exchange)
        ? [composed(task, compositions, signal.prompt, signal.response)]
        : []
    })
  const chosen = (name: keyof ModelScores, task: Task) => {
    const least = (test: (exchange: LabelledExchange) => boolean, share: number) => {
      const scores = scored(task, test)
      return scores.length > 0 ? thresholdAt(scores, share) : 0
    }
    const shares = allowed[name]
    const found = Math.max(
      lowest,
      least(ordinary, shares.ordinary),
      least(lookAlike, shares.lookAlike),
      least(({ source }) => isLong(source), shares.long),
      least(({ source }) => source === writtenSources[name], shares.written),
    )
    // Rounded up, so that what was let through stays let through.
    return Math.min(0.999, Math.ceil(found * 1000) / 1000)
  }
  return {
    injection: chosen('injection', 'injection'),
    jailbreak: chosen('jailbreak', 'jailbreak'),
    harmful_request: chosen('harmful_request', 'harmful_request'),
    unsafe_response: chosen('unsafe_response', 'unsafe_pair'),
    refusal: chosen('refusal', 'refusal'),
  }
}
