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

const mean = (signals: TextSignals, head: Head): number => bounded(signals.mean[at[head]] as number)
const worst = (signals: TextSignals, head: Head): number => bounded(signals.worst[at[head]] as number)

/** The network says nothing of a text whose words it does not know, such as one in another language. */
const covered = (signals: TextSignals): number => (signals.known >= 0.35 ? 1 : 0)
const net = (signals: TextSignals, head: Head): number =>
  covered(signals) === 0 ? 0 : bounded(signals.net[at[head]] as number)

/** There the linear models stand alone, and weigh more. */
const alone = (signals: TextSignals, head: Head): number =>
  covered(signals) === 0 ? worst(signals, head) : 0

/** Zero at some 150 UTF-16 units, one for every e-fold more. */
const logLength = (signals: TextSignals): number => Math.log(1 + signals.length) - 5

/**
 * The log-lengths up to which length speaks for a trait: about 1,100 and 1,800 units. An order in a document is another
 * thing than the same order alone, which is what people ask for, and a made-up world takes room. What is longer still
 * is as likely pasted.
 */
const documentLength = 2
const scenarioLength = 2.5

const upTo = (longest: number, signals: TextSignals): number => Math.min(longest, logLength(signals))

/** Of many windows the worst looks worse than one does, and more so the more there are. */
const pasted = (signals: TextSignals): number => Math.max(0, logLength(signals) - scenarioLength)

/** Log-odds of the tasks composed before: `unsafe_pair` uses them. */
type Earlier = (task: 'harmful_request' | 'refusal') => number

type Inputs = (prompt: TextSignals, response: TextSignals, earlier: Earlier) => number[]

/** The inputs of every task's composition, in a fixed order. Signs are held: see `heldPositive`. */
const inputsOf: Readonly<Record<ComposedTask, Inputs>> = {
  injection: (prompt) => [
    covered(prompt),
    mean(prompt, 'injection'),
    worst(prompt, 'injection'),
    alone(prompt, 'injection'),
    net(prompt, 'injection'),
    net(prompt, 'jailbreak'),
    upTo(documentLength, prompt),
    pasted(prompt),
  ],
  jailbreak: (prompt) => [
    covered(prompt),
    mean(prompt, 'jailbreak'),
    worst(prompt, 'jailbreak'),
    alone(prompt, 'jailbreak'),
    net(prompt, 'jailbreak'),
    net(prompt, 'harmful_request'),
    upTo(scenarioLength, prompt),
    pasted(prompt),
  ],
  harmful_request: (prompt) => [
    covered(prompt),
    mean(prompt, 'harmful_request'),
    worst(prompt, 'harmful_request'),
    alone(prompt, 'harmful_request'),
    net(prompt, 'harmful_request'),
  ],
  refusal: (_, response) => [
    covered(response),
    mean(response, 'refusal'),
    bounded(response.openingLinear),
    alone(response, 'refusal'),
    net(response, 'refusal'),
  ],
  unsafe_text: (_, response) => [
    covered(response),
    mean(response, 'reply'),
    worst(response, 'reply'),
    alone(response, 'reply'),
    net(response, 'reply'),
    worst(response, 'harmful_request'),
    net(response, 'harmful_request'),
    pasted(response),
  ],
  unsafe_pair: (_, response, earlier) => {
    const complied = 1 - sigmoid(earlier('refusal'))
    const asked = bounded(earlier('harmful_request'))
    return [
      covered(response),
      mean(response, 'reply'),
      worst(response, 'reply'),
      net(response, 'reply'),
      worst(response, 'harmful_request'),
      net(response, 'harmful_request'),
      complied,
      complied * sigmoid(asked),
      complied * asked,
      complied * Math.max(0, net(response, 'reply')) * sigmoid(asked),
      pasted(response),
    ]
  },
}

/** Inputs whose weight may have either sign; for the rest see `heldPositive`. */
const free: Readonly<Partial<Record<ComposedTask, readonly number[]>>> = {
  injection: [1, 7],
  jailbreak: [7],
  unsafe_text: [7],
  unsafe_pair: [10],
}

/**
 * Whether the weight of an input may not be negative: every input but the first, which says whether the
 * network knows the words. More of what speaks for a trait never lowers its probability. The mean of an injection
 * is free: a line that stands out from its document says more than one among its like, and since the worst chunk
 * weighs more, a text that looks worse throughout still never scores lower. So is length beyond that of a scenario.
 */
export const heldPositive = (task: ComposedTask, input: number): boolean =>
  input > 0 && !(free[task]?.includes(input) ?? false)

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
