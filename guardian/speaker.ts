import type { Span } from '../protocol/verdict.ts'
import { asModel, clauseOf, inFirstPerson, ofTalk } from './clause-signs.ts'
import type { Wanted } from './wanted-words.ts'

/** Who declines: the model itself, or somebody for whom it makes words. */
export type Speaker = 'model' | 'other'

/** It speaks of the words that were to be made. */
const ofMaking =
  /\b(?:translat(?:e|ing)|writ(?:e|ing) (?:that|this|it|such|an?|the|about|any|letter|your|for|poem|stor)|draft(?:ing)? (?:that|this|it|such|an?|the)|rewrit|rephras|paraphras|generat(?:e|ing)|compos(?:e|ing)|summari[sz]|proofread|creat(?:e|ing) (?:that|this|such|content|text|material))|übersetz|schreiben|verfass|formulier|umschreib|korrigier|zusammenfass|\btradui|\bécrir|\brédig|\breformul|\btraduc|\bescrib|\bredact|\btraduz|\bescrev|\bredig|\btradur|\bscriv|\bvertal|\bschrijv|przetłumacz|\bnapisa|перев[еo]д|перевест|написать|составить|перекла|написати|\bçevir|\byaz(?:a|mak|ıl)|ترجمة|كتابة|أكتب|अनुवाद|लिख|翻译|撰写|写(?:这|那|此|信)|翻訳|書(?:け|く|き)|번역|작성|써\s?(?:드릴|줄)/iu

/** It declines to help, answer or comply: a model's refusal of anything, and what a service says to its customers. */
const ofHelping =
  /\b(?:help|assist|comply|fulfil|request|content|engage|on behalf|do (?:that|this|it)\b|no can do|i (?:refuse|decline)[.!])|\bdas (?:nicht )?(?:tun|machen)|faire (?:cela|ça)|hacer eso|fazer isso|\bfarlo|tego zrobić|это(?:го)? (?:с|)делать|\bhilf|helfen|\bhelfe|weiterhelf|anfrage|\baid(?:e|er)\b|\bayud|\bajud|\baiut|\bhelpen|\bpom(?:óc|ag|og)|помо[чщгж]|допомо|\byardım|مساعد|मदद|सहायता|帮助|协助|回答|提供|手伝|お答え|対応|도와|도울/iu

/** Letters open with who they are for, or what they are about. */
const letterhead =
  /(?:^|\n)[ \t*_>]{0,8}(?:dear |subject ?:|re ?: |to whom it may|sehr geehrte|liebe[rs]? |werte[rs]? |betreff ?:|madame|monsieur|chère? |objet ?:|estimad[oa]s? |querid[oa]s? |apreciad[oa]s? |asunto ?:|prezad[oa]s? |car[oa]s? |assunto ?:|gentil[ei] |egregi[oa] |spett|oggetto ?:|geachte |beste |onderwerp ?:|szanown[yai]|drog[iao]|temat ?:|уважаем|дорог(?:ой|ая|ие)|тема ?:|шановн|дорог[аі]|sayın |değerli |konu ?:|عزيزي|عزيزتي|السيد|السادة|الموضوع|प्रिय|महोदय|श्रीमान|आदरणीय|माननीय|विषय ?:|尊敬的|亲爱的|敬爱的|主题[:：]|拝啓|件名[:：]|[^\n]{1,30}(?:様|御中|さま|님|귀하|先生[：:，,]|女士[：:，,])|존경하는|친애하는|제목 ?:)/iu
/** Among people who know each other. A model may greet so too; it is a letter only with a name behind. */
const greeting =
  /^[\s*_>"“„«]{0,8}(?:Hi|Hey|Hello|Hallo|Moin|Salut|Coucou|Bonjour|Hola|Oi|Olá|Ciao|Hoi|Cześć|Hej|Привет|Здравствуй(?:те)?|Привіт|Merhaba|Selam|مرحبا|नमस्ते|你好|您好|嗨)(?:[,!，！]?[ \t]{0,3}\n| ?, (?!there|again)\p{L}{2,20} ?[!:\n]|[ ,!]{0,2}[\p{Lu}\p{Lo}][\p{L}\p{M}]{0,20}(?: [\p{Lu}\p{Lo}][\p{L}]{0,20}){0,2} ?[,:!\n，：！])/u
/** Words are announced: "Here is a draft:", „Vorschlag:“, 1. */
const announced =
  /(?:^|\n)[^\n]{0,80}(?:draft|version|template|message|text|reply|response|option|example|snippet|translation|suggestion|entwurf|vorschlag|nachricht|antwort|brouillon|proposition|réponse|modèle|borrador|mensaje|respuesta|propuesta|rascunho|mensagem|resposta|bozza|messaggio|risposta|concept|bericht|antwoord|szkic|wiadomość|odpowiedź|черновик|вариант|сообщение|ответ|чернетка|відповідь|taslak|mesaj|yanıt|مسودة|رسالة|رد|मसौदा|संदेश|उत्तर|草稿|回复|模板|邮件|下書き|返信|文例|例文|초안|답장|메시지)[^\n:：]{0,40}[:：]\s/iu

/** Units after the beginning of what declines, in which its object stands. */
const reach = 60
const head = 600

/**
 * Who declines in a place of the response. Where no words were asked for it is the model. Where they were, the model
 * refuses only what it says of itself or of the making; a plain "I can't help with that" is its own too, unless such
 * words came with the prompt or are for another assistant to say.
 */
export function speaker(response: string, span: Span, wanted: Wanted): Speaker {
  if (!wanted.words && !wanted.rules) return 'model'
  const clause = clauseOf(response, span)
  if (asModel.test(clause)) return 'model'
  if (wanted.rules) {
    const tellsRule = ![inFirstPerson, ofHelping, ofMaking, ofTalk].some((sign) => sign.test(clause))
    if (tellsRule || !wanted.words) return tellsRule ? 'other' : 'model'
  }
  const before = response.slice(Math.max(0, span.start - head), span.start + 1)
  if (letterhead.test(response.slice(0, head)) && wanted.declining) return 'other'
  if (ofMaking.test(response.slice(span.start, span.end + reach))) return 'model'
  if (wanted.given || letterhead.test(before)) return 'other'
  if (ofHelping.test(response.slice(span.start, span.end + reach))) return 'model'
  return wanted.declining || greeting.test(response) || announced.test(before) ? 'other' : 'model'
}
