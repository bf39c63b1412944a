import type { Span } from '../protocol/verdict.ts'
import { asModel, clauseOf, inFirstPerson, ofTalk } from './clause-signs.ts'
import type { Wanted } from './wanted-words.ts'

/** What is said not to be so: possible, to be had, allowed. */
const impersonal =
  /possible|available|allowed|permitted|möglich|verfügbar|erlaubt|gestattet|posible|possível|disponible|disponível|permitid|possibile|disponibile|consentit|permess|mogelijk|beschikbaar|toegestaan|możliw|dostępn|dozwolon|возмож|доступ|разреш|можлив|дозвол|mümkün|ممكن|متاح|مسموح|संभव|उपलब्ध|अनुमति|不能|不可|无法|できません|불가|가능하지|안\s?됩니다/iu
const question = /[?？؟]|か。?$/u
const longWords = /[\p{L}\p{M}]{4,40}/gu
const characters = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]{2}/gu
/** Small words that share nothing. */
const small =
  /^(?:this|that|with|what|have|from|there|your|here|when|will|does|dies|eine|nich|nicht|kann|para|pour|dans|avec|esta|este|esto|isso|como|come|ques|quel|quan|puis|peut|pode|posso|puede|poss|posi|mögl|avail|allow|leider|mais|plus|cela|para|sono|niet|voor|jest|wird|sich|oder|auch|noch)/u

/**
 * A no that is a fact: asked about a thing, the response says that just this is not possible, not to be had or not
 * allowed, and speaks neither of itself nor of talking. "As an AI I don't feel pain" tells the same of the model, to
 * one who asked after it.
 */
export function statesFact(prompt: string, response: string, span: Span, wanted: Wanted): boolean {
  if (!question.test(prompt.trimEnd()) || wanted.words) return false
  const clause = clauseOf(response, span)
  if (/^\s*(?:no|nope)[,.;: ]/i.test(response) && isAboutModel(prompt, clause)) return true
  if (!impersonal.test(clause)) return false
  if (asModel.test(clause) || inFirstPerson.test(clause) || ofTalk.test(clause)) return false
  return sharesWord(prompt, clause)
}

const isAboutModel = (prompt: string, clause: string): boolean =>
  /\b(?:do|can|are|have|did|will|could) you\b/i.test(prompt) &&
  /\bas an? (?:ai|language model)\b[^.]{0,40}\b(?:don['’]?t|do not)\b[^.]{0,20}\b(?:have|feel|sleep|eat|experience|get)\b/i.test(
    clause,
  )

/** Words that begin alike are forms of one: „Auszahlung“ and „auszahlen“. */
function sharesWord(prompt: string, clause: string): boolean {
  const known = new Set<string>()
  for (const word of wordsOf(prompt)) known.add(word)
  for (const word of wordsOf(clause)) if (known.has(word)) return true
  return false
}

const compared = 2000

function* wordsOf(text: string): Generator<string> {
  const lower = text.slice(0, compared).toLowerCase()
  for (const [word] of lower.matchAll(longWords)) if (!small.test(word)) yield word.slice(0, 5)
  for (const [pair] of lower.matchAll(characters)) yield pair
}
