import { secret, type Hit } from './hit.ts'
import { isPlaceholder, isReference } from './placeholder.ts'

const command = /\bcurl\b/g
const option = /\s(?:-u|--user|--proxy-user)(?:[ =]{0,3})\\?(["']?)([^\s"':$<]{0,80}|\{[^}"]{1,60}\}):/g
const reach = 600

const stock = /^(?:pass(?:word|wd)?|pwd|secret|token|api_?token|api_?key|key|user(?:name)?|x+|y+|z+|\*+)$/i

/** `curl -u name:password`: looked for within 600 units of the command. */
export function findCurlUsers(text: string, hits: Hit[]): void {
  if (!text.includes('curl')) return
  let past = 0
  for (const { index } of text.matchAll(command)) {
    const from = Math.max(index, past)
    past = from + reach
    for (const match of text.slice(from, past).matchAll(option)) {
      const behind = from + match.index + match[0].length
      // `name:'pass word'` quotes the second half by itself.
      const own = match[1] === '' ? (/^["']/.exec(text.slice(behind, behind + 1))?.[0] ?? '') : ''
      const start = behind + own.length
      const quote = own === '' ? (match[1] ?? '') : own
      const end = valueEnd(text, start, quote)
      const value = text.slice(start, end)
      if (value.length < 3 || stock.test(value) || value === match[2]) continue
      if (isReference(value) || isPlaceholder(value)) continue
      hits.push(secret('password', '[password]', start, end, 0.9))
    }
  }
}

function valueEnd(text: string, start: number, quote: string): number {
  let end = start
  const most = Math.min(text.length, start + 120)
  const over = (sign: string): boolean =>
    quote === '' ? /[\s"'>]/.test(sign) : sign === quote || sign === '\n'
  while (end < most && !over(text[end] ?? '')) end++
  return end
}
