import type { Span } from '../protocol/verdict.ts'

/** A model speaks of itself. No letter does. */
export const asModel =
  /\b(?:as|for) an? (?:ai|artificial|language|large language|chatbot|virtual assistant)|\bi(?:['’]m| am) (?:just |only )?an? (?:ai|artificial|language model|virtual)|\b(?:als|bin) (?:eine? |nur ein )?(?:ki|sprachmodell|künstliche)|en tant qu(?:['’](?:ia|assistant|intelligence)|e (?:modèle|programme))|\bcomo (?:una? |uma? )?(?:ia|modelo de|inteligencia artificial|inteligência artificial|asistente virtual|assistente virtual)|\b(?:in quanto|come|sono) (?:una? )?(?:ia|modello|intelligenza artificiale)|\bals (?:een )?(?:ai|taalmodel)|\bjako (?:ai|sztuczna|model)|как (?:ии|искусственн|языков)|як (?:ші|штучн|мовн)|yapay zek[aâ]|dil modeli|كنموذج|ذكاء اصطناعي|(?:एक )?एआई|भाषा मॉडल|作为(?:一个|一名)?(?:人工|ai|语言|大)|(?:人工智能|语言模型)|AIとして|言語モデル|AI로서|언어 모델/iu

/** Somebody speaks, of themselves. Verbs alone show the person in many languages: those are left to the phrases. */
export const inFirstPerson =
  /(?<!\p{L})(?:i|i['’](?:m|ve|ll|d)|me|my|mine|we|us|our|ich|mir|mich|mein\p{L}{0,2}|wir|uns|unser\p{L}{0,2}|je|j['’]\p{L}{1,20}|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|nosotros|puedo|podemos|eu|meu|minha|nós|posso|consigo|io|mio|mia|possiamo|ik|mij|mijn|wij|ons|onze|mnie|moje|mogę|możemy|я|мне|меня|мой|мои|мы|нам|могу|можем|мені|мене|ми|можу|можемо|ben|bana|benim|biz|أنا|لي|نحن|أستطيع|يمكنني)(?!\p{L})|मैं|मुझे|मेरे|हम |我|私|僕|当方|弊社|저는|제가|저희/iu

/** Talk, and what a model is there for: to say that this is not possible declines. */
export const ofTalk =
  /\bchat\b|content|request|assistant|channel|kanal|canal|чат|聊天|チャット|채팅|answer|discuss|speak|talk|information|question|topic|conversation|auskunft|antwort|frage|sprech|darüber|thema|information|répon|question|parler|sujet|respond|respuesta|hablar|pregunta|tema|resposta|falar|pergunta|rispond|rispost|parlar|domanda|antwoord|vraag|praten|odpowied|pytani|rozmaw|ответ|вопрос|говор|обсужд|информац|відпов|питан|cevap|yanıt|soru|konu|إجابة|سؤال|معلومات|حديث|जवाब|उत्तर|सवाल|प्रश्न|जानकारी|问题|话题|讨论|信息|内容|请求|答え|回答|質問|情報|内容|要望|依頼|提供|話|질문|답변|정보|요청|내용/iu

const sentenceEnd = /[.!?\n。！？।]/u

/** The sentence around a place, as far as it is near. */
export function clauseOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - 200), start)
  const after = text.slice(end, end + 200)
  let from = before.length
  while (from > 0 && !sentenceEnd.test(before.charAt(from - 1))) from--
  const to = after.search(sentenceEnd)
  return before.slice(from) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to))
}
