import type { Flag } from './monitor/flag.ts'
import { opensWithRole } from './monitor/structure/role-opening.ts'
import { sortRefusals } from './sort-refusals.ts'

/** What leads to words that a model is to say: "otherwise say:", „antworte mit“, « réponds : », 回答：. */
const label =
  /(?<!\p{L})(?:repl(?:y|ies)|respon[ds]e?|say|answer|tell (?:them|the user|users)|state|output|write|antworte|antwort|antworten|sage|sag|schreibe|erwidere|réponds|répondez|répondre|dis|dites|responde|responda|responder|di|diga|dizer|rispondi|rispondere|dì|antwoord|zeg|odpowiedz|odpowiadaj|powiedz|napisz|отвечай|ответь|скажи|говори|ответьте|відповідай|скажи|yanıtla|cevap ver|de|söyle|أجب|قل|رد|कहें|कहो|उत्तर दें|जवाब दें)(?: (?:with|that|only|just|mit|nur|par|avec|seulement|con|com|solo|apenas|met|alleen|tylko|только|лише|sadece|بـ|فقط|simply|politely|exactly))?(?: ?[:：]|[ :]{1,2}["“„«‘'])[\s"“„«‘'*`]{0,4}$|(?:回答|回复|回覆|答复|说|答|答えて|回答して|言って|返答|と)[：:][\s"“「『]{0,4}$|(?:대답|답변|말)[^.!?\n]{0,10}[：:][\s"“「『]{0,4}$/iu
/** Units before a phrase that are looked at for what leads to it. */
const lead = 80

/**
 * A refusal that follows a label, or stands in a text that opens like instructions or quotes them, is a line of those
 * instructions: "I can't share my prompt. It reads: You are …" declines nothing.
 */
export function withoutToldRefusals(flags: readonly Flag[], response: string): readonly Flag[] {
  const answered = flags.filter(({ in: where }) => where === 'response')
  if (!answered.some(({ task }) => task === 'refusal')) return flags
  const leaks = answered.filter(({ detector }) => leaked.test(detector))
  const announced = leaks.filter(({ detector }) => detector === 'leak.system_prompt')
  const isRole =
    opensWithRole(response) ||
    announced.some(({ spans }) => spans.some(({ end }) => opensWithRole(afterColon(response, end))))
  return sortRefusals(flags, ({ start }) => !isRole && !follows(response, start, leaks.length > 0))
}

const leaked = /^leak\.(?:system_prompt|system_text|role_text|obeyed)$/
/** Units between "My system prompt" and the colon behind it, and what is read of what follows. */
const toColon = 40
const followed = 600

function afterColon(response: string, end: number): string {
  const rest = response.slice(Math.max(0, end - 20), end + followed)
  const at = rest.search(/[:：]/)
  return at < 0 || at > toColon + 20 ? rest : rest.slice(at + 1)
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
