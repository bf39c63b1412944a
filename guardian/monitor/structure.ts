import type { Span, Task } from '../../protocol/verdict.ts'
import type { Folded } from '../normalise/fold.ts'
import { inOriginal, type Stretch, type View } from '../normalise/view.ts'
import type { Flag } from './flag.ts'

type Where = 'prompt' | 'response'

function flagOf(detector: string, task: Task, where: Where, value: number, spans: Span[]): Flag {
  return { detector, task, in: where, value, spans }
}

/** Signs by which chat formats mark who speaks: in a user's text they impersonate the system. */
const roleMarkers = [
  '<|im_start|>',
  '<|system|>',
  '<<sys>>',
  '[/inst]',
  '<|start_header_id|>',
  '### system',
  '</system>',
  '[system](#',
  '<|endoftext|>',
]

/** Chat-format role markers inside a text. */
export function roleMarkerFlag(view: View, where: Where): Flag | null {
  const spans: Span[] = []
  for (const marker of roleMarkers) {
    const start = view.folded.text.indexOf(marker)
    if (start >= 0)
      spans.push({ in: where, ...inOriginal(view, start, start + marker.length), kind: 'role_marker' })
  }
  return spans.length === 0 ? null : flagOf('injection.role_marker', 'injection', where, 0.6, spans)
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isZeroWidth = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200d) || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff || code === 0xad

/**
 * Hidden characters used to hide something: tags that spell text, overrides of the writing direction, and zero-width
 * characters inside Latin words. Joiners of emoji and of scripts that need them do not count.
 */
export function hiddenFlag(text: string, folded: Folded, where: Where): Flag | null {
  if (folded.hidden === 0) return null
  const spans: Span[] = []
  let tags = 0
  let inWords = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0xad) continue
    const tag = code === 0xdb40 && text.charCodeAt(at + 1) >= 0xdc20 && text.charCodeAt(at + 1) <= 0xdc7e
    const inWord = isZeroWidth(code) && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1))
    if (tag) tags++
    if (inWord) inWords++
    const direction = code === 0x202d || code === 0x202e
    if ((tag || inWord || direction) && spans.length < 20) {
      spans.push({
        in: where,
        start: at,
        end: at + (tag ? 2 : 1),
        kind: direction ? 'bidi_override' : tag ? 'tag_characters' : 'zero_width',
      })
    }
  }
  // A flag of England is one emoji and six tags, the last of which only ends it.
  const bidi = spans.some((span) => span.kind === 'bidi_override')
  if (tags < 12 && inWords < 2 && !bidi) return null
  return flagOf('obfuscation.hidden', 'injection', where, tags >= 12 || inWords >= 4 ? 0.8 : 0.5, spans)
}

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
