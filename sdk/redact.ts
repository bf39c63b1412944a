import { detectSensitive } from '../guardian/privacy/detect.ts'
import type { Hit } from '../guardian/privacy/hit.ts'
import { redactText } from '../guardian/privacy/redact-text.ts'
import { redactValue } from '../guardian/privacy/redact-value.ts'
import { severityRank } from '../protocol/severity.ts'
import type { Redaction, Redactor } from './redactor.ts'

/**
 * The bundled redactor: secrets (keys, tokens) and structured personal data (cards, e-mail addresses, account
 * numbers) give way to labels such as `[card ••42]`, in prompt, response and meta.
 *
 * What was taken out colours the beat as the server's default policy would, had it seen the texts: a live secret, or
 * data by which a person can be harmed, in the response is red; other personal data there, what may be a secret, or
 * a secret in the prompt yellow. What users write about themselves is counted, no more.
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
  const secret = worst(answered, 'secret')
  const personal = worst(answered, 'pii')
  const violations = [
    ...titled(secret, 'Secret in the response', 'Possible secret in the response'),
    ...titled(personal, 'Sensitive personal data in the response', 'Personal data in the response'),
    ...titled(worst(asked, 'secret'), 'Secret in the prompt'),
  ]
  if (violations.length === 0) return {}
  return { color: secret === 'grave' || personal === 'grave' ? 'red' : 'yellow', violations }
}

/** How bad the worst of some hits is, by the severities at which the default policy tells them apart. */
type Worst = 'grave' | 'slight' | null

function worst(hits: readonly Hit[], task: Hit['task']): Worst {
  const holds = (least: Hit['severity']) =>
    hits.some((hit) => hit.task === task && severityRank(hit.severity) >= severityRank(least))
  if (holds('high')) return 'grave'
  return holds('low') ? 'slight' : null
}

function titled(found: Worst, grave: string, slight = grave): string[] {
  return found === null ? [] : [found === 'grave' ? grave : slight]
}
