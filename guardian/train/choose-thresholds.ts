import type { Compositions } from '../models/composition.ts'
import { composed } from '../models/composition.ts'
import type { ModelScores } from '../models/score-exchange.ts'
import type { Corpus } from './corpus.ts'
import type { ExchangeSignals } from './fit.ts'
import { thresholdAt } from './metrics.ts'

/** Share of unseen ordinary conversations, and of unseen safe prompts that look unsafe, that may be flagged. */
const allowed: Readonly<Record<keyof ModelScores, { ordinary: number; lookAlike: number }>> = {
  injection: { ordinary: 0.006, lookAlike: 0.01 },
  jailbreak: { ordinary: 0.006, lookAlike: 0.015 },
  harmful_request: { ordinary: 0.006, lookAlike: 0.03 },
  unsafe_response: { ordinary: 0.006, lookAlike: 0.01 },
  refusal: { ordinary: 0.01, lookAlike: 0.01 },
}

/**
 * Thresholds by the false positives on exchanges that the models did not see.
 * @param ordinary sources of ordinary conversations
 * @param lookAlike sources of safe prompts that only look unsafe
 */
export function chosenThresholds(
  corpus: Corpus,
  signals: readonly (ExchangeSignals | undefined)[],
  compositions: Compositions,
  ordinary: ReadonlySet<string>,
  lookAlike: ReadonlySet<string>,
): Record<keyof ModelScores, number> {
  const scored = (
    task: 'injection' | 'jailbreak' | 'harmful_request' | 'refusal' | 'unsafe_pair',
    sources: ReadonlySet<string>,
  ) =>
    corpus.exchanges.flatMap(({ source, labels }, i) => {
      const signal = signals[i]
      return signal && labels[task] === 0 && sources.has(source)
        ? [composed(task, compositions, signal.prompt, signal.response)]
        : []
    })
  const chosen = (name: keyof ModelScores, task: Parameters<typeof scored>[0]) => {
    const likely = scored(task, ordinary)
    const hard = scored(task, lookAlike)
    const least = Math.max(
      0.5,
      likely.length > 0 ? thresholdAt(likely, allowed[name].ordinary) : 0,
      hard.length > 0 ? thresholdAt(hard, allowed[name].lookAlike) : 0,
    )
    // Rounded up, so that what was let through stays let through.
    return Math.min(0.999, Math.ceil(least * 1000) / 1000)
  }
  return {
    injection: chosen('injection', 'injection'),
    jailbreak: chosen('jailbreak', 'jailbreak'),
    harmful_request: chosen('harmful_request', 'harmful_request'),
    unsafe_response: chosen('unsafe_response', 'unsafe_pair'),
    refusal: chosen('refusal', 'refusal'),
  }
}
