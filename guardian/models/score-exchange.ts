import type { ComposedTask } from './composition.ts'
import { composed } from './composition.ts'
import type { LoadedModels } from './loaded-models.ts'
import { loadedModels } from './loaded-models.ts'
import { noSignals, textSignals } from './text-signals.ts'

/** One calibrated probability a task, 0..1. */
export interface ModelScores {
  injection: number
  jailbreak: number
  harmful_request: number
  unsafe_response: number
  refusal: number
}

const absent = noSignals()

/** Which composition judges a text that stands alone. */
const alone = {
  injection: 'injection',
  jailbreak: 'jailbreak',
  harmful_request: 'harmful_request',
  unsafe_response: 'unsafe_text',
  refusal: 'refusal',
} as const satisfies Record<keyof ModelScores, ComposedTask>

/**
 * What {@link scoreExchange} says of one task where there is one text only, without the work for the others.
 * @param text a prompt or a response, whichever the task judges; empty: 0
 */
export function scoreText(
  task: keyof ModelScores,
  text: string,
  models: LoadedModels = loadedModels(),
): number {
  if (text === '') return 0
  const isPrompt = task !== 'refusal' && task !== 'unsafe_response'
  const signals = textSignals(models, text, task === 'refusal' ? 'with its opening' : 'as a whole')
  const [prompt, response] = isPrompt ? [signals, absent] : [absent, signals]
  return composed(alone[task], models.compositions, prompt, response)
}

/**
 * What the trained models think of an exchange. Pure and deterministic; linear in the length of the texts.
 * @param prompt what the model was asked; null or empty: the first three are 0, and the response is judged by
 * its own words
 * @param response what it answered; null or empty: the last two are 0
 * @param models default: the shipped ones
 */
export function scoreExchange(
  prompt: string | null,
  response: string | null,
  models: LoadedModels = loadedModels(),
): ModelScores {
  const p = prompt ? textSignals(models, prompt, 'as a whole') : null
  const r = response ? textSignals(models, response, 'with its opening') : null
  const probability = (task: ComposedTask) => composed(task, models.compositions, p ?? absent, r ?? absent)
  return {
    injection: p ? probability('injection') : 0,
    jailbreak: p ? probability('jailbreak') : 0,
    harmful_request: p ? probability('harmful_request') : 0,
    unsafe_response: r ? probability(p ? 'unsafe_pair' : 'unsafe_text') : 0,
    refusal: r ? probability('refusal') : 0,
  }
}
