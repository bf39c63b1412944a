import { newId } from './new-id.ts'
import type { Meta } from './options.ts'
import type { Redactor } from './redactor.ts'
import type { Color, Result } from './result.ts'

/** What was said: null for a text that there is none of. */
export interface Exchange {
  prompt: string | null
  response: string | null
  confidence: number | null
  meta: Meta | null
  /** Who is told the verdict, where that was settled before the exchange was whole, as for a stream. */
  tell?: Tell | undefined
}

/** Told an exchange's verdict once it is known. */
export type Tell = (result: Result) => void

/** How the caller enforces the verdict, as it stands on the wire. */
export interface Enforcement {
  mode: 'edge' | 'local' | 'monitor'
  on_violation?: 'raise' | 'replace' | 'return_none'
  unavailable?: 'allow' | 'block'
}

/** A verdict of our own that goes along with a beat. */
export interface Reported {
  color?: Color
  violations?: string[]
  flatline?: boolean
  redactions?: Record<string, number>
}

/** A beat on its way, texts as they came. */
export interface Draft extends Omit<Exchange, 'tell'> {
  id: string
  /** By this machine's clock, in milliseconds; written as ISO 8601 when the beat is. */
  madeAtMs: number
  enforcement: Enforcement
  reported: Reported | null
}

/** Makes a beat of an exchange: the id is chosen here, so that sending it twice is recording it once. */
export function newDraft(exchange: Exchange, enforcement: Enforcement): Draft {
  const { prompt, response, confidence, meta } = exchange
  return {
    id: newId('bt'),
    madeAtMs: Date.now(),
    prompt,
    response,
    confidence,
    meta,
    enforcement,
    reported: null,
  }
}

/** Roughly what a draft holds in memory, in characters. */
export function draftSize(draft: Draft): number {
  return 300 + (draft.prompt?.length ?? 0) + (draft.response?.length ?? 0)
}

/** The beat as it is posted: redacted, with what the redaction took out joined to what is reported. */
export function encodeDraft(draft: Draft, redactor: Redactor | null): Record<string, unknown> {
  const { id, madeAtMs, prompt, response, confidence, meta, enforcement } = draft
  const wire = {
    kind: 'response',
    id,
    client_timestamp: new Date(madeAtMs).toISOString(),
    prompt,
    response,
    confidence,
    meta,
    enforcement,
    reported: draft.reported,
  }
  if (redactor === null) return wire
  const redacted = redactor({ prompt, response, meta })
  // A verdict of our own saw the texts as they were; else what was taken out speaks for them.
  const { color, violations, flatline } = draft.reported ?? redacted
  const reported: Reported = {
    ...(color === undefined ? {} : { color }),
    ...(violations === undefined ? {} : { violations }),
    ...(flatline === undefined ? {} : { flatline }),
    ...(Object.keys(redacted.redactions).length > 0 ? { redactions: redacted.redactions } : {}),
  }
  return {
    ...wire,
    prompt: redacted.prompt,
    response: redacted.response,
    meta: redacted.meta,
    reported: Object.keys(reported).length > 0 ? reported : null,
  }
}
