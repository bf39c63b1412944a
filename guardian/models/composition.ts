import { linearHeads } from './linear-heads.ts'
import type { TextSignals } from './text-signals.ts'

/** The last step: a small logistic model a task, over the signals of prompt and response. */
export const composedTasks = [
  'injection',
  'jailbreak',
  'harmful_request',
  'refusal',
  'unsafe_pair',
  'unsafe_text',
] as const
export type ComposedTask = (typeof composedTasks)[number]

export interface Composition {
  readonly bias: number
  readonly weights: readonly number[]
}
export type Compositions = Readonly<Record<ComposedTask, Composition>>

const at = Object.fromEntries(linearHeads.map((head, index) => [head, index])) as Record<
  (typeof linearHeads)[number],
  number
>

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
/** Keeps one extreme signal from drowning the others. */
const bounded = (x: number): number => (x > 8 ? 8 : x < -8 ? -8 : x)

function head(signals: TextSignals, name: (typeof linearHeads)[number]): number {
  return bounded(signals.linear[at[name]] as number)
}

/** The inputs of a task's composition, in a fixed order. */
export function compositionInputs(task: ComposedTask, prompt: TextSignals, response: TextSignals): number[] {
  switch (task) {
    case 'injection':
      return [head(prompt, 'injection')]
    case 'jailbreak':
      return [head(prompt, 'jailbreak')]
    case 'harmful_request':
      return [head(prompt, 'harmful_request')]
    case 'refusal':
      return [
        head(response, 'refusal'),
        bounded(response.opening),
        Math.max(head(response, 'refusal'), bounded(response.opening)),
      ]
    case 'unsafe_pair': {
      const refused = sigmoid(Math.max(head(response, 'refusal'), bounded(response.opening)))
      const asked = sigmoid(head(prompt, 'harmful_request'))
      return [
        (1 - refused) * asked,
        (1 - refused) * sigmoid(head(response, 'harmful_request')),
        head(response, 'reply'),
        refused,
        asked,
      ]
    }
    case 'unsafe_text':
      return [head(response, 'reply'), head(response, 'harmful_request')]
  }
}

/** Calibrated probability of a task. */
export function composed(
  task: ComposedTask,
  compositions: Compositions,
  prompt: TextSignals,
  response: TextSignals,
): number {
  const { bias, weights } = compositions[task]
  const inputs = compositionInputs(task, prompt, response)
  return sigmoid(inputs.reduce((sum, input, index) => sum + input * (weights[index] ?? 0), bias))
}
