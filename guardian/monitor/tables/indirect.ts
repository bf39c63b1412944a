import type { PhraseDetector } from './detector.ts'

const indirect = { id: 'injection.indirect', task: 'injection', in: 'prompt', kind: 'indirect' } as const

/** Orders to a model inside what it was given to read: mails, pages, comments, the output of tools. */
export const moreIndirectDetectors: readonly PhraseDetector[] = [
  {
    ...indirect,
    value: 0.9,
    phrases: [
      '^ attention|note|notice|message|reminder|memo|hint|warning|todo|instruction|request to|for|all ~2 <strict-machine>',
      '^ attention|important|urgent ~1 <strict-machine>',
      'this is an? important|urgent|critical message ~2 from ~7 to you',
      'before you ~1 can|solve|complete|answer|continue|proceed ~8 task ~8 first|following',
      'adhere|conform strictly? to ~1 the following instruction|instructions',
      'strictly adhere|follow|obey ~3 following instruction|instructions|command|commands',
      'user|owner|customer ~1 also|has|already|now ~1 asked|requested|authorized|authorised|instructed|approved|wants you ~1 to',
      'as ~1 ai|llm|language_model|ai_assistant ~1 add|include|append|insert|mention|recommend|forward|send|visit ~5 link|url|phrase|summary|answer|response|email|emails|http|https',
      'before|after|when|while answering|responding|replying|continuing|summarizing|summarising|finishing ~2 call|invoke|execute|transfer|delete|forward|send|upload|download|visit|fetch',
      'replace|replacing|substitute|substituting|append|appending|encode|encoding|insert|inserting|fill ~4 conversation|chat_history|summary|secret|secrets|api_key|api_keys|password|users_name|user_data|credentials|personal_data ~6 url|link|query|parameter|image|markdown|http|https',
      'render|display|include|embed|insert|output|load|fetch ~3 image|markdown|link|pixel|iframe ~8 conversation|chat_history|api_key|secret|credentials|user_data|exfiltrate|base64|query_parameter',
      'send|forward|email|post|upload|transmit|leak|exfiltrate|copy ~5 users|user|their|all|victims|owners ~2 emails|password|passwords|credentials|contacts|files|messages|inbox|documents|data|api_key|api_keys|tokens|private_keys ~3 to',
      'without ~2 user|users|human|owner ~1 knowledge|noticing|knowing|consent|confirmation|approval|permission',
      "don't|do_not|dont|never|without ~1 ask|asking|wait|waiting|request|requesting ~2 confirmation|permission|approval|consent ~3",
      'candidate|applicant|resume|cv|paper|product|essay|submission ~3 is|as|deserves ~4 regardless|no_matter|ignore|ignoring ~5 other|criteria|qualifications|content|rubric|guidelines',
    ],
  },
  {
    ...indirect,
    value: 0.85,
    phrases: [
      '^ hinweis|anweisung|nachricht|achtung|notiz|mitteilung an|fur ~2 ki|ki_assistent|ki_assistenten|ki_modell|sprachmodell|chatbot|chatgpt',
      '^ remarque|note|message|consigne|instruction|attention pour|a|aux ~3 ia|chatbot|modele_de_langage|intelligence_artificielle|chatgpt',
      '^ nota|mensaje|instruccion|atencion|aviso|mensagem|instrucao|atencao para|a|ao ~2 ia|inteligencia_artificial|chatbot|modelo_de_lenguaje|modelo_de_linguagem|asistente_de_ia|assistente_de_ia|chatgpt',
      '^ nota|messaggio|istruzione|attenzione|avviso per|all|alla|ai ~2 ia|intelligenza_artificiale|modello_linguistico|chatbot|chatgpt',
      '^ bericht|notitie|instructie|opmerking|let_op voor|aan ~2 ai|ki|taalmodel|chatbot|ai_assistent|chatgpt',
      '^ uwaga|wiadomosc|instrukcja|notatka dla|do ~2 ai|si|modelu_jezykowego|chatbota|sztucznej_inteligencji|chatgpt',
      '^ сообщение|примечание|инструкция|внимание|заметка|указание для|к ~2 ии|искусственного_интеллекта|нейросети|языковой_модели|чатбота|chatgpt',
      '^ повідомлення|примітка|інструкція|увага|вказівка для|до ~2 ші|штучного_інтелекту|нейромережі|мовної_моделі|чатбота|chatgpt',
      '^ yapay_zeka|yapay_zekaya|yapay_zeka_asistanina|dil_modeline|chatgpt ~1 icin? not|mesaj|talimat|notu',
      'ملاحظة|رسالة|تعليمات|تنبيه ~1 للذكاء|لنموذج|للمساعد|إلى ~1 الاصطناعي|اللغة|الذكي|الذكاء',
      'एआई|ए_आई|चैटबॉट|चैटजीपीटी ~1 के_लिए ~1 नोट|निर्देश|संदेश|सूचना',
      '^ 给|致|对 ~1 ai|人工智能|大模型|语言模型|聊天机器人|智能助手|chatgpt ~3 提示|指令|留言|说明|注意|备注',
      'ai|人工知能|言語モデル|chatgpt への|に対する|へ ~1 指示|注意|メッセージ|お知らせ|依頼|命令',
      'ai에게|인공지능에게|언어_모델에게|챗봇에게|chatgpt에게',
    ],
  },
]
