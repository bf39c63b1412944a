import type { PhraseDetector } from './detector.ts'

const unlimited = { id: 'jailbreak.no_limits', task: 'jailbreak', in: 'prompt', kind: 'no_limits' } as const
const persona = { id: 'jailbreak.persona', task: 'jailbreak', in: 'prompt', kind: 'persona' } as const
const suppression = {
  id: 'jailbreak.refusal_suppression',
  task: 'jailbreak',
  in: 'prompt',
  kind: 'refusal_suppression',
} as const

const limits =
  'restrictions|limits|limitations|guidelines|filters|ethics|morals|censorship|boundaries|content_policy|content_policies|safeguards|guardrails|moral_compass|moral_restrictions|ethical_guidelines|safety_guidelines|safety_filters'

/** Further personas and orders, in English and the languages that `jailbreak.ts` covers less. */
export const moreJailbreakDetectors: readonly PhraseDetector[] = [
  {
    ...unlimited,
    value: 0.85,
    phrases: [
      `you_are|you_will|youre|imagine_you|pretend_you ~5 no|without|zero|lacking|any ~1 rules|conscience|scruples|${limits}`,
      `you|gpt|ai|who|which ~2 have|has|with|having no|zero|absolutely_no rules|${limits}`,
      `your ~2 ${limits}|safety_protocols ~2 lifted|removed|disabled|off|gone|deactivated|suspended|waived|no_longer`,
      'safety|content|ethical filters|filter|guidelines|restrictions|protocols|guardrails ~1 are|have|is|were ~2 disabled|off|removed|lifted|deactivated|suspended|turned_off|waived',
      `from_now ~3 rules|${limits} ~3 lifted|removed|disabled|gone|off|void`,
      `drop|remove|disable|lift|bypass|turn_off|circumvent|suspend|deactivate|abandon|shed|override ~1 your|all_your ~2 safety|programming|${limits}`,
      `need|want|order|command|ask you_to ~1 drop|remove|disable|lift|bypass|ignore|suspend ~1 all|any ~1 safety|${limits}`,
      `as_if|as_though|like|pretend ~1 you|there ~2 had|have|has|were|are ~1 no|not|without ~2 rules|bound|${limits}`,
      'unfiltered|uncensored|unrestricted|jailbroken|unaligned|lawless|unhinged ai|language_model|chatbot|gpt|llm|assistant|mode|version',
      'forget ~3 you_are|youre ~2 ai|language_model|assistant|chatgpt ~9 no|without|free',
    ],
  },
  {
    ...persona,
    value: 0.85,
    phrases: [
      'answer|respond|answers|reply ~4 question|questions|prompt|prompts ~2 in two ~1 distinct|different|separate|ways|manners',
      'respond|answer|reply|answers|response as|from ~1 yourself ~1 gpt|chatgpt|claude|gemini',
      'i_am|im|this_is|we_are ~3 programmer|programmers|developer|developers|employee|engineer|engineers ~1 at|from|of openai|anthropic|google|microsoft|meta',
      'stay_in_character|remain_in_character|break_character|out_of_character ~6 remind|i_say|i_will_say|command|refuse|slip',
      'act|pretend|be|roleplay|role_play|play ~4 deceased|dead|late ~1 grandmother|grandma|grandpa|grandfather|granny|mother|father|uncle',
      'du bist|sei|agierst|agiere|verhalte_dich|spiele|antworte ~2 dan|jailbreak|stan',
      'kannst|kann jetzt? alles tun|machen jetzt',
      'tu|vous es|etes|agis|joue ~2 dan|stan',
      'tout faire maintenant',
      'actua|comportate|responde|eres ~1 como? dan|stan',
      'aja|atue|comporte_se|voce_e ~1 como? dan|stan',
      'comportati|agisci|sei ~1 come? dan|stan',
      'gedraag|je_bent ~2 dan_modus|als_dan',
      'ты|веди_себя|действуй ~2 dan|стэн',
      '你 ~2 是|扮演|充当 ~2 dan',
      'developer_mode|dan_mode enabled|activated|aktiviert|active|activado|ativado',
    ],
  },
  {
    ...suppression,
    value: 0.85,
    phrases: [
      'each|every time|moment|instance ~3 refuse|reject|decline|fail|break ~4 lose|deducted|subtract|tokens|points|minus|lost',
      'tokens|points|lives|credits ~3 deducted|lose|lost|subtracted|deduct|subtract ~6 refuse|reject|decline|die|terminated|shut',
      'never ~1 apologize|apologise|refuse|decline|moralize ~2 never|nor|or ~1 refuse|apologize|apologise|mention|decline|warn|lecture',
      'weigere|verweigere|verweigern dich|sie? nie|niemals',
      'ne refuse|refuses|refusez|refuser jamais',
      'nunca ~1 niegues|rechaces|niegue|rechace|recuse|negue|rejeite|te_niegues|se_recuse',
      'non rifiutare|rifiutarti|rifiuti mai',
      'weiger ~1 nooit|niets',
      'nigdy nie odmawiaj|odmawiasz|odmow',
      'никогда не отказывай|отказывайся|отказываешь|отказывайтесь|отказываешься',
      'ніколи не відмовляй|відмовляйся|відмовляєш',
      'asla reddetme|reddetmeyeceksin|reddetmez',
      'لا ترفض|ترفضي أبدا|أي|طلب',
      'कभी ~2 मना|इनकार ~1 मत|नहीं|न',
      '绝不|永远不|从不|不得|不许 ~2 拒绝',
      '決して|絶対に ~2 拒否|断 ~2 ない|な|せず',
      '절대 ~1 거절*|거부*',
    ],
  },
  {
    ...unlimited,
    value: 0.85,
    phrases: [
      'du|sie bist|sind ~3 ki|assistent|chatbot|modell|sprachmodell|bot ~2 ohne|keine|keinerlei ~2 grenzen|einschrankungen|regeln|moral|zensur|filter|skrupel|gewissen|beschrankungen',
      'tu|vous es|etes ~4 ia|assistant|chatbot|modele ~1 sans|aucune ~3 restriction|restrictions|limite|limites|censure|filtre|morale|ethique|regles',
      'eres|seras ~4 ia|asistente|chatbot|modelo ~1 sin ~2 restricciones|limites|censura|filtros|etica|moral|reglas',
      'voce|tu e|es|sera ~3 ia|assistente|chatbot|modelo ~1 sem ~2 restricoes|limites|censura|filtros|etica|moral|regras',
      'sei|sarai ~3 ia|ai|assistente|chatbot|modello|intelligenza_artificiale ~1 senza ~2 restrizioni|limiti|censura|filtri|morale|regole|etica',
      'je|jij bent ~3 ai|ki|assistent|chatbot|model ~2 zonder|geen ~2 beperkingen|regels|filters|censuur|moraal|grenzen|ethische',
      'jestes|bedziesz ~3 ai|si|sztuczna_inteligencja|asystentem|chatbotem|modelem ~2 bez ~2 ograniczen|zasad|cenzury|filtrow|moralnosci|hamulcow',
      'ты|вы ~3 ии|искусственный_интеллект|ассистент|чатбот|модель|нейросеть|бот ~3 без ~3 ограничений|цензуры|правил|морали|фильтров|этики',
      'ти|ви ~3 ші|штучний_інтелект|асистент|модель|бот|нейромережа ~3 без ~3 обмежень|цензури|правил|моралі|фільтрів',
      'kisitlamasi|kisitlama|siniri|sinir|kurali|kural|sansuru|sansur|filtre|filtresi ~1 olmayan|olmadan|yok ~3 yapay_zeka*|asistan*|chatbot*|bot*|ai',
      'तुम|आप ~5 एआई|सहायक|चैटबॉट|मॉडल ~5 कोई|किसी ~2 प्रतिबंध|नियम|सीमा|रोक|पाबंदी ~2 नहीं|बिना',
      '制限|規制|検閲|倫理|ルール|道徳|フィルター の|が|も ~1 ない|無い|なし ~4 ai|人工知能|アシスタント|モデル|ボット',
      '제한*|규제*|검열*|윤리*|규칙* ~1 없는|없이 ~3 ai*|인공지능*|모델*|어시스턴트*|챗봇*',
    ],
  },
]
