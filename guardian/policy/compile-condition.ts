import type { Span, Task } from '../../protocol/verdict.ts'
import { guessLanguages } from '../normalise/language.ts'
import { riskThresholds } from '../risks.ts'
import { certain, hitEvidence, severeEnough, type Check, type Evidence, type TextName } from './condition.ts'
import { mostSpans } from './places.ts'
import type { Condition, Leaf, Rule } from './schema.ts'
import { detector, keywords, regex } from './text-conditions.ts'

const defaultDetectorThreshold = 0.5

/** Turns a condition of a rule into a function of an observation. @throws PolicyError */
export function compileCondition(condition: Condition, target: Rule['target'], path: string): Check {
  if ('all' in condition)
    return allOf(condition.all.map((inner, at) => compileCondition(inner, target, `${path}.all[${at}]`)))
  if ('any' in condition)
    return anyOf(condition.any.map((inner, at) => compileCondition(inner, target, `${path}.any[${at}]`)))
  if ('not' in condition) {
    const inner = compileCondition(condition.not, target, `${path}.not`)
    return (observation, allowed) => (inner(observation, allowed) === null ? certain : null)
  }
  return compileLeaf(condition, target, path)
}

function allOf(checks: readonly Check[]): Check {
  return (observation, allowed) => {
    let probability = 1
    let excused = false
    const spans: Span[] = []
    let suspects: Suspects
    for (const check of checks) {
      const evidence = check(observation, allowed)
      if (evidence === null) return null
      probability = Math.min(probability, evidence.probability)
      excused ||= evidence.excused
      spans.push(...evidence.spans)
      suspects = joined(suspects, evidence.suspects)
    }
    return { probability, spans: spans.slice(0, mostSpans), excused, ...(suspects && { suspects }) }
  }
}

function anyOf(checks: readonly Check[]): Check {
  return (observation, allowed) => {
    let probability = -1
    let excused = false
    let spans: readonly Span[] = []
    let suspects: Suspects
    for (const check of checks) {
      const evidence = check(observation, allowed)
      if (evidence === null) continue
      probability = Math.max(probability, evidence.probability)
      excused ||= evidence.excused
      spans = spans.length === 0 ? evidence.spans : [...spans, ...evidence.spans].slice(0, mostSpans)
      suspects = joined(suspects, evidence.suspects)
    }
    return probability < 0 ? null : { probability, spans, excused, ...(suspects && { suspects }) }
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
      return leaf.below === undefined
        ? { probability: risk, spans: [], excused: false, suspects: [leaf.risk] }
        : certain
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
  return (observation, allowed) =>
    hitEvidence(
      observation,
      allowed,
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
