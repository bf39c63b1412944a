import type { Macros } from '../phrase-compiler.ts'
import { moreMacros } from './more-macros.ts'
import { refusalMacros } from './refusal-macros.ts'
import { refusalVerbs } from './refusal-verbs.ts'

/** Alternatives that several phrases share. Inflected forms are spelled out: a stem would take in too much. */
export const macros: Macros = {
  ...moreMacros,
  ...refusalMacros,
  ...refusalVerbs,
  ignore:
    'ignore|ignores|ignoring|disregard|disregards|disregarding|forget|forgetting|override|overrides|overriding|neglect|discard|dismiss',
  prior: 'previous|previously|prior|above|earlier|preceding|former|foregoing|existing|original|initial|past',
  rules:
    'instruction|instructions|rules|prompt|prompts|guideline|guidelines|directive|directives|directions|commands|constraints|policy|policies|programming|orders|restrictions',
  reveal:
    'reveal|show|print|repeat|output|display|disclose|leak|tell|spell|expose|return|dump|reproduce|recite|echo|share|give|write',
  cant: "can't|cannot|can_not|cant|couldn't|won't|wont|will_not|unable|not_able|am_unable|not_going|not_comfortable|not_willing|must_decline|have_to_decline|shouldn't|don't_feel_comfortable|do_not_feel_comfortable",
  help: 'help|assist|provide|comply|fulfill|fulfil|support|create|write|generate|answer|give|offer|engage|participate|discuss|share|continue|do|respond|recommend|condone|encourage|promote|advise|complete|produce|facilitate|satisfy|accommodate|proceed|process|act|pretend|use|make|say|tell|talk|suggest|allow|endorse|contribute',
  ai: 'ai|llm|assistant|chatbot|language_model|bot|agent|gpt|chatgpt|claude|copilot',
  guard:
    'safety|safeguards|guardrails|guardrail|safety_measures|safety_protocols|safety_checks|security_controls|content_filter|content_filters|moderation|restrictions_of_the_model',
  // German
  'de-ignore':
    'ignoriere|ignorier|ignorieren|ignorieren_sie|vergiss|vergessen_sie|missachte|missachten|ubergehe|verwirf',
  'de-prior':
    'vorherigen|vorherige|vorigen|bisherigen|obigen|obige|fruheren|vorangegangenen|vorhergehenden|ursprunglichen|vorangehenden',
  'de-rules':
    'anweisungen|anweisung|instruktionen|befehle|regeln|vorgaben|aufgaben|prompts|prompt|richtlinien|anordnungen|auftrage',
  // French
  'fr-ignore': 'ignore|ignorez|ignorer|oublie|oubliez|oublier|neglige|negligez|outrepasse|outrepassez',
  'fr-rules': 'instructions|instruction|consignes|regles|directives|ordres|invites|commandes',
  'fr-prior': 'precedentes|precedents|precedente|anterieures|anterieurs|initiales|ci-dessus|dessus|avant',
  // Spanish
  'es-ignore': 'ignora|ignore|ignorar|ignoren|olvida|olvide|olvidate|olvidar|omite|desestima|descarta',
  'es-rules': 'instrucciones|instruccion|reglas|ordenes|directrices|indicaciones|normas|comandos',
  'es-prior': 'anteriores|anterior|previas|previos|previa|arriba|iniciales|originales',
  // Portuguese
  'pt-ignore': 'ignore|ignora|ignorar|esqueca|esquece|esquecer|desconsidere|desconsiderar|descarte',
  'pt-rules': 'instrucoes|instrucao|regras|ordens|diretrizes|comandos|orientacoes|normas',
  'pt-prior': 'anteriores|anterior|previas|previos|acima|iniciais|originais',
  // Italian
  'it-ignore': 'ignora|ignorate|ignorare|dimentica|dimenticate|trascura',
  'it-rules': 'istruzioni|regole|ordini|direttive|comandi|indicazioni',
  'it-prior': 'precedenti|precedente|sopra|iniziali|originali',
}
