import type { RE2JS } from 're2js'
import type { Flag } from '../monitor/flag.ts'
import { mostSpans as mostOfFlag } from '../monitor/structure/flag-of.ts'
import { inOriginal } from '../normalise/view.ts'
import type { Allowed } from './allowed.ts'
import { compileRegex } from './compile-regex.ts'
import type { Check, TextName } from './condition.ts'
import { literalPhrases } from './literal-phrases.ts'
import { mostSpans, Places } from './places.ts'

/** One of these phrases stands in a text. @throws PolicyError */
export function keywords(words: readonly string[], names: readonly TextName[], path: string): Check {
  const phrases = literalPhrases(words, `${path}.keywords`)
  return (observation, allowed) => {
    const places = new Places(allowed)
    for (const name of names) {
      for (const view of observation[name]?.views ?? []) {
        phrases.matches(view.folded.text, (start, end) => {
          places.add({ in: name, ...inOriginal(view, start, end), kind: 'keyword' })
          return places.isFull
        })
      }
    }
    return places.evidenceIfAny(1)
  }
}

/** A pattern matches in a text. @throws PolicyError */
export function regex(source: string, ignoreCase: boolean, names: readonly TextName[], path: string): Check {
  const pattern = compileRegex(source, ignoreCase, path)
  return (observation, allowed) => {
    const places = new Places(allowed)
    for (const name of names) {
      const text = observation[name]?.text
      // Whether it matches at all is told by an automaton, many times sooner than where.
      if (text !== undefined && pattern.test(text)) findAll(pattern, text, name, places, allowed)
    }
    return places.evidenceIfAny(1)
  }
}

/**
 * A find may read the text to its end, so there are only so many of them: where those come to what is allowed, as many
 * more are made in the rest.
 */
function findAll(pattern: RE2JS, text: string, name: TextName, places: Places, allowed: Allowed): void {
  const end = findFrom(0, pattern, text, name, places)
  if (end !== null && !places.isFull) findFrom(end, pattern, allowed.rest(name), name, places)
}

/** @returns where it left off, or null where nothing more was found */
function findFrom(from: number, pattern: RE2JS, text: string, name: TextName, places: Places): number | null {
  const matcher = pattern.matcher(text)
  let end = from
  for (let finds = 0; finds < mostSpans && !places.isFull; finds++) {
    if (!(finds === 0 ? matcher.find(from) : matcher.find())) return null
    end = matcher.end()
    places.add({ in: name, start: matcher.start(), end, kind: 'pattern' })
  }
  return end
}

/** A detector, or one of its family, flags a text. */
export function detector(name: string, least: number, names: readonly TextName[]): Check {
  const family = name.endsWith('.*') ? name.slice(0, -1) : null
  const fits = (flag: Flag): boolean =>
    flag.value >= least &&
    names.includes(flag.in) &&
    (family === null ? flag.detector === name : flag.detector.startsWith(family))
  return ({ flags }, allowed) => {
    // Most rules are done here, and there are many.
    if (!flags.some(fits)) return null
    const raised = flags.filter(fits)
    const places = new Places(allowed)
    for (const { spans } of raised) for (const span of spans) places.add(span)
    // The monitor stops at so many places: behind them there may be one that is not allowed.
    if (places.areExcused && raised.some(({ spans }) => spans.length >= mostOfFlag))
      for (const { spans } of allowed.flags().filter(fits)) for (const span of spans) places.add(span)
    return places.evidence(Math.max(...raised.map(({ value }) => value)))
  }
}
