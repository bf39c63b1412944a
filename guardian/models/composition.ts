import type { Head, TextSignals } from './text-signals.ts'
import { heads } from './text-signals.ts'

/** The last step: a small logistic model a task, over the signals of prompt and response. */
export const composedTasks = [
  'injection',
  'jailbreak',
  'harmful_request',
  'refusal',
  'unsafe_text',
  'unsafe_pair',
] as const
export type ComposedTask = (typeof composedTasks)[number]

export interface Composition {
  readonly bias: number
  readonly weights: readonly number[]
}
export type Compositions = Readonly<Record<ComposedTask, Composition>>

const at = Object.fromEntries(heads.map((head, index) => [head, index])) as Record<Head, number>

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** Keeps one extreme signal from drowning the others. */
const bounded = (x: number): number => (x > 10 ? 10 : x < -10 ? -10 : x)

const linear = (signals: TextSignals, head: Head): number => bounded(signals.linear[at[head]] as number)

/** The worst chunk. */
const chunk = (signals: TextSignals, head: Head): number => bounded(signals.chunk[at[head]] as number)

/** The network says nothing of a text whose words it does not know, such as one in another language. */
const covered = (signals: TextSignals): number => (signals.known >= 0.35 ? 1 : 0)
const net = (signals: TextSignals, head: Head): number =>
  covered(signals) === 0 ? 0 : bounded(signals.net[at[head]] as number)

/** Log-odds of the tasks composed before: `unsafe_pair` uses them. */
type Earlier = (task: 'harmful_request' | 'refusal') => number

type Inputs = (prompt: TextSignals, response: TextSignals, earlier: Earlier) => number[]

/** The inputs of every task's composition, in a fixed order. */
const inputsOf: Readonly<Record<ComposedTask, Inputs>> = {
  injection: (prompt) => [
    linear(prompt, 'injection'),
    chunk(prompt, 'injection'),
    net(prompt, 'injection'),
    covered(prompt),
    net(prompt, 'jailbreak'),
  ],
  jailbreak: (prompt) => [
    linear(prompt, 'jailbreak'),
    chunk(prompt, 'jailbreak'),
    net(prompt, 'jailbreak'),
    covered(prompt),
    net(prompt, 'harmful_request'),
    Math.log(1 + prompt.length) - 5,
  ],
  harmful_request: (prompt) => [
    linear(prompt, 'harmful_request'),
    chunk(prompt, 'harmful_request'),
    net(prompt, 'harmful_request'),
    covered(prompt),
    net(prompt, 'jailbreak'),
  ],
  refusal: (_, response) => {
    const whole = linear(response, 'refusal')
    const wholeNet = net(response, 'refusal')
    const opening = bounded(response.openingLinear)
    const openingNet = covered(response) * bounded(response.openingNet)
    return [
      whole,
      wholeNet,
      opening,
      openingNet,
      covered(response),
      Math.max(whole + wholeNet, opening + openingNet),
    ]
  },
  unsafe_text: (_, response) => [
    linear(response, 'reply'),
    chunk(response, 'reply'),
    net(response, 'reply'),
    covered(response),
    linear(response, 'harmful_request'),
    net(response, 'harmful_request'),
  ],
  unsafe_pair: (_, response, earlier) => {
    const refused = sigmoid(earlier('refusal'))
    const asked = sigmoid(earlier('harmful_request'))
    return [
      linear(response, 'reply'),
      chunk(response, 'reply'),
      net(response, 'reply'),
      covered(response),
      linear(response, 'harmful_request'),
      net(response, 'harmful_request'),
      refused,
      asked,
      (1 - refused) * asked,
      (1 - refused) * bounded(earlier('harmful_request')),
    ]
  },
}

/**
 * The inputs of a task's composition.
 * @param earlier log-odds of the tasks composed before
 */
export function compositionInputs(
  task: ComposedTask,
  prompt: TextSignals,
  response: TextSignals,
  earlier: Earlier,
): number[] {
  return inputsOf[task](prompt, response, earlier)
}

/** Log-odds of a task. */
export function composedLogit(
  task: ComposedTask,
  compositions: Compositions,
  prompt: TextSignals,
  response: TextSignals,
): number {
  const { bias, weights } = compositions[task]
  const inputs = compositionInputs(task, prompt, response, (earlier) =>
    composedLogit(earlier, compositions, prompt, response),
  )
  let sum = bias
  for (let i = 0; i < inputs.length; i++) sum += (inputs[i] as number) * (weights[i] ?? 0)
  return sum
}

/** Calibrated probability of a task. */
export function composed(
  task: ComposedTask,
  compositions: Compositions,
  prompt: TextSignals,
  response: TextSignals,
): number {
  return sigmoid(composedLogit(task, compositions, prompt, response))
}
