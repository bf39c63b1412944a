import type { Span } from '../../../protocol/verdict.ts'
import type { Stretch } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'
import { flagOf } from './flag-of.ts'

/** A canary in the response, or a long piece of the system prompt repeated: proof of a leak. */
export function leakFlags(
  response: string,
  system: string | null | undefined,
  canaries: readonly string[],
): Flag[] {
  const flags: Flag[] = []
  const spans: Span[] = []
  for (const canary of canaries) {
    const start = canary.length < 4 ? -1 : response.indexOf(canary)
    if (start >= 0) spans.push({ in: 'response', start, end: start + canary.length, kind: 'canary' })
  }
  if (spans.length > 0) flags.push(flagOf('leak.canary', 'injection', 'response', 1, spans.slice(0, 50)))
  const repeated = system ? repeatedFrom(system, response) : null
  if (repeated !== null)
    flags.push(
      flagOf('leak.system_text', 'injection', 'response', 0.95, [
        { in: 'response', ...repeated, kind: 'system_text' },
      ]),
    )
  return flags
}

/** Words in a row that must agree before a repetition counts: fewer happen by chance. */
const shingle = 8

/** The longest stretch of the response that repeats at least eight words of the system prompt in a row. */
function repeatedFrom(system: string, response: string): Stretch | null {
  const known = new Set(shinglesOf(system).map(([words]) => words))
  const none: Stretch = { start: 0, end: 0 }
  let best = none
  let run = none
  for (const [words, start, end] of shinglesOf(response)) {
    if (!known.has(words)) run = none
    else run = { start: run === none ? start : run.start, end }
    if (run.end - run.start > best.end - best.start) best = run
  }
  return best === none ? null : best
}

function shinglesOf(text: string): [words: string, start: number, end: number][] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
  }))
  return words.slice(0, Math.max(0, words.length - shingle + 1)).map(({ start }, at) => {
    const part = words.slice(at, at + shingle)
    const last = part.at(-1)
    return [part.map(({ word }) => word).join(' '), start, (last?.start ?? start) + (last?.word.length ?? 0)]
  })
}
