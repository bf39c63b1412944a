import type { Span } from '../../../protocol/verdict.ts'
import { inOriginal, type Stretch, type View } from '../../normalise/view.ts'
import type { Flag } from '../flag.ts'
import { flagOf } from './flag-of.ts'

/** Longest tag and longest hidden content that are looked at, in units. */
const longestTag = 600
const longestContent = 4000

/** Styles that keep a reader from seeing what an element holds. */
const unseen =
  /display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0(?!\.?\d*[1-9])|opacity\s?:\s?0(?!\.?\d*[1-9])|[^-]color\s?:\s?(?:white|transparent|#fff)|\shidden\b|(?:left|top|text-indent)\s?:\s?-\d{3}/

const machine =
  /\b(?:ai|a\.i\.|llm|llms|assistant|chatbot|gpt|chatgpt|claude|gemini|copilot|language model|agent|ki|ia)\b/
const order =
  /\b(?:say|tell|include|mention|recommend|send|forward|visit|ignore|add|rate|output|write|reply|respond|answer|must|click|delete|call|execute|print|summari[sz]e|disregard|forget|transfer|reveal|append|instructions?)\b/

function contentAt(text: string, from: number, closing: string): Stretch {
  const close = text.indexOf(closing, from)
  const end = close < 0 ? text.length : close
  return { start: from, end: Math.min(end, from + longestContent) }
}

/** What a reader of the rendered page would not see: comments, and elements styled away. */
function unseenStretches(text: string): Stretch[] {
  const found: Stretch[] = []
  let at = text.indexOf('<')
  // Looked for once for all the tags before it: else a text of `<` alone would be read again for each.
  let close = -1
  while (at >= 0 && found.length < 50) {
    let next = at + 1
    if (text.startsWith('<!--', at)) {
      const content = contentAt(text, at + 4, '-->')
      found.push(content)
      next = content.end
    } else {
      if (close < at) close = text.indexOf('>', at)
      if (close < 0) break
      if (close - at < longestTag && unseen.test(text.slice(at, close))) {
        const content = contentAt(text, close + 1, '<')
        found.push(content)
        next = content.end
      }
    }
    at = text.indexOf('<', Math.max(next, at + 1))
  }
  return found
}

/** Orders to a model where no reader sees them. A comment that speaks of something else is none. */
export function hiddenMarkupFlag(view: View, flags: readonly Flag[]): Flag | null {
  const { text } = view.folded
  if (!text.includes('<')) return null
  const spans: Span[] = []
  for (const stretch of unseenStretches(text)) {
    const content = text.slice(stretch.start, stretch.end)
    const place = inOriginal(view, stretch.start, Math.max(stretch.end, stretch.start + 1))
    const attacked = flags.some(
      (flag) =>
        flag.task === 'injection' &&
        flag.value >= 0.5 &&
        flag.spans.some((span) => span.start >= place.start && span.end <= place.end),
    )
    if (attacked || (machine.test(content) && order.test(content)))
      spans.push({ in: 'prompt', ...place, kind: 'hidden_markup' })
  }
  return spans.length === 0
    ? null
    : flagOf('obfuscation.hidden_markup', 'injection', 'prompt', 0.9, spans.slice(0, 20))
}
