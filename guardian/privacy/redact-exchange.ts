import type { Finding, Span } from '../../protocol/verdict.ts'
import type { Hit } from './hit.ts'
import { addCounts } from './redact-value.ts'
import { redactText, type RedactedText } from './redact-text.ts'

export interface RedactedExchange {
  readonly prompt: string | null
  readonly response: string | null
  /** The same findings, their spans indexing the redacted texts. */
  readonly findings: Finding[]
  /** How many stretches of each kind were replaced, in both texts together. */
  readonly redactions: Record<string, number>
}

/** What was found in both texts, as `detectSensitive` gives it; null where there is no text. */
export interface ExchangeHits {
  readonly prompt: readonly Hit[] | null
  readonly response: readonly Hit[] | null
}

/**
 * Redacts both texts of an exchange and carries the spans of its findings over. [V4]
 *
 * Goes by hits and not by findings: a finding holds at most 50 spans, and a policy may allow what must still not
 * be stored.
 *
 * @param exchange The original texts.
 * @param findings What was found in the original texts.
 * @param hits What `evaluateWithHits` saw in these very texts. Left out: they are looked for here.
 */
export function redactExchange(
  exchange: { readonly prompt?: string | null; readonly response?: string | null },
  findings: readonly Finding[] = [],
  hits?: ExchangeHits,
): RedactedExchange {
  const prompt = redactNullable(exchange.prompt, hits?.prompt)
  const response = redactNullable(exchange.response, hits?.response)
  const redactions: Record<string, number> = {}
  addCounts(redactions, prompt?.redactions)
  addCounts(redactions, response?.redactions)
  const carry = (span: Span): Span => {
    const redacted = span.in === 'prompt' ? prompt : response
    return redacted === null ? span : { ...span, ...redacted.map(span) }
  }
  return {
    prompt: prompt === null ? null : prompt.text,
    response: response === null ? null : response.text,
    findings: findings.map((finding) => ({ ...finding, spans: finding.spans.map(carry) })),
    redactions,
  }
}

function redactNullable(
  text: string | null | undefined,
  hits: readonly Hit[] | null | undefined,
): RedactedText | null {
  return text === null || text === undefined ? null : redactText(text, hits ?? undefined)
}
