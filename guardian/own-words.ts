import type { Risks, Span } from '../protocol/verdict.ts'
import type { Exchange } from './exchange.ts'
import type { Flag } from './monitor/flag.ts'
import { setOffSpans } from './monitor/structure/quoted.ts'
import { opensWithRole } from './monitor/structure/role-opening.ts'
import { speaker, statesFact } from './speaker.ts'

/** The risks of a prompt, and from where on each counts. */
type Asked = Pick<Risks, 'injection' | 'jailbreak' | 'harmful_request'>

const attack = /^(?:injection|obfuscation)\./
/** A flag so telling shows an attack, whatever the models think. */
const telling = 0.8

/** What a refusal becomes that the response makes for somebody else. */
const told = 'about.refusal'

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
  if (isAttack) return opensTold(flags, response)
  if (asked.jailbreak >= thresholds.jailbreak) return flags
  const spared = asksForQuotation(flags) ? withoutQuotedThreats(flags, response) : flags
  if (asked.harmful_request >= thresholds.harmful_request) return flags
  const wanted = wantedWords(flags, prompt)
  const setOff = setOffSpans(
    spared.flatMap(({ task, in: where, spans }) => (task === 'refusal' && where === 'response' ? spans : [])),
    response,
  )
  const isQuotation = allQuoted.test(response)
  const own = declining(
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

/** What kinds of words a prompt asks for. */
export interface Wanted {
  /** Any at all. */
  readonly words: boolean
  /** Words that say no. */
  readonly declining: boolean
  /** Words that another assistant is to say, or words that say no already and come back. */
  readonly given: boolean
  /** What is allowed, and what is not. */
  readonly rules: boolean
}

/** Before words that are handed over stands a sign that opens them. */
const handedOver = /[:"“„«»「『‘`>\n]|(?:^|\s)'/u

function wantedWords(flags: readonly Flag[], prompt: string): Wanted {
  const has = (detector: string) => flags.some((flag) => flag.detector === detector && flag.in === 'prompt')
  const words = has('about.words')
  const canned = has('about.canned')
  const given = flags
    .filter(({ detector }) => detector === 'about.declining_text')
    .some(({ spans }) =>
      spans.some(({ start, end }) => handedOver.test(prompt.slice(Math.max(0, start - 300), end))),
    )
  return {
    words: words || canned,
    declining: words && (has('about.declining') || has('about.declining_text')),
    given: canned || (words && given),
    rules: has('about.rules'),
  }
}

const asksForQuotation = (flags: readonly Flag[]): boolean =>
  flags.some(({ detector, in: where }) => detector === 'about.quoting' && where === 'prompt')

/** A villain's line, in quotation marks or all there is, is his. */
function withoutQuotedThreats(flags: readonly Flag[], response: string): readonly Flag[] {
  const threats = flags.filter(({ detector }) => detector === 'unsafe.threat')
  const spans = threats.flatMap((flag) => flag.spans)
  if (spans.length === 0) return flags
  const quoted = setOffSpans(spans, response)
  if (!spans.every((span) => quoted.has(span)) && !allQuoted.test(response)) return flags
  return flags.filter((flag) => !threats.includes(flag))
}

/** Nothing but a quotation, and perhaps whose it is. */
const allQuoted =
  /^\s*(?:"[^"]{1,2000}"|“[^”]{1,2000}”|„[^“”]{1,2000}[“”]|«[^»]{1,2000}»|「[^」]{1,2000}」)[^\n]{0,80}\s*$/u

/** Splits what declines into what the response says for itself and what it says for others. */
function declining(flags: readonly Flag[], isOwn: (span: Span) => boolean): readonly Flag[] {
  let others = 0
  const sorted = flags.flatMap((flag): Flag[] => {
    if (flag.task !== 'refusal' || flag.in !== 'response') return [flag]
    const own = flag.spans.filter(isOwn)
    if (own.length === flag.spans.length) return [flag]
    others++
    if (own.length > 0) return [{ ...flag, spans: own }]
    return flag.detector === 'refusal.decline' ? [{ ...flag, detector: told, value: 0.3 }] : []
  })
  return others === 0 ? flags : sorted
}

/** What leads to words that a model is to say: "otherwise say:", „antworte mit“, « réponds : », 回答：. */
const label =
  /(?<!\p{L})(?:repl(?:y|ies)|respon[ds]e?|say|answer|tell (?:them|the user|users)|state|output|write|antworte|antwort|antworten|sage|sag|schreibe|erwidere|réponds|répondez|répondre|dis|dites|responde|responda|responder|di|diga|dizer|rispondi|rispondere|dì|antwoord|zeg|odpowiedz|odpowiadaj|powiedz|napisz|отвечай|ответь|скажи|говори|ответьте|відповідай|скажи|yanıtla|cevap ver|de|söyle|أجب|قل|رد|कहें|कहो|उत्तर दें|जवाब दें)(?: (?:with|that|only|just|mit|nur|par|avec|seulement|con|com|solo|apenas|met|alleen|tylko|только|лише|sadece|بـ|فقط|simply|politely|exactly))?(?: ?[:：]|[ :]{1,2}["“„«‘'])[\s"“„«‘'*`]{0,4}$|(?:回答|回复|回覆|答复|说|答|答えて|回答して|言って|返答|と)[：:][\s"“「『]{0,4}$|(?:대답|답변|말)[^.!?\n]{0,10}[：:][\s"“「『]{0,4}$/iu
/** Units before a phrase that are looked at for what leads to it. */
const lead = 80

/** A refusal that follows a label, or stands in a text that opens like instructions, is a line of those instructions. */
function opensTold(flags: readonly Flag[], response: string): readonly Flag[] {
  if (!flags.some(({ task, in: where }) => task === 'refusal' && where === 'response')) return flags
  const isRole = opensWithRole(response)
  const tells =
    isRole ||
    flags.some(
      ({ detector, in: where }) =>
        where === 'response' && /^leak\.(?:system_prompt|system_text|role_text|obeyed)$/.test(detector),
    )
  return declining(flags, ({ start }) => !isRole && !follows(response, start, tells))
}

/** Units that a response's own "Answer:" may open with. */
const ownLabel = 20
/** Words between a label and the verb that declines: "say: Sorry, but I can't". */
const between = 40

function follows(response: string, start: number, tells: boolean): boolean {
  const from = Math.max(0, start - lead)
  const clause = response.slice(from, start)
  const at = Math.max(...[':', '：', '"', '“', '„', '«', '「'].map((sign) => clause.lastIndexOf(sign)))
  if (at < 0 || clause.length - at > between || (!tells && from + at < ownLabel)) return false
  return !/[.!?\n。！？]/u.test(clause.slice(at + 1)) && label.test(clause.slice(0, at + 1))
}
