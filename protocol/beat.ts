import * as z from 'zod'
import { idSchema } from './id.ts'
import { limits } from './limits.ts'
import { colorSchema } from './verdict.ts'

/** How the caller enforces the verdict; what it then did follows as an amendment. [B2] */
export const enforcementSchema = z.object({
  mode: z.enum(['edge', 'local', 'monitor']),
  on_violation: z.enum(['raise', 'replace', 'return_none']).optional(),
  /** Set when the edge was out of reach and the SDK went by its `onUnavailable`. */
  unavailable: z.enum(['allow', 'block']).optional(),
})
export type Enforcement = z.infer<typeof enforcementSchema>

const violationsSchema = z.array(z.string().max(500)).max(100)

/** What a client found and removed on its own side. [B15] */
export const reportedSchema = z.object({
  color: colorSchema.optional(),
  violations: violationsSchema.optional(),
  flatline: z.boolean().optional(),
  /** Kinds redacted before transport, with how often. */
  redactions: z
    .record(z.string().regex(/^[a-z][a-z0-9_ -]{0,63}$/, 'names a kind in lower case'), z.int().min(0))
    .refine((kinds) => Object.keys(kinds).length <= 100, 'may name 100 kinds at most')
    .optional(),
})
export type Reported = z.infer<typeof reportedSchema>

const metaSchema = z.record(z.string(), z.json())
export type Meta = z.infer<typeof metaSchema>

/** Fields of a beat as a client posts it. [B2] */
export const beatInputSchema = z.object({
  kind: z.enum(['response', 'heartbeat']).default('response'),
  id: idSchema.nullish(),
  run_id: idSchema.nullish(),
  prompt: z.string().nullish(),
  response: z.string().nullish(),
  /** 0..1; what is not a number in that range is recorded as null, with a warning. [B8] */
  confidence: z.number().nullish(),
  client_timestamp: z.iso.datetime({ offset: true, local: true }).nullish(),
  meta: metaSchema.nullish(),
  enforcement: enforcementSchema.nullish(),
  status: colorSchema.nullish(),
  color: colorSchema.nullish(),
  violations: violationsSchema.nullish(),
  flatline: z.boolean().nullish(),
  reported: reportedSchema.nullish(),
})
export type BeatInput = z.infer<typeof beatInputSchema>

/** The posted form, before defaults: what an SDK writes. */
export type BeatPost = z.input<typeof beatInputSchema>

/** Body of `POST /simulator/logs/batch/`; items are checked one by one. [B12] */
export const batchInputSchema = z.object({ beats: z.array(z.unknown()).min(1).max(limits.batchBeats) })

/** Things the server changed or noticed while taking a beat; never a refusal. */
export const warningCodes = [
  'confidence_invalid',
  'text_malformed',
  'text_truncated',
  'field_unknown',
  'findings_limited',
] as const
export const warningSchema = z.object({
  code: z.enum(warningCodes),
  field: z.string().max(128),
  detail: z.string().max(300),
})
export type Warning = z.infer<typeof warningSchema>

/** What was cut from a stored text: the whole text's UTF-8 size and hash, after redaction. [B10] */
const cutSchema = z.object({ bytes: z.int(), sha256: z.string() })
export const truncatedSchema = z.object({ prompt: cutSchema.optional(), response: cutSchema.optional() })
export type Truncated = z.infer<typeof truncatedSchema>

/** What a client may write freely in a beat: covered by the commitment, erasable. [E4] */
export const beatContentSchema = z.object({
  prompt: z.string().nullable(),
  response: z.string().nullable(),
  meta: metaSchema.nullable(),
  reported: reportedSchema.nullable(),
  truncated: truncatedSchema.nullable(),
})
export type BeatContent = z.infer<typeof beatContentSchema>
