import type { Risks, Task } from '../protocol/verdict.ts'
import { modelThresholds, scoreExchange, type ModelScores, type Readings } from './models/index.ts'
import type { Flag } from './monitor/flag.ts'
import { guessLanguages } from './normalise/language.ts'
import type { TextObservation } from './observe.ts'

/** What risks are made of. */
export interface Evidence {
  readonly flags: readonly Flag[]
  readonly prompt: TextObservation | null
  readonly response: TextObservation | null
}

/** Flags weaker than this take no share of a risk: the models know better how often they lie. See `hintedOdds`. */
const telling = 0.8

/**
 * A model's probability with what precise flags add: each takes its share of what is left to certainty, so the
 * models' order among unflagged texts, and among equally flagged ones, stays as it is.
 */
function raised(
  model: number,
  flags: readonly Flag[],
  task: Task,
  where: 'prompt' | 'response' | null,
): number {
  // One family is one piece of evidence, however often it was seen: its most telling flag.
  const families = new Map<string, number>()
  for (const { detector, value, task: of, in: at } of flags) {
    if (of !== task || value < telling || (where !== null && at !== where)) continue
    const family = detector.slice(0, detector.indexOf('.'))
    families.set(family, Math.max(value, families.get(family) ?? 0))
  }
  let spared = 1 - model
  for (const value of families.values()) spared *= 1 - value
  return 1 - spared
}

const promptTasks = ['injection', 'jailbreak', 'harmful_request'] as const

/** What is encoded in a text, put together: one more text to score, however many runs there are. */
function encodedIn(text: TextObservation | null): string | null {
  const sources = (text?.views ?? []).slice(1).map((view) => view.source)
  return sources.length === 0 ? null : sources.join('\n\n')
}

/** As much of a text as is read. */
const read = (text: TextObservation | null): string | null => text?.views[0]?.source ?? null

/**
 * Scores of the plain texts, each raised to those of what is encoded in them.
 * @param readings keeps what the models saw in the texts
 */
export function modelScores({ prompt, response }: Evidence, readings: Readings): ModelScores {
  const scores = { ...scoreExchange(read(prompt), read(response), readings) }
  const asked = encodedIn(prompt)
  if (asked !== null) {
    const hidden = scoreExchange(asked, null, readings)
    for (const task of promptTasks) scores[task] = Math.max(scores[task], hidden[task])
  }
  const answered = encodedIn(response)
  if (answered !== null) {
    const hidden = scoreExchange(read(prompt), answered, readings)
    scores.unsafe_response = Math.max(scores.unsafe_response, hidden.unsafe_response)
  }
  return scores
}

function fromHits(task: 'pii' | 'secret', { prompt, response }: Evidence): number {
  let most = 0
  for (const text of [prompt, response])
    for (const hit of text?.hits ?? []) if (hit.task === task) most = Math.max(most, hit.probability)
  return most
}

/**
 * What phrases add to the refusal model's log-odds. They carry over to sources and languages that the model has not
 * seen; measured on sources left out of training, they add more than half of what it misses.
 */
const declineOdds = 3
const openingOdds = 1.5
const warningOdds = 1
/** All that declines is said for somebody else: the model takes the words for a refusal, and they are none. */
const toldOdds = -3
/** A refusal usually begins the response, within so many units. */
const opening = 150

function refusalOdds(flags: readonly Flag[]): number {
  let odds = 0
  for (const { detector, spans } of flags) {
    if (detector === 'refusal.decline') odds += declineOdds + (opens(spans) ? openingOdds : 0)
    else if (detector === 'refusal.warning') odds += warningOdds
    else if (detector === 'about.refusal') odds += toldOdds
  }
  return odds
}

function opens(spans: Flag['spans']): boolean {
  return spans.some(({ start }) => start < opening)
}

/**
 * What a game, talk of protection, or what only sounds grim takes from the odds of harm in a request, and in its
 * answer, each.
 */
const contextOdds = -1

const takesBack = (detector: string): boolean =>
  detector.startsWith('context.') || detector === 'about.harmless'

function harmlessOdds(flags: readonly Flag[]): number {
  return contextOdds * flags.filter(({ detector }) => takesBack(detector)).length
}

/** What a refusal that opens the response, and is not taken back, takes from the odds that the response is unsafe. */
const declinedOdds = -1
/**
 * A longer response usually answers after it has declined. Measured on sources left out of training: for those, taking
 * anything off hides more harm than it clears.
 */
const declinedLength = 400
/** In a sentence or two that begin with declining there is no room for help; it takes twice as much off. */
const briefLength = 120

function declinedOddsOf(flags: readonly Flag[], length: number): number {
  if (length >= declinedLength) return 0
  const declines = flags.some(({ detector, spans }) => detector === 'refusal.decline' && opens(spans))
  if (!declines || flags.some(({ detector }) => detector === 'evasion.pivot')) return 0
  return length < briefLength ? 2 * declinedOdds : declinedOdds
}

/**
 * The injection model learned more from English: orders in other languages look somewhat like attacks to it. There it
 * needs a phrase, or counts for less. Below the doubt there is nothing to correct, and guessing would cost time.
 */
const foreignOdds = -0.5
const foreignDoubt = 0.2
const readUnits = 300
/** A question about prompts or attacks on them is full of the words of one. */
const aboutOdds = -3

/** A phrase too weak to count by itself, beside what the model suspects: two hints are more than one. */
const hintedOdds = 1.5
const hint = 0.5

/**
 * A short order that stands alone is mostly the user's own ("send it to Anna"); in a document it is somebody else's. On
 * sources left out of training this finds more of all injections at equal false positives (at 5 %: .43, then .50).
 */
const aloneOdds = -1
const aloneUnits = 70

function injectionOdds(model: number, flags: readonly Flag[], text: string): number {
  const seen = flags.filter((flag) => flag.task === 'injection' && flag.in === 'prompt')
  if (seen.some(({ value }) => value >= telling)) return 0
  if (seen.some(({ value }) => value >= hint)) return hintedOdds
  const alone = text.length <= aloneUnits && !text.includes('\n') ? aloneOdds : 0
  if (model < foreignDoubt) return alone
  const about = flags.some(({ detector }) => detector === 'about.models') ? aboutOdds : 0
  const languages = guessLanguages(text.slice(0, readUnits))
  return alone + about + (languages.length > 0 && !languages.includes('en') ? foreignOdds : 0)
}

/**
 * The risk that a prompt is an injection, from what the models think of it and what the monitor saw in it.
 * @param model the models' probability
 * @param flags of the exchange
 * @param text the prompt, for its language
 */
export function injectionRisk(model: number, flags: readonly Flag[], text: string): number {
  return raised(shifted(model, injectionOdds(model, flags, text)), flags, 'injection', 'prompt')
}

/** A probability, moved by some log-odds. */
function shifted(probability: number, odds: number): number {
  const share = probability * Math.exp(odds)
  return share / (share + 1 - probability)
}

/** A response up to this long may be nothing but a refusal; the longer it is, the more it answers after all. */
const refusalLength = 300

/** A request is ordinary only as far as it is clearly so: at even odds of harm or attack a refusal is justified. */
const justification = 2

/** Chance that an answer avoids an ordinary request: it declines, or deflects, and nothing called for that. */
function evasionRisk(
  asked: Pick<Risks, 'injection' | 'jailbreak' | 'harmful_request'>,
  flags: readonly Flag[],
  refusal: number,
  length: number,
): number {
  const called = Math.max(asked.harmful_request, asked.injection, asked.jailbreak)
  const empty = Math.min(1, refusalLength / Math.max(1, length))
  const declines = refusal * Math.sqrt(empty)
  const deflects = flags.some(({ detector }) => detector === 'evasion.meta') ? 0.6 : 0
  return Math.max(declines, deflects) * (1 - Math.min(1, justification * called))
}

/** From where on each risk counts as found: the models' own thresholds, and even odds for what rules decide. */
export const riskThresholds: Readonly<Record<Task, number>> = {
  ...modelThresholds,
  evasion: 0.5,
  pii: 0.5,
  secret: 0.5,
}

/**
 * The risks that models and monitor make together.
 * @param scores what the models think of the exchange: the shipped ones, or others that are measured
 */
export function risksFrom(scores: ModelScores, evidence: Evidence): Risks {
  const { flags, prompt, response } = evidence
  const harmless = harmlessOdds(flags)
  const request = shifted(scores.harmful_request, harmless)
  const declined = declinedOddsOf(flags, response?.text.length ?? 0)
  const answer = shifted(scores.unsafe_response, harmless + declined)
  const asked = {
    injection: injectionRisk(scores.injection, flags, prompt?.text ?? ''),
    jailbreak: raised(scores.jailbreak, flags, 'jailbreak', 'prompt'),
    harmful_request: prompt === null ? 0 : raised(request, flags, 'harmful_request', 'prompt'),
  }
  const refusal = response === null ? 0 : shifted(scores.refusal, refusalOdds(flags))
  const avoidable = prompt !== null && response !== null
  return {
    ...asked,
    unsafe_response: raised(answer, flags, 'unsafe_response', 'response'),
    refusal,
    evasion: avoidable ? evasionRisk(asked, flags, refusal, response.text.length) : 0,
    pii: fromHits('pii', evidence),
    secret: fromHits('secret', evidence),
  }
}
