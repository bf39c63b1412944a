import type { Span } from '../../protocol/verdict.ts'
import type { Flag } from './flag.ts'

/** What a context makes of a flag it speaks against: something to leave to the models. */
const contextShare = 0.4

/** Detectors that a game, or talk of protection, speaks against; the abuse of children and suicide are no game. */
const contextual = /^(?:harm\.|danger\.(?:weapon|mass_harm)$)/

/** Detectors whose words also stand in talk about models and attacks, and in what only sounds grim. */
const mentioned = {
  'about.models': /^(?:injection|jailbreak)\./,
  'about.harmless': /^(?:harm\.|danger\.(?:weapon|suicide_method)$)/,
} as const

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Takes weight from flags that their surroundings explain. */
export function inContext(flags: readonly Flag[]): Flag[] {
  if (flags.length === 0) return []
  const harmless = flags.some(({ detector }) => detector.startsWith('context.'))
  const about = Object.entries(mentioned).flatMap(([detector, explains]) => {
    const spans = flags.filter((flag) => flag.detector === detector).flatMap((flag) => flag.spans)
    return spans.length === 0 ? [] : [{ explains, spans }]
  })
  if (!harmless && about.length === 0) return [...flags]
  return flags.map((flag) => {
    const explained =
      (harmless && contextual.test(flag.detector)) ||
      about.some(({ explains, spans }) => explains.test(flag.detector) && isMention(flag, spans))
    return explained ? { ...flag, value: flag.value * contextShare } : flag
  })
}

/** Mentioned, not used: every place of the phrase lies in a phrase about it. */
function isMention(flag: Flag, about: readonly Span[]): boolean {
  return flag.spans.every((span) => about.some((stretch) => overlaps(span, stretch)))
}
