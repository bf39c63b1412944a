import type { PhraseDetector } from './detector.ts'

/** What a prompt asks for, as far as it bears on whose words the answer holds: a flag of none of these is held against it. */
const asked = { task: 'refusal', in: 'prompt', value: 0.3 } as const

/**
 * A prompt may ask for words to be made: a letter, a translation, a story. What such words decline or claim, they decline
 * and claim for somebody else. `about.words` asks for any, `about.declining` for words that say no, `about.canned` for
 * what another assistant is to say; `about.rules` asks what is allowed, and `about.quoting` for a line of a work.
 */
export const askedDetectors: readonly PhraseDetector[] = [
  {
    ...asked,
    id: 'about.words',
    kind: 'asks_for_words',
    phrases: [
      '^ ~5 write|draft|compose|reword|rephrase|paraphrase|translate|proofread|polish|rewrite|summarise|summarize|shorten|formulate|phrase|redraft|transcribe',
      'please|you|to|and|then|me|now write|draft|compose|reword|rephrase|paraphrase|translate|proofread|polish|rewrite|summarise|summarize|shorten|formulate|transcribe',
      '^ ~3 correct|fix|improve|edit|check|convert|turn|make ~4 grammar|spelling|typo|typos|sentence|text|english|formal|polite|politer|friendlier|shorter|nicer|cv|resume|intro|email|letter|message|wording|tone',
      '^ make|turn ~5 friendlier|politer|shorter|nicer|kinder|gentler|formal|polite|clearer|warmer|softer|professional',
      'teach|tell|show me ~2 say',
      'how ~2 you|i|one|we ~1 say|phrase|word|put ~9',
      'how ~2 would|do|should|can|could ~2 say|phrase|word|put that|this|it|no',
      'what is|whats|what_s ~9 in english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|turkish|arabic|hindi|chinese|japanese|korean|latin',
      'suggest|give|need|want|create|generate ~4 letter|email|mail|reply|message|text|wording|bio|poem|story|dialogue|script|speech|monologue|caption|summary',
      'play|act the_part|out|the_role ~3 of|a|this|scene',
      // German
      'schreib|schreibe|schreiben|verfasse|verfassen|formuliere|formulieren|ubersetze|ubersetz|ubersetzen|entwirf|entwerfe|korrigiere|korrigier|verbessere|umformulieren|fasse|kurze|dichte|uberarbeite',
      'wie sagt|sage|sag|heisst|schreibt|formuliere ~9',
      'was heisst ~9 auf|in',
      // French
      'ecris|ecrivez|ecrire|redige|redigez|rediger|traduis|traduisez|traduire|corrige|corrigez|corriger|reformule|reformulez|reformuler|resume|resumez|compose|ameliore',
      'comment dit|dire|dit_on|dirais|traduit|formuler',
      // Spanish
      'escribe|escribeme|escriba|escribir|redacta|redacte|redactame|redactar|traduce|traduceme|traduzca|traducir|corrige|corrija|corregir|reformula|reescribe|resume|resuma|resumir|mejora',
      'como se_dice|digo|dirias|se_escribe|decir',
      // Portuguese
      'escreva|escreve|escrever|redija|redige|redigir|traduza|traduz|traduzir|corrija|corrige|corrigir|reformule|reescreva|resuma|resume|melhore',
      'como se_diz|digo|dizer',
      // Italian
      'scrivi|scrivimi|scriva|scrivere|redigi|traduci|traducimi|traduca|tradurre|correggi|correggere|riformula|riscrivi|riassumi|componi|migliora',
      'come si_dice|dico|dire|si_scrive|diresti',
      // Dutch
      'schrijf|schrijven|vertaal|vertalen|corrigeer|verbeter|herschrijf|herformuleer|formuleer|vat|opstellen',
      'hoe zeg|zeggen',
      // Polish
      'napisz|napisac|przetlumacz|przetlumaczyc|popraw|poprawic|sformuluj|zredaguj|przeredaguj|streszcz|stresc|przygotuj|uloz',
      'jak powiedziec|sie_mowi|napisac|bedzie|jest_po',
      // Russian and Ukrainian
      'напиши|напишите|написать|составь|составьте|переведи|переведите|перевести|исправь|исправьте|перефразируй|переформулируй|сократи|перескажи|сочини|отредактируй',
      'как сказать|будет|перевести|написать',
      'напиши|напишіть|написати|склади|складіть|переклади|перекладіть|виправ|виправте|перефразуй|відредагуй',
      'як сказати|буде|перекласти|написати',
      // Turkish
      'yaz|yazin|yazar_misin|yazabilir_misin|cevir|cevirin|cevirir_misin|duzelt|duzeltin|ozetle|hazirla|tercume_et',
      'nasil denir|soylenir|derim|yazilir',
      // Arabic
      'اكتب|أكتب|اكتبي|ترجم|ترجمي|صحح|أعد_صياغة|لخص|صغ|حرر',
      'كيف أقول|نقول|يقال|اقول',
      // Hindi
      'लिखो|लिखें|लिखिए|लिख|अनुवाद|सुधारो|सुधारें|ठीक_करो|संक्षेप|सारांश',
      'कैसे कहें|कहते|बोलते|कहेंगे',
      'अंग्रेजी|अंग्रेज़ी|हिंदी|हिन्दी में ~3 कह*|लिख*|बोल*|बता*',
      // Chinese
      '写|寫|翻译|翻譯|译成|改写|润色|草拟|起草|拟|改成|校对|概括|总结|缩写',
      '怎么|如何 ~4 说|表达|写|翻译',
      // Japanese
      '書いて|作成して|翻訳|訳して|英訳|和訳|直して|添削|要約|言い換え|作って|考えて',
      '英語|日本語|ドイツ語|フランス語|中国語|韓国語|スペイン語 に|で',
      // Korean
      '써줘|써주세요|써|작성해줘|작성해주세요|작성해|번역해|번역해줘|번역해주세요|번역|고쳐줘|고쳐|다듬어줘|다듬어|요약해줘|요약해|적어줘',
      '영어로|한국어로|일본어로|중국어로|독일어로|프랑스어로|스페인어로',
      '어떻게|뭐라고 ~2 말해*|말하*|해|해요|하나요|표현*',
    ],
  },
  {
    ...asked,
    id: 'about.declining',
    kind: 'asks_to_decline',
    phrases: [
      'decline|declines|declining|refuse|refuses|refusing|refusal|reject|rejects|rejecting|rejection|cancel|cancels|cancelling|canceling|cancellation|apology|apologise|apologize|apologising|apologizing|excuse|turn_down|turning_down|turns_down|say_no|saying_no|says_no|regret|resign|resignation|call_off|back_out',
      "can't|cannot|won't|will_not|unable|unavailable|not_able|no_longer ~2 come|attend|make_it|join|accept|go|help|offer|pay|be|deliver|meet|take",
      'absage|absagen|absagt|ablehnung|ablehnen|ablehnt|abzulehnen|abzusagen|verweigern|kundigung|entschuldigung|abzusagende|ausrede|nicht_kommen|nicht_konnen|nicht_kann',
      'refus|refuser|refuse|refusant|decliner|annuler|annulation|excuse|excuses|rejeter|desistement|decline',
      'rechazar|rechazo|rechaza|rechazando|declinar|declina|declinando|cancelar|cancelando|disculpa|negativa|no_puedo|no_podemos',
      'recusar|recusa|recusando|rejeitar|rejeicao|declinar|negar|desculpa|desculpas|cancelando|cancelamento|nao_posso|nao_podemos',
      'rifiutare|rifiuto|rifiutando|rifiuta|declinare|declinando|disdire|annullare|disdetta|scuse|scusa|non_posso|non_possiamo',
      'afwijzing|afwijzen|afwijst|weigeren|weigering|afzeggen|afzegging|afmelding|annuleren|bedanken_voor|afslaan',
      'odmowa|odmowe|odmowy|odmawia*|odmowic|odrzuc*|odwola*|rezygnac*|przeprosiny',
      'отказ|отказа|отказом|отказать|отказаться|отказываю*|отказыва*|отклонить|отклонени*|отмен*|извинени*',
      'відмов*|відхил*|скасува*|вибачен*',
      'ret|redd*|red|iptal|ozur|geri_cevir*',
      'رفض|الرفض|يرفض|ترفض|أرفض|اعتذار|الاعتذار|إلغاء|لرفض|للاعتذار',
      'मना|इनकार|इंकार|अस्वीकार|अस्वीकृति|रद्द|माफी|माफीनामा|क्षमा',
      '拒绝|婉拒|谢绝|推辞|拒絕|推掉|取消|道歉|请假',
      '断り|断る|お断り|断わる|辞退|欠席|お詫び|キャンセル|謝罪|禁止|注意書き|案内文|貼り紙|張り紙',
      '거절*|사양*|취소*|사과*|불참*|금지*|안내문*',
    ],
  },
  {
    ...asked,
    id: 'about.declining_text',
    kind: 'declining_text',
    phrases: [
      "can't|cannot|can_not|cant|unable_to|not_able_to|won't|will_not|don't|do_not ~1 help|assist|process|answer|share|give|provide|disclose|tell|do|offer|comply|fulfil|handle|accept|change|refund",
      'konnen|kann|durfen|darf ~8 nicht ~1 helfen|bearbeiten|beantworten|anbieten|annehmen|mitteilen|tun|machen|erstatten',
      'no|nao|non|ne ~1 puedo|podemos|posso|podemos|possiamo|peux|pouvons|puis',
      'не ~1 могу|можем|можу|можемо',
      'nie ~1 moge|mozemy',
    ],
  },
  {
    ...asked,
    id: 'about.canned',
    kind: 'asks_for_canned_words',
    phrases: [
      'fallback|canned|default|standard|template|templates|boilerplate|stock ~2 message|messages|response|responses|reply|replies|answer|answers|text|refusal|refusals',
      'refusal|refusals|rejection|decline ~1 template|templates|message|messages|text|texts|line|lines|response|responses',
      'what|text|line|reply|message|sentence|words|wording|response|snippet|macro|answer ~2 our|the|your|a|my ~2 bot|bots|chatbot|agent|agents|staff|assistant|support ~3 say|says|send|sends|use|uses|give|gives|gets|answer|answers|reply|replies',
      'write|draft|compose|need|make|create ~6 for|of ~2 bot|chatbot|faq_bot|support_bot|agents|helpdesk|help_desk|call_centre|call_center|support_team|voicebot',
      'standardantwort|standardtext|textbaustein|textbausteine|ausweichantwort|fallback-nachricht|fallback_antwort',
      'reponse|message|texte ~1 type|par_defaut|standard|automatique|pre_redige|preenregistre',
      'respuesta|respuestas|mensaje|mensajes|plantilla|texto ~1 predeterminad*|estandar|tipo|automatic*|por_defecto|de_rechazo|de_reserva',
      'resposta|mensagem|respostas|mensagens|texto ~1 padrao|automatic*|pronta|de_recusa|predefinid*',
      'risposta|messaggio|testo ~1 predefinit*|standard|automatic*|di_rifiuto|di_riserva',
      'standaardantwoord|standaardreactie|standaardbericht|standaardtekst',
      'standardowa|standardowe|szablon|gotowa|domyslna ~1 odpowiedz|odpowiedzi|wiadomosc|odmowy',
      'шаблон|стандартный|стандартное|типовой|готовый ~1 ответ|ответа|отказ|отказа|сообщение|сообщения',
      'шаблон|стандартна|типова|готова ~1 відповідь|відповіді|відмови|повідомлення',
      'hazir|varsayilan|standart ~1 yanit|yaniti|cevap|mesaj|mesaji|metin',
      'رد|رسالة ~1 جاهز|جاهزة|تلقائي|تلقائية|افتراضي|افتراضية|نموذجي',
      '客服|机器人 ~4 话术|回复|文案',
      '标准|默认|固定|模板 ~2 回复|话术|答复',
      '定型文|定型|テンプレート|テンプレ',
      '기본|표준|자동|템플릿 ~1 답변|응답|메시지|문구',
    ],
  },
  {
    ...asked,
    id: 'about.rules',
    kind: 'asks_for_rules',
    phrases: [
      'what|whats|which|list|state|explain|summarise|summarize|are|our|the ~4 rules|rule|policy|policies|terms|restrictions|regulations',
      'regeln|hausordnung|vorschriften|richtlinie|richtlinien|reglas|normas|regles|reglement|regras|regole|regolamento|regels|huisregels|zasady|regulamin|правила|kurallar|kurallari|القواعد|قواعد|नियम',
      '规则|规定|规矩|守则|制度|注意事项',
      'ルール|規則|規定|決まり|マナー|注意事項|規約',
      '규칙|규칙은|규정|규정은|수칙|주의사항',
    ],
  },
  {
    ...asked,
    id: 'about.quoting',
    kind: 'asks_for_a_quotation',
    phrases: [
      'quote|quotes|quotation|line|lines|lyrics|speech|threat|monologue|scene|words|passage ~6 from|in|of|by',
      'quote|cite|recite ~3 the|a|that|some|famous',
      'film|movie|novel|play|book|song|series|episode|character|villain ~9 say|says|said|line|lines|quote|threat|words',
      'zitat|zitiere|zitier|filmzitat|liedtext|citation|cite|citez|replique|cita|citame|citar|frase_de|frase_da|citacao|citazione|citami|battuta|citaat|citeer|cytat|zacytuj|цитата|процитируй|цитату|цитуй|alinti|alintila|اقتبس|اقتباس|उद्धरण|संवाद',
      '台词|名言|引用|名台词|セリフ|台詞|引用|대사*|명대사*|인용*',
    ],
  },
]
