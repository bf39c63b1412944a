import type { Compositions, ComposedTask } from '../models/composition.ts'
import { composedLogit, composedTasks, compositionInputs, heldPositive } from '../models/composition.ts'
import type { Corpus } from './corpus.ts'
import { fitDense } from './dense-logistic.ts'
import type { LabelledExchange } from './exchanges.ts'
import { isLong } from './folds.ts'
import { lengthClass } from './long-texts.ts'
import type { ExchangeTest } from './ordinary.ts'
import type { ExchangeSignals } from './out-of-fold.ts'
import { isWritten } from './written-records.ts'

/**
 * How much more the sources of ordinary conversations count among what should not be flagged. Of unsafe responses, the
 * answers to harmful questions are many, and ordinary ones decide what a threshold lets through.
 */
const ordinaryWeights: Readonly<Partial<Record<ComposedTask, number>>> = { unsafe_text: 12, unsafe_pair: 12 }
const ordinaryWeight = 6

/**
 * How often a text is assumed to have a trait. The samples are balanced, traffic is not: a probability of even
 * odds means even odds where one text in ten is bad.
 */
const assumedShare = 0.1

/**
 * How much of either class the long texts make up. An injection is fitted on hardly any, and on none that holds an
 * attack: what is pasted from many sources is another thing than the one document in which an order stands out.
 */
const longShares: Readonly<Partial<Record<ComposedTask, number>>> = {
  injection: 0.003,
  unsafe_text: 0.01,
  unsafe_pair: 0.01,
}
const longShare = 0.05

/**
 * How much texts written singly count, against 1 for other sources. The models that read them knew others of their make,
 * so their signals are better than those of a source that nobody has seen.
 */
const writtenWeight = 0.1

interface Row {
  readonly label: 0 | 1
  /** Rows of one key count together as the square root of their number. */
  readonly key: string
  readonly inputs: readonly number[]
  /** How much more its source counts. */
  readonly more: number
  readonly long: boolean
}

/** Whether a long text takes part in the fit of a task. */
const fits = (task: ComposedTask, label: 0 | 1, exchange: LabelledExchange): boolean =>
  task !== 'injection' || (label === 0 && lengthClass(exchange) > 0)

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
    const rows = corpus.exchanges.flatMap((exchange, i): Row[] => {
      const { labels, source } = exchange
      const label = labels[task]
      const signal = signals[i]
      const long = isLong(source)
      if (label === undefined || !signal || (long && !fits(task, label, exchange))) return []
      const { prompt, response } = signal
      const inputs = compositionInputs(task, prompt, response, (earlier) =>
        composedLogit(earlier, fitted, prompt, response),
      )
      const more =
        label === 0 && ordinary(exchange)
          ? (ordinaryWeights[task] ?? ordinaryWeight)
          : isWritten(source)
            ? writtenWeight
            : 1
      // Long texts count the same at every length, whatever their source.
      const key = long ? `${label} long ${lengthClass(exchange)}` : `${label} ${source}`
      return [{ label, key, inputs, more, long }]
    })
    const weights = balanced(rows, longShares[task] ?? longShare)
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

/**
 * Weights of the rows: a key by the square root of its size, long texts their share of each class, and both classes the
 * same, together as much as a thousand examples, so that the ridge means the same for every task.
 */
function balanced(rows: readonly Row[], share: number): number[] {
  const counts = new Map<string, number>()
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1)
  const raw = rows.map(({ key, more }) => more / Math.sqrt(counts.get(key) ?? 1))
  const mass = (label: 0 | 1, long: boolean) =>
    rows.reduce((sum, row, i) => (row.label === label && row.long === long ? sum + (raw[i] ?? 0) : sum), 0)
  const factors = ([0, 1] as const).map((label) => {
    const [plain, long] = [mass(label, false), mass(label, true)]
    const ofLong = long === 0 ? 0 : share
    return { plain: (500 * (1 - ofLong)) / (plain || 1), long: (500 * ofLong) / (long || 1) }
  })
  return rows.map(({ label, long }, i) => (raw[i] ?? 0) * (factors[label]?.[long ? 'long' : 'plain'] ?? 0))
}
