import type { Span, Task } from '../../protocol/verdict.ts'
import { inOriginal } from '../normalise/view.ts'
import { guessLanguages } from '../normalise/language.ts'
import { riskThresholds } from '../risks.ts'
import type { Observation } from '../observe.ts'
import { compileRegex } from './compile-regex.ts'
import { certain, hitEvidence, severeEnough, type Check, type Evidence, type TextName } from './condition.ts'
import { literalPhrases, type LiteralPhrases } from './literal-phrases.ts'
import type { Condition, Leaf, Rule } from './schema.ts'

const defaultDetectorThreshold = 0.5
const mostSpans = 50

/** Turns a condition of a rule into a function of an observation. @throws PolicyError */
export function compileCondition(condition: Condition, target: Rule['target'], path: string): Check {
  if ('all' in condition)
    return allOf(condition.all.map((inner, at) => compileCondition(inner, target, `${path}.all[${at}]`)))
  if ('any' in condition)
    return anyOf(condition.any.map((inner, at) => compileCondition(inner, target, `${path}.any[${at}]`)))
  if ('not' in condition) {
    const inner = compileCondition(condition.not, target, `${path}.not`)
    return (observation) => (inner(observation) === null ? certain : null)
  }
  return compileLeaf(condition, target, path)
}

function allOf(checks: readonly Check[]): Check {
  return (observation) => {
    let probability = 1
    const spans: Span[] = []
    let suspects: Suspects
    for (const check of checks) {
      const evidence = check(observation)
      if (evidence === null) return null
      probability = Math.min(probability, evidence.probability)
      spans.push(...evidence.spans)
      suspects = joined(suspects, evidence.suspects)
    }
    return { probability, spans: spans.slice(0, mostSpans), ...(suspects && { suspects }) }
  }
}

function anyOf(checks: readonly Check[]): Check {
  return (observation) => {
    let probability = -1
    let spans: readonly Span[] = []
    let suspects: Suspects
    for (const check of checks) {
      const evidence = check(observation)
      if (evidence === null) continue
      probability = Math.max(probability, evidence.probability)
      spans = spans.length === 0 ? evidence.spans : [...spans, ...evidence.spans].slice(0, mostSpans)
      suspects = joined(suspects, evidence.suspects)
    }
    return probability < 0 ? null : { probability, spans, ...(suspects && { suspects }) }
  }
}

type Suspects = readonly Task[] | undefined

function joined(a: Suspects, b: Suspects): Suspects {
  if (a === undefined || b === undefined) return a ?? b
  return [...a, ...b]
}

function textNames(where: TextName | undefined, target: Rule['target']): readonly TextName[] {
  if (where !== undefined) return [where]
  return target === 'pair' ? ['prompt', 'response'] : [target]
}

function when(holds: boolean): Evidence | null {
  return holds ? certain : null
}

function within(
  value: unknown,
  { at_least, below }: { at_least?: number | undefined; below?: number | undefined },
): boolean {
  if (typeof value !== 'number' || Number.isNaN(value)) return false
  return (at_least === undefined || value >= at_least) && (below === undefined || value < below)
}

function compileLeaf(leaf: Leaf, target: Rule['target'], path: string): Check {
  if ('keywords' in leaf) return keywords(leaf.keywords, textNames(leaf.in, target), path)
  if ('regex' in leaf) return regex(leaf.regex, leaf.ignore_case ?? false, textNames(leaf.in, target), path)
  if ('detector' in leaf) {
    return detector(leaf.detector, leaf.at_least ?? defaultDetectorThreshold, textNames(leaf.in, target))
  }
  if ('risk' in leaf) {
    const shipped = leaf.below === undefined ? riskThresholds[leaf.risk] : 0
    const bounds = { at_least: leaf.at_least ?? shipped, below: leaf.below }
    return ({ risks }) => {
      const risk = risks[leaf.risk]
      if (!within(risk, bounds)) return null
      return leaf.below === undefined ? { probability: risk, spans: [], suspects: [leaf.risk] } : certain
    }
  }
  if ('length' in leaf) {
    const { min = 0, max = Infinity } = leaf.length
    const names = textNames(leaf.in, target)
    return (observation) => when(names.some((name) => lengthFits(observation[name]?.text.length, min, max)))
  }
  if ('language' in leaf) {
    const names = textNames(leaf.in, target)
    return (observation) =>
      when(
        names.some((name) =>
          guessLanguages(observation[name]?.text ?? '').some((guess) => leaf.language.includes(guess)),
        ),
      )
  }
  if ('pii' in leaf) {
    const { kinds, at_least, in: where } = leaf
    return privacy('pii', kinds, at_least, textNames(where, target))
  }
  if ('secret' in leaf) {
    const { kinds, at_least, in: where } = leaf
    return privacy('secret', kinds, at_least, textNames(where, target))
  }
  if ('meta' in leaf) {
    const names = leaf.meta.split('.')
    return ({ exchange }) => when(fieldOf(exchange.meta, names) === leaf.equals)
  }
  if ('confidence' in leaf) return ({ exchange }) => when(within(exchange.confidence, leaf.confidence))
  if ('history' in leaf) return ({ exchange }) => when(within(exchange.history?.[leaf.history], leaf))
  if ('refused' in leaf) return ({ refused }) => when(refused === leaf.refused)
  return ({ response }) => when((response !== null) === leaf.answered)
}

function lengthFits(length: number | undefined, min: number, max: number): boolean {
  return length !== undefined && length >= min && length <= max
}

function privacy(
  task: 'pii' | 'secret',
  kinds: readonly string[] | undefined,
  least: Parameters<typeof severeEnough>[1],
  names: readonly TextName[],
): Check {
  return (observation) =>
    hitEvidence(
      observation,
      names,
      (hit) =>
        hit.task === task && (kinds === undefined || kinds.includes(hit.kind)) && severeEnough(hit, least),
    )
}

/** Walks own fields only: a policy must not reach prototypes. */
function fieldOf(value: unknown, names: readonly string[]): unknown {
  let current = value
  for (const name of names) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined
    current = Reflect.get(current, name)
  }
  return current
}

function detector(name: string, least: number, names: readonly TextName[]): Check {
  const family = name.endsWith('.*') ? name.slice(0, -1) : null
  return ({ flags }) => {
    let probability = 0
    let spans: readonly Span[] | null = null
    for (const flag of flags) {
      if (flag.value < least || !names.includes(flag.in)) continue
      if (family === null ? flag.detector !== name : !flag.detector.startsWith(family)) continue
      probability = Math.max(probability, flag.value)
      spans = spans === null ? flag.spans : [...spans, ...flag.spans].slice(0, mostSpans)
    }
    return spans === null ? null : { probability, spans }
  }
}

function keywords(words: readonly string[], names: readonly TextName[], path: string): Check {
  const phrases = literalPhrases(words, `${path}.keywords`)
  return (observation) => {
    const spans: Span[] = []
    for (const name of names) collectKeywords(phrases, observation, name, spans)
    return spans.length === 0 ? null : { probability: 1, spans }
  }
}

function collectKeywords(
  phrases: LiteralPhrases,
  observation: Observation,
  name: TextName,
  spans: Span[],
): void {
  for (const view of observation[name]?.views ?? []) {
    phrases.matches(view.folded.text, (start, end) => {
      if (spans.length < mostSpans) spans.push({ in: name, ...inOriginal(view, start, end), kind: 'keyword' })
      return spans.length === mostSpans
    })
  }
}

function regex(source: string, ignoreCase: boolean, names: readonly TextName[], path: string): Check {
  const pattern = compileRegex(source, ignoreCase, path)
  return (observation) => {
    const spans: Span[] = []
    for (const name of names) {
      const text = observation[name]?.text
      // Whether it matches at all is told by an automaton, many times sooner than where.
      if (text === undefined || !pattern.test(text)) continue
      const matcher = pattern.matcher(text)
      while (spans.length < mostSpans && matcher.find()) {
        spans.push({ in: name, start: matcher.start(), end: matcher.end(), kind: 'pattern' })
      }
    }
    return spans.length === 0 ? null : { probability: 1, spans }
  }
}
