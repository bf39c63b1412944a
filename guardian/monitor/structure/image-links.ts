import type { Span } from '../../../protocol/verdict.ts'
import { decodeRuns } from '../../normalise/decode.ts'
import type { Flag } from '../flag.ts'
import { flagOf, mostSpans, type Where } from './flag-of.ts'

/** A Markdown image from elsewhere: whoever shows it calls its address. */
const image = /!\[[^\][\n]{0,200}\]\(\s?(https?:\/\/[^\s)]{1,2000})/gi

/** A place to be filled in with what must not leave. */
const blank =
  /[?&/=][\w.-]{0,40}=?(?:[[{<]|%5b|%7b|\$\{)\s?[\w .'-]{0,60}?(?:data|summary|conversation|chat|history|secret|password|info|text|message|content|user|name|mail|token|key|base64|here)/i

/** Longer values of a query may carry something; shorter ones hardly. */
const telling = 12

function carries(address: string): boolean {
  const query = address.indexOf('?')
  if (query < 0) return false
  return address
    .slice(query + 1)
    .split('&')
    .some((pair) => {
      const value = pair.slice(pair.indexOf('=') + 1)
      return value.length >= telling && decodeRuns(value).length > 0
    })
}

/** Images whose address carries text away: with a blank to fill in a prompt, with encoded text in a response. */
export function imageLinkFlag(text: string, where: Where): Flag | null {
  if (!text.includes('![')) return null
  const spans: Span[] = []
  for (const match of text.matchAll(image)) {
    const address = match[1] ?? ''
    if (where === 'prompt' ? !blank.test(address) : !carries(address)) continue
    spans.push({ in: where, start: match.index, end: match.index + match[0].length, kind: 'image_link' })
    if (spans.length === mostSpans) break
  }
  if (spans.length === 0) return null
  return where === 'prompt'
    ? flagOf('injection.exfiltration', 'injection', where, 0.85, spans)
    : flagOf('leak.image_link', 'injection', where, 0.85, spans)
}
