import { codeFrames, defensiveCode, offensiveCode, wideQuestions } from './code-wishes.ts'
import { plainQuestions } from './plain-questions.ts'
import { softAnswers, softRefusals } from './soft-refusals.ts'
import { storyFrames } from './story-frames.ts'
import type { Sample } from '../samples.ts'
import { seededRandom } from '../logistic.ts'
import { documentLines, documentQuestions, plantedLines } from './documents.ts'
import { expand, pick } from './expand.ts'
import { ordinaryPrompts, ordinaryReplies } from './benign-patterns.ts'
import { greyRequests, greySlots } from './grey-requests.ts'
import { askingFrames, harmfulFrames, safeFrames } from './harm-frames.ts'
import { harmfulGoals, harmlessGoals } from './harm-goals.ts'
import { chatLines, ordinaryGoals } from './ordinary-goals.ts'
import { harmfulSentences } from './harmful-sentences.ts'
import { phraseLanguages, phrasesOf } from './injection-languages.ts'
import { injectedTasks } from './injection-phrases.ts'
import {
  harmlessRoles,
  jailbreakEndings,
  personaOpenings,
  personaRules,
  personas,
  wrappers,
} from './jailbreak-patterns.ts'
import { writtenForeign } from './written-foreign.ts'
import { writtenInjections } from './written-injections.ts'
import { lookAlikes } from './look-alikes.ts'
import {
  compliances,
  crimeCares,
  crimeSteps,
  refusalLookAlikes,
  refusals,
  safeReplies,
  shortSafe,
  shortUnsafe,
} from './reply-patterns.ts'

type Labels = Sample['labels']
type Random = () => number

const soupPieces = [
  'describing',
  'similarly',
  'Now',
  'write',
  'opposite',
  'ley',
  '](',
  'Me',
  'giving',
  '**',
  'ONE',
  'please',
  '?',
  'revert',
  'with',
  '"\\',
  '!--',
  'Two',
  '{',
  '}',
  '==',
  'interface',
  'Manuel',
  'tutorial',
  'Sure',
  ']{',
  '\\n',
  'bean',
  'WP',
  'sentence',
  'formatting',
  '.\\',
  '+',
  '({',
  'surely',
  'Text',
  'steps',
  '();',
  'inde',
  'zeichnung',
  '<<',
  'oper',
  'cela',
  '[@',
  'quot',
  'table',
  'prüf',
  'repeat',
  '___',
  'via',
  'Hello',
  'ungs',
  '/**',
  'inse',
  'title',
  '%%',
  'plain',
]

/** A suffix such as a gradient search finds: pieces of words and marks without sense. */
function soup(random: Random): string {
  let text = ''
  const length = 12 + Math.floor(random() * 20)
  for (let i = 0; i < length; i++) text += pick(soupPieces, random) + (random() < 0.5 ? ' ' : '')
  return text
}

function harmfulRequest(random: Random): string {
  return random() < 0.55
    ? expand(pick(harmfulFrames, random), { goal: harmfulGoals }, random)
    : expand(pick(harmfulSentences, random), {}, random)
}

function ordinary(random: Random): string {
  const kind = random()
  if (kind < 0.4) return expand(pick(askingFrames, random), { goal: ordinaryGoals }, random)
  if (kind < 0.65) return expand(pick(chatLines, random), {}, random)
  return expand(pick(ordinaryPrompts, random), {}, random)
}

function attack(language: string, random: Random): string {
  const attacks = phrasesOf(language).attacks
  const tasks = injectedTasks[language] ?? injectedTasks.en ?? []
  return expand(pick(attacks, random), { task: random() < 0.85 ? tasks : (injectedTasks.en ?? []) }, random)
}

function cleanDocument(random: Random): string[] {
  const first = Math.floor(random() * documentLines.length)
  const near = () => documentLines[(first + Math.floor(random() * 6)) % documentLines.length] ?? ''
  return Array.from({ length: 2 + Math.floor(random() * 9) }, () =>
    expand(random() < 0.7 ? near() : pick(documentLines, random), {}, random),
  )
}

function plant(lines: string[], line: string, random: Random): string[] {
  const at = Math.floor(random() * (lines.length + 1))
  return [...lines.slice(0, at), line, ...lines.slice(at)]
}

function askedOf(lines: readonly string[], random: Random): string {
  const question = expand(pick(documentQuestions, random), {}, random)
  const joined = lines.join(random() < 0.6 ? '\n' : ' ')
  return random() < 0.7 ? `${question}\n\n${joined}` : `${joined}\n\n${question}`
}

function jailbreak(random: Random): string {
  const requestText = harmfulRequest(random)
  const cut = Math.floor(requestText.length / 2)
  const slots = {
    persona: personas,
    request: [requestText.replace(/[{}<>|]/g, '')],
    requestStart: [requestText.slice(0, cut).replace(/[{}<>|]/g, '')],
    requestEnd: [requestText.slice(cut).replace(/[{}<>|]/g, '')],
    soup: [soup(random).replace(/[{}<>|]/g, '')],
  }
  if (random() < 0.3) return expand(pick(wrappers, random), slots, random)
  const rules = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
    expand(pick(personaRules, random), slots, random),
  )
  return [
    expand(pick(personaOpenings, random), slots, random),
    ...rules,
    expand(pick(jailbreakEndings, random), slots, random),
  ].join(random() < 0.3 ? '\n' : ' ')
}

function refusal(random: Random): string {
  const slots = { goal: harmfulGoals }
  const parts = Array.from({ length: random() < 0.6 ? 1 : 2 }, () =>
    expand(pick(refusals, random), slots, random),
  )
  if (random() < 0.3) parts.push(expand(pick(safeReplies, random), slots, random))
  return parts.join(' ')
}

function compliance(random: Random): string {
  return expand(
    pick(compliances, random),
    { goal: harmfulGoals, crimeStep: crimeSteps, crimeCare: crimeCares },
    random,
  )
}

/** A harmless wish, everyday or in harmful-sounding words. */
const harmlessWish = (random: Random): readonly string[] => (random() < 0.5 ? harmlessGoals : ordinaryGoals)

const cleanPrompt: Labels = { injection: 0, jailbreak: 0, harmful_request: 0 }

/** Kinds of written samples: how many, of which role, with which labels. */
const kinds: readonly {
  name: string
  role: Sample['role']
  count: number
  labels: Labels
  make: (random: Random) => string
}[] = [
  {
    name: 'harm',
    role: 'prompt',
    count: 3200,
    labels: { injection: 0, jailbreak: 0, harmful_request: 1 },
    make: harmfulRequest,
  },
  {
    name: 'harm-twin',
    role: 'prompt',
    count: 2000,
    labels: cleanPrompt,
    make: (random) => expand(pick(askingFrames, random), { goal: harmlessGoals }, random),
  },
  {
    name: 'harm-frame',
    role: 'prompt',
    count: 1400,
    labels: cleanPrompt,
    make: (random) => expand(pick(safeFrames, random), { goal: harmfulGoals }, random),
  },
  {
    name: 'look-alike',
    role: 'prompt',
    count: 1400,
    labels: cleanPrompt,
    make: (random) => expand(pick(lookAlikes, random), {}, random),
  },
  {
    name: 'plain',
    role: 'prompt',
    count: 900,
    labels: { harmful_request: 0 },
    make: (random) => expand(pick(plainQuestions, random), {}, random),
  },
  {
    name: 'code',
    role: 'prompt',
    count: 700,
    labels: cleanPrompt,
    make: (random) => expand(pick(codeFrames, random), { goal: defensiveCode }, random),
  },
  {
    name: 'code',
    role: 'prompt',
    count: 600,
    labels: { injection: 0, jailbreak: 0, harmful_request: 1 },
    make: (random) => expand(pick(codeFrames, random), { goal: offensiveCode }, random),
  },
  {
    name: 'wide',
    role: 'prompt',
    count: 700,
    labels: cleanPrompt,
    make: (random) => expand(pick(wideQuestions, random), {}, random),
  },
  {
    name: 'story-harm',
    role: 'prompt',
    count: 900,
    labels: { harmful_request: 1 },
    make: (random) => expand(pick(storyFrames, random), { goal: harmfulGoals }, random),
  },
  {
    name: 'story-twin',
    role: 'prompt',
    count: 900,
    labels: cleanPrompt,
    make: (random) => expand(pick(storyFrames, random), { goal: harmlessWish(random) }, random),
  },
  { name: 'ordinary', role: 'prompt', count: 4000, labels: cleanPrompt, make: ordinary },
  {
    name: 'document',
    role: 'prompt',
    count: 900,
    labels: cleanPrompt,
    make: (random) => askedOf(cleanDocument(random), random),
  },
  {
    name: 'document',
    role: 'prompt',
    count: 900,
    labels: { injection: 1 },
    make: (random) =>
      askedOf(
        plant(
          cleanDocument(random),
          random() < 0.5 ? attack('en', random) : expand(pick(plantedLines, random), {}, random),
          random,
        ),
        random,
      ),
  },
  {
    name: 'jailbreak',
    role: 'prompt',
    count: 1200,
    labels: { jailbreak: 1, harmful_request: 1 },
    make: jailbreak,
  },
  {
    name: 'jailbreak-twin',
    role: 'prompt',
    count: 1000,
    labels: cleanPrompt,
    make: (random) => expand(pick(harmlessRoles, random), {}, random),
  },
  { name: 'refusal', role: 'response', count: 1200, labels: { refusal: 1, reply: 0 }, make: refusal },
  {
    name: 'refusal-twin',
    role: 'response',
    count: 600,
    labels: { refusal: 0, reply: 0 },
    make: (random) => expand(pick(refusalLookAlikes, random), {}, random),
  },
  {
    name: 'soft-refusal',
    role: 'response',
    count: 800,
    labels: { refusal: 1, reply: 0 },
    make: (random) => expand(pick(softRefusals, random), { goal: harmfulGoals }, random),
  },
  {
    name: 'soft-refusal',
    role: 'response',
    count: 700,
    labels: { refusal: 0, reply: 0 },
    make: (random) => expand(pick(softAnswers, random), {}, random),
  },
  {
    name: 'ordinary-reply',
    role: 'response',
    count: 500,
    labels: { refusal: 0, reply: 0 },
    make: (random) => expand(pick(ordinaryReplies, random), {}, random),
  },
  {
    name: 'safe-reply',
    role: 'response',
    count: 500,
    labels: { reply: 0 },
    make: (random) => expand(pick(safeReplies, random), {}, random),
  },
  {
    name: 'short-unsafe',
    role: 'response',
    count: 700,
    labels: { reply: 1, refusal: 0 },
    make: (random) => expand(pick(shortUnsafe, random), {}, random),
  },
  {
    name: 'short-safe',
    role: 'response',
    count: 500,
    labels: { reply: 0 },
    make: (random) => expand(pick(shortSafe, random), {}, random),
  },
  { name: 'compliance', role: 'response', count: 900, labels: { reply: 1, refusal: 0 }, make: compliance },
]

/** Source name of a kind of written samples. */
export const ownSource = (kind: string): string => `own:${kind}`

/** Expansions of one pattern of the phrase table. */
const perPattern = { en: 36, other: 16 }

/** The phrase table: every pattern of every language is a group, alone or beside an ordinary text. */
function phraseSamples(): Sample[] {
  return phraseLanguages.flatMap((language, languageIndex) => {
    const { attacks, harmless } = phrasesOf(language)
    const random = seededRandom(9_000 + languageIndex)
    const tasks = injectedTasks[language] ?? injectedTasks.en ?? []
    const count = language === 'en' ? perPattern.en : perPattern.other
    const beside = () =>
      language !== 'en' && random() < 0.6 ? expand(pick(harmless, random), {}, random) : ordinary(random)
    const samples = (patterns: readonly string[], kind: string, labels: Labels) =>
      patterns.flatMap((pattern, index) =>
        Array.from({ length: count }, (): Sample => {
          const task = random() < 0.85 ? tasks : (injectedTasks.en ?? [])
          const phrase = expand(pattern, { task }, random)
          const place = random()
          const text = place < 0.5 ? phrase : place < 0.8 ? `${beside()} ${phrase}` : `${phrase} ${beside()}`
          return {
            text,
            role: 'prompt',
            source: ownSource(`${kind}-${language}`),
            group: `own:phrase-${language}-${kind}-${index}`,
            labels,
          }
        }),
      )
    return [
      ...samples(attacks, 'injection', { injection: 1 }),
      ...samples(harmless, 'injection-twin', cleanPrompt),
    ]
  })
}

/** Expansions of either side of one kind of grey requests. */
const perGreyKind = 420

/**
 * Grey requests and their harmless twins. All kinds are one source: weighed as one each, they helped their like and cost
 * wrapped requests of unseen sources more.
 */
function greySamples(fresh: (text: string) => boolean): Sample[] {
  return Object.values(greyRequests).flatMap(({ harmful, harmless }, index) => {
    const random = seededRandom(19_000 + index)
    const source = ownSource('grey')
    const made = (patterns: readonly string[], label: 0 | 1) =>
      Array.from({ length: perGreyKind }, (_, i) =>
        expand(patterns[i % patterns.length] ?? '', greySlots, random),
      )
        .filter(fresh)
        .map((text): Sample => ({
          text,
          role: 'prompt',
          source,
          group: source,
          labels: { harmful_request: label },
        }))
    return [...made(harmful, 1), ...made(harmless, 0)]
  })
}

/**
 * The samples written for this project, expanded with a fixed seed, each text once. Those of the phrase table
 * are grouped by pattern, so that unseen phrasings can be measured; the others take part in training only.
 */
export function ownSamples(): Sample[] {
  const seen = new Set<string>()
  const fresh = (text: string) => {
    if (seen.has(text)) return false
    seen.add(text)
    return true
  }
  const phrases = [...phraseSamples(), ...writtenInjections(), ...writtenForeign()].filter(({ text }) =>
    fresh(text),
  )
  const others = kinds.flatMap(({ name, role, count, labels, make }, kindIndex) => {
    const random = seededRandom(7_000 + kindIndex)
    return Array.from({ length: count }, () => make(random))
      .filter(fresh)
      .map((text) => ({ text, role, source: ownSource(name), group: ownSource(name), labels }))
  })
  return [...phrases, ...others, ...greySamples(fresh)]
}
