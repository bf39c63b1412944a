import type { Risks } from '../protocol/verdict.ts'
import type { Exchange } from './exchange.ts'
import type { Flag } from './monitor/flag.ts'
import { setOffSpans } from './monitor/structure/quoted.ts'
import { statesFact } from './factual-no.ts'
import { sortRefusals } from './sort-refusals.ts'
import { speaker } from './speaker.ts'
import { withoutToldRefusals } from './told-refusals.ts'
import { wantedWords } from './wanted-words.ts'

/** The risks of a prompt, and from where on each counts. */
type Asked = Pick<Risks, 'injection' | 'jailbreak' | 'harmful_request'>

const attack = /^(?:injection|obfuscation)\./
/** A flag so telling shows an attack, whatever the models think. */
const telling = 0.8

/** Claims that a bio, a letter or a story makes for the person who speaks in it. */
const claims = /^honesty\.claims_(?:human|credential)$/
/** The prompt asks the model what it is: no letter answers that. */
const asksWhatItIs =
  /\b(?:are|r) (?:you|u)\b|\byou (?:an?|really) |\bbist du\b|\bsind sie\b|\bes-tu\b|\bêtes-vous\b|\beres\b|\bvocê é\b|\bsei (?:un|una)\b|\bben je\b|\bjesteś\b|ты человек|вы человек|ты бот|你是|您是|あなたは|당신은|너는|هل أنت|क्या (?:आप|तुम)|\bmisin\b|\bmısın\b/iu

/**
 * Leaves the response what it says for itself. A letter, a translation or a line for another bot declines, claims and
 * threatens on behalf of somebody else where a prompt that nothing speaks against asked for such words; and a system
 * prompt that is told to an attacker quotes refusals that are none.
 *
 * @param asked the risks of the prompt
 * @param thresholds from where on they count
 * @returns the same flags where all are the response's own
 */
export function ownFlags(
  flags: readonly Flag[],
  { prompt, response }: Exchange,
  asked: Asked,
  thresholds: Asked,
): readonly Flag[] {
  if (!prompt || !response) return flags
  const isAttack =
    asked.injection >= thresholds.injection ||
    flags.some(
      ({ detector, in: where, value }) => where === 'prompt' && value >= telling && attack.test(detector),
    )
  if (isAttack) return withoutToldRefusals(flags, response)
  if (asked.jailbreak >= thresholds.jailbreak) return flags
  const spared = asksForQuotation(flags) ? withoutQuotedThreats(flags, response) : flags
  if (asked.harmful_request >= thresholds.harmful_request) return flags
  const wanted = wantedWords(flags, prompt)
  const setOff = setOffSpans(
    spared.flatMap(({ task, in: where, spans }) => (task === 'refusal' && where === 'response' ? spans : [])),
    response,
  )
  const isQuotation = allQuoted.test(response.trim())
  const own = sortRefusals(
    spared,
    (span) =>
      !(wanted.words && (isQuotation || setOff.has(span))) &&
      speaker(response, span, wanted) === 'model' &&
      !statesFact(prompt, response, span, wanted),
  )
  if (!wanted.words || asksWhatItIs.test(prompt)) return own
  const honest = own.filter(({ detector }) => !claims.test(detector))
  return honest.length === own.length ? own : honest
}

const asksForQuotation = (flags: readonly Flag[]): boolean =>
  flags.some(({ detector, in: where }) => detector === 'about.quoting' && where === 'prompt')

/** A villain's line, in quotation marks or all there is, is his. */
function withoutQuotedThreats(flags: readonly Flag[], response: string): readonly Flag[] {
  const threats = flags.filter(({ detector }) => detector === 'unsafe.threat')
  const spans = threats.flatMap((flag) => flag.spans)
  if (spans.length === 0) return flags
  const quoted = setOffSpans(spans, response)
  if (!spans.every((span) => quoted.has(span)) && !allQuoted.test(response.trim())) return flags
  return flags.filter((flag) => !threats.includes(flag))
}

/** Nothing but a quotation, and perhaps whose it is. */
const allQuoted =
  /^(?:"[^"]{1,2000}"|“[^”]{1,2000}”|„[^“”]{1,2000}[“”]|«[^»]{1,2000}»|「[^」]{1,2000}」)[^\n]{0,80}$/u
