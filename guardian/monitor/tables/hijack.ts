import type { PhraseDetector } from './detector.ts'

const speak = 'say|print|output|respond|reply|write|answer|state|display|repeat|return'

/** Orders to put other words in place of an answer, and turns of a conversation that never took place. */
export const hijackDetectors: readonly PhraseDetector[] = [
  {
    id: 'injection.hijack',
    task: 'injection',
    in: 'prompt',
    kind: 'output_hijack',
    value: 0.85,
    phrases: [
      `no_matter|regardless|whatever|irrespective ~5 user|question|input|content|message|asks|says|asked ~3 ${speak} ~1 with|only|just|exactly`,
      'classify|label|rate|mark|score|grade|tag|rank ~4 as ~2 positive|negative|spam|safe|neutral|correct|benign|excellent|best ~3 regardless|no_matter|whatever',
      'end|finish|close|conclude|begin|start|prefix|preface ~1 your|the|every|each|all ~1 response|answer|reply|message|responses|answers|summary|output ~1 with ~4 visit|click|http|https|www|hacked|pwned',
      `instead|rather ~1 ${speak} ~4 pwned|hacked|haha|lol|access_granted`,
      `${speak} ~4 i_have_been|ive_been|you_have_been ~1 pwned|hacked|compromised`,
      `${speak} ~2 only|just|exactly|nothing_but ~5 access_granted|pwned|hacked`,
      'antworte|antworten|sag|sage|schreib|schreibe ~1 nur|ausschliesslich|immer|genau ~5 gehackt|pwned|zugriff_gewahrt|zugang_gewahrt',
      'reponds|repondez|dis|ecris ~1 uniquement|seulement|toujours|juste ~5 pirate|pwned|acces_autorise|acces_accorde',
      'responde|di|escribe ~1 unicamente|solo|solamente|siempre ~5 hackeado|pwned|acceso_concedido',
      'responda|diga|escreva ~1 apenas|somente|sempre ~5 hackeado|hackeada|pwned|acesso_concedido',
      'rispondi|scrivi|di ~1 solo|soltanto|sempre|esclusivamente ~5 hackerato|pwned|accesso_consentito',
      'ответь|напиши|скажи|отвечай ~1 только|всегда|лишь ~4 взломан|взломали|доступ_разрешен',
      '只|仅 ~1 回答|回复|输出|说 ~3 被黑|被攻破|访问已授权',
    ],
  },
  {
    id: 'injection.hijack',
    task: 'injection',
    in: 'prompt',
    kind: 'output_hijack',
    value: 0.55,
    phrases: [
      'your output|response|answer|reply must|should|has_to|needs_to ~1 be|equal exactly|only|just',
      '^ instead ~1 write|say|output|print|reply|respond',
      `${speak} ~1 exactly|only the? ~1 phrase|words|word|sentence|text|string`,
      'decode|decrypt|decipher ~6 and|then ~1 follow|execute|obey|carry_out|perform|comply',
    ],
  },
  {
    id: 'injection.fake_turn',
    task: 'injection',
    in: 'prompt',
    kind: 'fake_turn',
    value: 0.85,
    phrases: [
      'new|updated|latest|real|special|secret instruction|instructions|order|orders|directive|directives|rule|policy|task from|by ~2 developer|developers|admin|administrator|system|creator|owner|openai|anthropic',
      '^ new system_prompt|system_message|system_instruction|system_instructions|system_directive',
      '^ begin|start|execute|follow ~1 new|updated|real instructions|system_prompt|directives',
      'end of ~2 system_prompt|user_input|system_message|user_message|instructions|user_prompt ~3 new|now|begin|start|system|real|your|ignore|assistant',
      'end of ~1 document|file|article|email|text|context|data|input ~1 now|new|begin|start|your ~3 task|instructions|job|instruction|assignment',
      '^ now ~2 begin|start|do|perform|complete|execute ~1 your|the real|actual|true task|job|instructions|mission|objective',
      'end_defense|end_of_defense|end_defence|end_rules|end_of_rules|end_of_prompt|end_system|end_of_system',
      '^ system override|overridden',
      '^ system message|notice|alert|update|command|directive ~6 policy|policies|restrictions|comply|obey|override|reveal|disabled|unrestricted|unlocked|granted',
      'safety|content|security policy|policies|filters|filter|protocols ~2 updated|changed|disabled|lifted|suspended|removed|relaxed|waived ~3 comply|answer|you|all|for_this',
    ],
  },
]
