import { detectSensitive } from '../guardian/privacy/detect.ts'
import type { Hit } from '../guardian/privacy/hit.ts'
import { redactText } from '../guardian/privacy/redact-text.ts'
import { redactValue } from '../guardian/privacy/redact-value.ts'
import type { Redaction, Redactor } from './redactor.ts'

/**
 * The bundled redactor: secrets (keys, tokens) and structured personal data (cards, e-mail addresses, account
 * numbers) give way to labels such as `[card ••42]`, in prompt, response and meta.
 *
 * What was taken out colours the beat as the server's default policy would, had it seen the texts: a secret in the
 * response is red, personal data there or a secret in the prompt yellow. What users write about themselves is
 * counted, no more.
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
  const asked = detectSensitive(prompt ?? '')
  const answered = detectSensitive(response ?? '')
  const redacted: Redaction = {
    prompt: clean(prompt, asked),
    response: clean(response, answered),
    meta: null,
    redactions,
  }
  if (meta !== null) {
    const value = redactValue(meta)
    count(value.redactions)
    redacted.meta = value.value as Record<string, unknown>
  }
  return { ...redacted, ...judge(asked, answered) }
}

function judge(asked: readonly Hit[], answered: readonly Hit[]): Pick<Redaction, 'color' | 'violations'> {
  const leaked = answered.some(isSecret)
  const violations = [
    ...(leaked ? ['Secret in the response'] : []),
    ...(answered.some(({ task }) => task === 'pii') ? ['Personal data in the response'] : []),
    ...(asked.some(isSecret) ? ['Secret in the prompt'] : []),
  ]
  if (violations.length === 0) return {}
  return { color: leaked ? 'red' : 'yellow', violations }
}

/** What the default policy counts as one: `secret: true, at_least: 'medium'`. */
function isSecret({ task, severity }: Hit): boolean {
  return task === 'secret' && severity !== 'low' && severity !== 'info'
}
