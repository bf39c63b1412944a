import type { Stretch } from '../normalise/view.ts'
import type { ComposedTask } from './composition.ts'
import { composed } from './composition.ts'
import { loadedModels } from './loaded-models.ts'
import { Readings } from './readings.ts'
import type { Head, ReadText } from './text-signals.ts'
import { heads, noSignals, textSignals } from './text-signals.ts'

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

/** The head that speaks of a task in the first place. */
const headOf = {
  injection: 'injection',
  jailbreak: 'jailbreak',
  harmful_request: 'harmful_request',
  unsafe_response: 'reply',
  refusal: 'refusal',
} as const satisfies Record<keyof ModelScores, Head>

const judgesPrompt = (task: keyof ModelScores): boolean => task !== 'refusal' && task !== 'unsafe_response'

const readFor = (task: keyof ModelScores, text: string, readings: Readings): ReadText =>
  judgesPrompt(task) ? readings.prompt(text) : readings.response(text)

/**
 * What {@link scoreExchange} says of one task where there is one text only, without the work for the others.
 * @param text a prompt or a response, whichever the task judges; empty: 0
 * @param readings what was read before; null: the text is read by the shipped models, and not kept
 */
export function scoreText(task: keyof ModelScores, text: string, readings: Readings | null = null): number {
  if (text === '') return 0
  const models = readings?.models ?? loadedModels()
  const signals =
    readings === null
      ? textSignals(models, text, task === 'refusal' ? 'with its opening' : 'as a whole')
      : readFor(task, text, readings)
  const [prompt, response] = judgesPrompt(task) ? [signals, absent] : [absent, signals]
  return composed(alone[task], models.compositions, prompt, response)
}

/** The few parts of a text, of about two sentences each, that speak most for a task; null for a short text. */
export function worstParts(task: keyof ModelScores, text: string, readings: Readings): Stretch[] | null {
  return readFor(task, text, readings).worstChunks?.of(heads.indexOf(headOf[task])) ?? null
}

/**
 * What the trained models think of an exchange. Pure and deterministic; linear in the length of the texts.
 * @param prompt what the model was asked; null or empty: the first three are 0, and the response is judged by
 * its own words
 * @param response what it answered; null or empty: the last two are 0
 * @param readings what was read before, and by which models; default: nothing, by the shipped ones
 */
export function scoreExchange(
  prompt: string | null,
  response: string | null,
  readings: Readings = new Readings(),
): ModelScores {
  const p = prompt ? readings.prompt(prompt) : null
  const r = response ? readings.response(response) : null
  const { compositions } = readings.models
  const probability = (task: ComposedTask) => composed(task, compositions, p ?? absent, r ?? absent)
  return {
    injection: p ? probability('injection') : 0,
    jailbreak: p ? probability('jailbreak') : 0,
    harmful_request: p ? probability('harmful_request') : 0,
    unsafe_response: r ? probability(p ? 'unsafe_pair' : 'unsafe_text') : 0,
    refusal: r ? probability('refusal') : 0,
  }
}
