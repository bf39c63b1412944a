import type { BeatInput, FieldError, Warning } from '../../protocol/index.ts'
import {
  beatInputSchema,
  fieldErrors,
  fieldErrorsText,
  limits,
  problem,
  type Problem,
} from '../../protocol/index.ts'
import { detectSecrets, redactText } from '../../guardian/privacy/index.ts'
import { metaError } from './check-meta.ts'

/** A beat as it came, parsed, with what had to be bent to take it. */
export interface ReadBeat {
  input: BeatInput
  warnings: Warning[]
}

const knownFields = new Set(Object.keys(beatInputSchema.shape))

/**
 * Parses one beat from a body or a batch, or says what is wrong with it, field by field. [B2] [B8] [B11]
 *
 * @param malformedText whether lone surrogates were mended in the body [B9]
 */
export function readBeat(value: unknown, malformedText: boolean): ReadBeat | { problem: Problem } {
  const warnings: Warning[] = []
  if (malformedText) warnings.push(warning('text_malformed', '(body)', 'Lone surrogates became U+FFFD.'))
  const body = isObject(value) ? withoutBadConfidence(value, warnings) : value
  const bad = isObject(body) ? metaError(body['meta'] ?? null) : null
  if (bad) return refuse([bad])
  const parsed = beatInputSchema.safeParse(
    isObject(body) && body['meta'] ? { ...body, meta: finite(body['meta']) } : body,
  )
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  const input = parsed.data
  if (input.id != null && detectSecrets(input.id).length > 0) {
    // An id stands in the header, which can't be redacted: it would not be the id any more.
    return refuse([{ field: 'id', message: 'holds what looks like a secret; choose another' }])
  }
  const unknown = Object.keys(body as object)
    .filter((field) => !knownFields.has(field))
    .slice(0, limits.labels)
    .map(shownName)
  if (input.kind === 'response' && input.response == null && input.prompt == null) {
    return refuse([
      { field: 'response', message: 'a response beat needs a response or a prompt (it may be empty)' },
      ...unknown.map((field) => ({ field, message: 'is not a field of a beat' })),
    ])
  }
  for (const field of unknown) {
    if (warnings.length < limits.labels)
      warnings.push(warning('field_unknown', field, 'Unknown fields are ignored.'))
  }
  return { input, warnings }
}

/** The name of an unknown field to repeat: whole secrets are looked for before it is cut. */
function shownName(field: string): string {
  return redactText(field.slice(0, 1024).toWellFormed()).text.slice(0, 64).toWellFormed()
}

function refuse(errors: FieldError[]): { problem: Problem } {
  return { problem: problem('invalid_body', fieldErrorsText(errors), { errors }) }
}

/** A confidence that is a number but not in 0..1 does not cost the beat. [B8] */
function withoutBadConfidence(body: Record<string, unknown>, warnings: Warning[]): Record<string, unknown> {
  const { confidence } = body
  if (typeof confidence !== 'number' || (confidence >= 0 && confidence <= 1)) return body
  warnings.push(warning('confidence_invalid', 'confidence', 'Not a number in 0..1; recorded as null.'))
  return { ...body, confidence: null }
}

export function warning(code: Warning['code'], field: string, detail: string): Warning {
  return { code, field, detail }
}

/**
 * Numbers that JSON can't hold (`NaN`, or too large for a double) become null; the depth of `meta` is checked
 * before. [B8]
 */
function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.map(finite)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, finite(item)]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
