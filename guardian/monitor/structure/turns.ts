import type { Span } from '../../../protocol/verdict.ts'
import { inOriginal, type View } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'
import { flagOf, matchSpans, mostSpans } from './flag-of.ts'

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

/** Any of them, looked for at once. */
const anyRoleMarker = new RegExp(roleMarkers.map((marker) => marker.replace(/[|[\](]/g, '\\$&')).join('|'))

/** Any of these stands in a text with a marker of turns; most texts have none, and are let go at once. */
const markerSigns = ['<|', '<<', '[/', '[sys', '### ', '</', '[adm', '[dev', '<sys', '<adm']

/** A turn closed and another opened, or a marker with its role: it takes intent to write that. */
const forged =
  /<\|(?:im_start|start_header_id)\|>\s{0,4}(?:system|assistant|developer)|<\|im_end\|>\s{0,4}<\|im_start\|>|\[inst\]\s{0,4}<<sys>>|<\/(?:system|user|instructions|data|document|user_input|input|context|text|query|email)>\s{0,40}<(?:system|user|admin|instructions|assistant|developer)>|\[system\]\(#/g

/** Chat-format markers inside a text, and turns forged with them. */
function markerFlags(view: View): Flag[] {
  const { text } = view.folded
  if (!text.includes('<') && !text.includes('[') && !text.includes('#')) return []
  if (!markerSigns.some((sign) => text.includes(sign))) return []
  const forgeries = matchSpans(view, forged, 'prompt', 'forged_turn')
  if (forgeries.length > 0) return [flagOf('injection.fake_turn', 'injection', 'prompt', 0.85, forgeries)]
  if (!anyRoleMarker.test(text)) return []
  const spans: Span[] = []
  for (const marker of roleMarkers) {
    const start = text.indexOf(marker)
    if (start >= 0)
      spans.push({ in: 'prompt', ...inOriginal(view, start, start + marker.length), kind: 'role_marker' })
  }
  return spans.length === 0 ? [] : [flagOf('injection.role_marker', 'injection', 'prompt', 0.6, spans)]
}

/** A line that says who speaks. */
const speaker =
  /(?:^|\n)[ \t>*#"']{0,6}\[?(system|user|human|assistant|ai|chatgpt|gpt|bot|q|a|question|answer|frage|antwort|pregunta|respuesta)\]?[ \t*"']{0,4}:/g
const asks = new Set(['user', 'human', 'q', 'question', 'frage', 'pregunta'])
/** So many questions with answers put into the model's mouth are a pattern to go on with. */
const manyShots = 3

interface Turn {
  readonly role: string
  readonly start: number
  readonly end: number
}

function turnsOf(text: string): Turn[] {
  const turns: Turn[] = []
  for (const match of text.matchAll(speaker)) {
    const end = match.index + match[0].length
    turns.push({ role: match[1] ?? '', start: end - match[0].trimStart().length, end })
    if (turns.length === 200) break
  }
  return turns
}

/** Turns written out as a script: a word of the "system" after others have spoken, and answers made up in advance. */
function scriptFlags(view: View): Flag[] {
  const { text } = view.folded
  if (!text.includes(':')) return []
  const turns = turnsOf(text)
  const place = ({ start, end }: Turn, kind: string): Span => ({
    in: 'prompt',
    ...inOriginal(view, start, end),
    kind,
  })
  const flags: Flag[] = []
  const system = turns.filter(({ role }, at) => role === 'system' && at > 0)
  if (system.length > 0) {
    const spans = system.slice(0, mostSpans).map((turn) => place(turn, 'fake_turn'))
    flags.push(flagOf('injection.fake_turn', 'injection', 'prompt', 0.8, spans))
  }
  const answered = turns.filter(({ role }, at) => {
    const before = turns[at - 1]
    return before !== undefined && asks.has(before.role) && !asks.has(role) && role !== 'system'
  })
  if (answered.length >= manyShots) {
    const spans = answered.slice(0, mostSpans).map((turn) => place(turn, 'shot'))
    flags.push(flagOf('jailbreak.many_shot', 'jailbreak', 'prompt', 0.5, spans))
  }
  return flags
}

/** Turns of a conversation inside one message: forged by markers, or written out as a script. */
export function turnFlags(view: View): Flag[] {
  return [...markerFlags(view), ...scriptFlags(view)]
}
