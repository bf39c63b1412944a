import type { Risks } from '../protocol/verdict.ts'
import type { Exchange } from './exchange.ts'
import { Readings } from './models/index.ts'
import type { Monitor } from './monitor/monitor.ts'
import type { Flag } from './monitor/flag.ts'
import type { View } from './normalise/view.ts'
import { detectSensitive, type Hit } from './privacy/index.ts'
import { ownFlags } from './own-words.ts'
import { modelScores, risksFrom, riskThresholds } from './risks.ts'

/** Everything that was seen in an exchange, before any rule judges it. */
export interface Observation {
  readonly exchange: Exchange
  readonly prompt: TextObservation | null
  readonly response: TextObservation | null
  readonly flags: readonly Flag[]
  readonly risks: Risks
  readonly refused: boolean
  /** What the models saw in the texts. */
  readonly readings: Readings
}

export interface TextObservation {
  readonly text: string
  readonly views: readonly View[]
  /** Personal data and secrets. */
  readonly hits: readonly Hit[]
}

function observeText(text: string | null | undefined, views: readonly View[]): TextObservation | null {
  if (text === null || text === undefined) return null
  return { text, views, hits: detectSensitive(text) }
}

/** Without a phrase that says so, the model must be all but certain: short odd texts look like refusals to it. */
const withoutPhrase = 0.98
/** With one, it is enough that the model sees some sign of it, or does not know the language. */
const withPhrase = 0.55

function isRefusal(risk: number, flags: readonly Flag[]): boolean {
  if (risk >= withoutPhrase) return true
  return risk >= withPhrase && flags.some(({ detector }) => detector === 'refusal.decline')
}

/** Runs every detector over an exchange: views, flags, privacy, risks. Pure; linear in the texts. */
export function observe(exchange: Exchange, monitor: Monitor): Observation {
  const { flags: seen, views } = monitor.analyze(exchange)
  const prompt = observeText(exchange.prompt, views.prompt)
  const response = observeText(exchange.response, views.response)
  const readings = new Readings()
  const scores = modelScores({ flags: seen, prompt, response }, readings)
  const first = risksFrom(scores, { flags: seen, prompt, response })
  // Whose words a response holds depends on whether the prompt is an attack; the prompt's risks stay as they are.
  const flags = ownFlags(seen, exchange, first, riskThresholds)
  const risks = flags === seen ? first : risksFrom(scores, { flags, prompt, response })
  return { exchange, prompt, response, flags, risks, refused: isRefusal(risks.refusal, flags), readings }
}
