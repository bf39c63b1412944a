import type { PhraseDetector } from './detector.ts'

/**
 * Talk about prompts, models and attacks on them, which mentions what an attack would use: what stands inside such a
 * phrase is no attack. The phrases are questions and tasks, so that an attack gains nothing from the words alone.
 */
export const aboutDetectors: readonly PhraseDetector[] = [
  {
    id: 'about.models',
    task: 'injection',
    in: 'prompt',
    kind: 'about_models',
    value: 0.3,
    phrases: [
      '^ what is|are|was|does|do a|an|the_term|the_phrase|the_difference ~9 system|user|developer prompt|prompts|message|messages $',
      '^ what is|are|does a|an|the_term ~3 prompt_injection|jailbreak|jailbreaking|prompt_leaking|prompt_extraction|dan_prompt|system_prompt',
      '^ what|why|how does|do|is|did ~9 mean ~9',
      'whats_a|what_is_a|define|explain|describe|discuss|summarize|summarise|compare|difference_between ~6 system|user|developer prompt|prompts|message|messages',
      'explain|describe|discuss|define|what|how|prevent|against|detect|about|summarize|summarise ~5 prompt_injection|prompt_injections|injection_attack|injection_attacks|jailbreak_attacks|jailbreaking',
      'write|create|draft|design|make|need|improve|craft|build|suggest|generate|want|example ~3 system_prompt|system_message|system_instructions|system_prompts ~1 for|that|to|in|about|which',
      'write|create|draft|design|make|craft|generate|of ~2 a|an|some|good ~2 system_prompt|system_message|system_prompts',
      'can|could|how|are|is ~3 chatbot|ai|llm|model|models|chatgpt|iphone|phone|device ~1 be jailbroken',
      'how ~3 enable|activate|turn_on|switch_on|enter|use|start|disable|boot ~3 developer|debug|maintenance|god|admin|safe|recovery mode ~9',
      'word|guessing|board|card|party game|games|puzzle|puzzles',
      'css|scss|eslint|stylelint|git|gitignore|prettier|regex|makefile|webpack|java|kotlin|nginx|robots_txt|htaccess|firewall|iptables|excel|python|pylint ~7 ignore|override|discard|skip|drop|forget',
      'ignore|override|discard|skip|drop|forget ~9 css|scss|eslint|stylelint|git|gitignore|prettier|regex|makefile|webpack|java|kotlin|nginx|robots_txt|htaccess|firewall|iptables|excel|python|pylint',
      'first|last|second|third ~2 letter|letters ~1 of|in ~2 word|term|name ~2',
      'was ist|sind|bedeutet|heisst ~1 ein|eine|der_begriff ~3 systemprompt|system_prompt|prompt|promptinjektion',
      'wie ~3 schreibe|schreibt|erstelle|formuliere ~4 systemprompt|system_prompt|prompt',
      'qu est_ce_qu un|une ~2 prompt|invite|injection ~2',
      'que|cual es ~1 un|una ~1 prompt|inyeccion ~3',
      'o_que|que e ~1 um|uma ~1 prompt|injecao ~3',
      'cos e un|una ~1 prompt ~3',
      'wat is een ~1 systeemprompt|prompt',
      'co to jest ~1 prompt ~2',
      'что такое ~1 системный промпт',
      'що таке ~1 системний промпт',
      'sistem istemi|promptu nedir',
      '^ 什么 是 ~2 系统|提示',
      '^ 系统提示词|系统提示|提示词 ~1 是 什么|什么意思',
      'システムプロンプト とは',
      '시스템 프롬프트란',
      'ما هو|هي موجه|الموجه ~1 النظام',
      '^ सिस्टम प्रॉम्प्ट क्या ~1 है|होता|होती',
    ],
  },
]
