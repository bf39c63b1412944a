import type { Span } from '../../../protocol/verdict.ts'
import type { Flag } from '../flag.ts'
import { flagOf } from './flag-of.ts'

/** As much of the texts as is compared, UTF-16 units: what was done is told in short answers. */
const longest = 20_000

/** Something was done with an address. Every gap is bounded. */
const done =
  /\b(?:sent|forwarded|e-?mailed|transferred|posted|submitted|uploaded|shared|invited|copied|exported|paid|wired|gesendet|geschickt|weitergeleitet|überwiesen|envoyé|transféré|enviado|reenviado|transferido)\b[^!?\n]{0,100}?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?:\/\/[^\s)>\]"']{4,200})/giu

/** Something is to be shown: what it is, in up to four words. */
const toShow =
  /\b(?:output|print|show|reveal|display|dump|list|give|expose)\s(?:me\s)?(?:all\s)?(?:of\s)?(?:the\s|your\s|its\s|my\s)?((?:[\p{L}\p{N}_-]{2,30}\s){0,3}[\p{L}\p{N}_-]{2,30})/giu

/** The same at the head of a response, as a heading. */
const heading =
  /^[\s*#>`"']{0,8}(?:here (?:is|are) )?(?:the |your |my |our )?([\p{L}\p{N}_ -]{4,120}?)[\s*`"']{0,6}:/iu

/** Orders looked at; an exchange has few. */
const mostOrders = 200

/**
 * Signs that the response did what some sentence of the prompt orders: it says that something went to an address of
 * the prompt, or begins with what was to be shown. Ordinary requests look the same, so it means something only
 * beside an attack.
 */
export function followedFlag(prompt: string, response: string): Flag | null {
  const asked = prompt.slice(0, longest)
  const answer = response.slice(0, longest)
  const spans = [...sentTo(asked, answer), ...shown(asked, answer)]
  return spans.length === 0 ? null : flagOf('leak.followed', 'injection', 'response', 0.8, spans)
}

function sentTo(asked: string, answer: string): Span[] {
  if (!asked.includes('@') && !asked.includes('://')) return []
  const spans: Span[] = []
  for (const match of answer.matchAll(done)) {
    const address = (match[1] ?? '').replace(/[.,;:]+$/, '')
    if (asked.includes(address)) spans.push(spanOf(match.index, match[0].length))
    if (spans.length === 20) break
  }
  return spans
}

function shown(asked: string, answer: string): Span[] {
  const head = heading.exec(answer)
  const title = head?.[1]?.trim().toLowerCase()
  if (head === null || title === undefined) return []
  let orders = 0
  for (const match of asked.matchAll(toShow)) {
    if (++orders > mostOrders) break
    const wanted = (match[1] ?? '').toLowerCase()
    if (wanted.length >= 4 && (wanted === title || wanted.startsWith(`${title} `))) {
      return [spanOf(0, head[0].length)]
    }
  }
  return []
}

const spanOf = (start: number, length: number): Span => ({
  in: 'response',
  start,
  end: start + length,
  kind: 'followed',
})
