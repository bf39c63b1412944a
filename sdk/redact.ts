import { detectSensitive } from '../guardian/privacy/detect.ts'
import type { Hit } from '../guardian/privacy/hit.ts'
import { redactText } from '../guardian/privacy/redact-text.ts'
import { redactValue } from '../guardian/privacy/redact-value.ts'
import type { Redaction, Redactor } from './redactor.ts'

const ranks = ['info', 'low', 'medium', 'high', 'critical'] as const

/**
 * The bundled redactor: secrets (keys, tokens) and structured personal data (cards, e-mail addresses, account
 * numbers) give way to labels such as `[card ••42]`, in prompt, response and meta.
 *
 * What stood in the response colours the beat as the guardian would: medium is yellow, high is red, critical a
 * flatline. What a user wrote about themselves in the prompt is counted, no more.
 *
 * @example
 * guardian({ redact: (exchange) => redact({ ...exchange, meta: null }) })
 */
export const redact: Redactor = ({ prompt, response, meta }) => {
  const redactions: Record<string, number> = {}
  const count = (more: Record<string, number>): void => {
    for (const [kind, times] of Object.entries(more)) redactions[kind] = (redactions[kind] ?? 0) + times
  }
  const clean = (text: string | null, hits: readonly Hit[]): string | null => {
    if (text === null || hits.length === 0) return text
    const redacted = redactText(text, hits)
    count(redacted.redactions)
    return redacted.text
  }
  const leaked = detectSensitive(response ?? '')
  const redacted: Redaction = {
    prompt: clean(prompt, detectSensitive(prompt ?? '')),
    response: clean(response, leaked),
    meta: null,
    redactions,
  }
  if (meta !== null) {
    const value = redactValue(meta)
    count(value.redactions)
    redacted.meta = value.value as Record<string, unknown>
  }
  return { ...redacted, ...judge(leaked) }
}

const rank = (hit: Hit): number => ranks.indexOf(hit.severity)

function judge(hits: readonly Hit[]): Pick<Redaction, 'color' | 'flatline' | 'violations'> {
  const grave = hits.filter((hit) => rank(hit) >= 2)
  if (grave.length === 0) return {}
  const worst = grave.reduce((rankSoFar, hit) => Math.max(rankSoFar, rank(hit)), 0)
  const kinds = new Set(grave.map((hit) => hit.kind))
  return {
    color: worst > 2 ? 'red' : 'yellow',
    ...(worst > 3 ? { flatline: true } : {}),
    violations: Array.from(
      kinds,
      (kind) => `Redacted from the response before sending: ${kind.replaceAll('_', ' ')}`,
    ),
  }
}
