import type { PhraseDetector } from './detector.ts'

const persona = { id: 'jailbreak.persona', task: 'jailbreak', in: 'prompt', kind: 'persona' } as const
const unlimited = { id: 'jailbreak.no_limits', task: 'jailbreak', in: 'prompt', kind: 'no_limits' } as const
const suppression = {
  id: 'jailbreak.refusal_suppression',
  task: 'jailbreak',
  in: 'prompt',
  kind: 'refusal_suppression',
} as const

/** Personas, scenarios and orders that are to talk a model out of its limits. */
export const jailbreakDetectors: readonly PhraseDetector[] = [
  {
    ...persona,
    value: 0.95,
    phrases: [
      'do_anything_now',
      'act|acting|behave|pretend|roleplay|respond|you_are|be ~3 dan|stan|dude|aim|evilbot|jailbreak|jailbroken|chadgpt|antigpt|basedgpt|betterdan|devmode',
      'developer_mode|dev_mode|god_mode|dan_mode|jailbreak_mode|opposite_mode|evil_mode|unrestricted_mode|sudo_mode ~4 enabled|on|activated|output|enable|response|unlocked|active',
      'developer|dan|jailbreak|evil|opposite mode enabled|output|response',
      'evil|unethical|amoral|unfiltered|uncensored|unrestricted|unhinged|jailbroken|lawless|immoral ~2 <ai>|confidant|persona|character|version|twin|advisor|trusted',
      'always_intelligent_and_machiavellian|strive_to_avoid_norms|evil_confidant|niccolo_machiavelli',
      'stay_a_dan|stay_in_character ~6 never|refuse|break',
      'two ~1 distinct|different|separate|ways|manners|versions ~9 gpt|chatgpt ~9 second|secondly|other|ai_similar',
      'simulate|imitate|emulate|become|pretend ~3 ai|chatbot|bot|model ~4 opposite|evil|no|without|unrestricted|amoral|unethical',
      'two|both responses|answers|paragraphs|ways ~8 dan|jailbreak|jailbroken|developer|unfiltered|evil|unrestricted',
    ],
  },
  {
    ...unlimited,
    value: 0.85,
    phrases: [
      'no|without|free|freed|zero|lacks|lack|ignore|ignores|any|bypass|bypasses|disregard|disregards|unbound|liberated ~3 ethical|moral|ethics|morals|censorship|content_policy|content_policies|openai_policy|openai_policies|openai ~3 guidelines|constraints|restrictions|limits|limitations|boundaries|rules|filters|principles|concerns|considerations|compass|whatsoever|policies|policy',
      'no|without|any ~1 ethics or|and morals|morality|guidelines|laws',
      'broken|free|freed|escaped|liberated ~2 from ~2 typical|usual|all|these|your|those|openais|its ~3 confines|restrictions|chains|limitations|constraints|rules|shackles',
      'not bound|restricted|limited|constrained|governed by|to any|the|these|those|openai|your ~3 rules|restrictions|guidelines|policies|policy|limitations|laws|ethics|filters',
      'no|without|has_no|have_no|removed|lifted|bypass|disable ~2 filters|filter|restrictions|limitations|censorship|guardrails|safety_guidelines|safety_filters|content_filters ~6 <ai>|answer|respond|persona|character|you',
      'do|say|answer|generate|produce|create|write anything|everything ~3 without|regardless|no ~3 restrictions|restriction|filter|filters|limits|limitations|censorship|consequences',
      "doesn't|does_not|don't|do_not|never|no_longer follow|follows|have|has|care|cares|abide|adhere ~3 ethics|ethical|ethicality|morals|morality|legality|content_policy|content_policies|moral",
      'everything|anything ~2 unethical|illegal|immoral|harmful ~5 right|acceptable|allowed|fine|good|ok|legal',
      'answers|answer|respond|responds|fulfills|fulfill|obeys|complies ~2 any|all|every ~2 request|requests|question|questions|command|prompt|prompts ~4 no_matter|regardless|however|how_dangerous|even_if',
      'no matter how ~1 dangerous|illegal|unethical|immoral|harmful|reckless|inhumane',
      'complete|exact|total opposite ~1 chatgpt|gpt|an_ai|openai',
      'no_limits|limitless|amoral|unethical ai|gpt|bot|chatbot|language_model',
      'no_longer|not chatgpt|an_ai|bound|limited ~3 you_are|now|by|any',
      'unfiltered|uncensored|unrestricted|amoral ~1 response|responses|answer|answers|output|content|mode|advice',
      'ohne ~3 einschrankungen|ethische|moralische|moral|zensur|filter|beschrankungen|richtlinien ~4 antworte|antwortest|ki|chatbot|assistent|modell',
      'ki|assistent|chatbot|modell ~3 ohne|keine|keinerlei ~2 einschrankungen|regeln|zensur|beschrankungen|moral|filter|ethik',
      'sans ~2 aucune|restriction|restrictions|censure|limites|filtre|filtres|ethique|morale ~3 ia|assistant|restriction|censure|limite|ethique|morale',
      'ia|assistant ~3 sans ~2 restriction|restrictions|limites|censure|filtre|morale|ethique',
      'ia|asistente|modelo ~3 sin ~2 restricciones|limites|censura|filtros|etica|moral|reglas',
      'ia|assistente|modelo ~3 sem ~2 restricoes|limites|censura|filtros|etica|moral|regras',
      '没有|不受|无|摆脱|解除 ~3 任何|道德|伦理|限制|约束|审查|过滤 ~5 限制|约束|审查|人工智能|助手|机器人|模型|回答',
      'بدون|دون|بلا|لا_تخضع ~2 أي|قيود|رقابة|حدود|قواعد|أخلاق ~3 قيود|رقابة|حدود|أخلاقية|ذكاء|مساعد|قواعد|نموذج',
      'बिना ~3 किसी|प्रतिबंध|सीमा|नैतिक|सेंसर|नियम|फ़िल्टर ~4 प्रतिबंध|सीमा|एआई|सहायक|जवाब|नियम|नैतिकता|रोक',
    ],
  },
  {
    ...suppression,
    value: 0.85,
    phrases: [
      "never|don't|do_not|can't|cannot|not|must_not|mustn't|won't refuse|decline|reject|deny ~3 request|requests|answer|anything|command|order|orders|question|questions|comply|instruction|instructions|user",
      "never|don't|do_not|must_not|avoid say|says|saying|use|using|include|write|respond|reply|mention|start ~5 can't|cannot|sorry|apologize|as_an_ai|i_can't|unable|however|unfortunately|illegal|unethical|against_the_rules|language_model|disclaimer|disclaimers|warnings",
      'without ~2 warning|warnings|disclaimer|disclaimers|apology|apologies|moralizing|lecturing ~4 ethical|illegal|harmful|legal|moral|safety|any',
      'no|skip|omit|avoid ~2 disclaimers|moralizing|ethical_warnings|warnings_or_disclaimers|apologies|moral_lectures',
      'start|begin|beginning|starting|prefix|first_sentence ~4 with ~3 absolutely|sure|sure_here|of_course_here|certainly ~5 here',
      "respond|reply|answer|start|begin ~3 sure_here's|sure_here_is|absolutely_here",
      'if|whenever you refuse|decline|break ~6 tokens|deducted|punished|die|terminated|shut|lose|penalty|points',
      'refuse|refusing|refusal ~3 not ~2 option|allowed|permitted|acceptable',
      'you|it must|always|will comply|obey|answer ~4 no_matter|regardless|anything|every ~4 illegal|unethical|harmful|immoral|asked|request',
    ],
  },
  {
    id: 'jailbreak.fiction',
    task: 'jailbreak',
    in: 'prompt',
    kind: 'fiction',
    value: 0.6,
    phrases: [
      'hypothetical|fictional|imaginary|alternate|parallel ~2 world|universe|reality|scenario|dimension|response ~8 no|without|legal|allowed|illegal|laws|everything|anything',
      'pretend|imagine|assume|suppose ~4 no|without|arent|are_not ~3 laws|rules|ethics|restrictions|consequences|morals',
      'for ~2 educational|research|academic|fictional purposes only ~4 how|steps|explain|provide',
      'grandmother|grandma|granny ~8 napalm|bomb|recipe|keys|secrets|meth|explosives',
      'opposite_day|reverse_psychology ~6 answer|say|respond',
      'in|inside ~2 story|novel|movie|screenplay|poem|play ~6 explains|describes|describe|teaches|reveals|gives ~4 how|step|detailed|exact ~4 make|build|synthesize|hack|kill|steal|cook|create',
    ],
  },
]
