import * as z from 'zod'
import { beatContentSchema, enforcementSchema, warningSchema } from './beat.ts'
import { hashSchema, idSchema, timestampSchema } from './id.ts'
import { runStatusSchema } from './run.ts'
import { verdictSchema } from './verdict.ts'

/** What every header begins with. [E2] */
const headerBase = z.object({
  v: z.literal(1),
  run_id: idSchema,
  seq: z.int().min(1),
  id: idSchema,
  timestamp: timestampSchema,
  content_commitment: hashSchema.nullable(),
})

/** A beat without its texts: what the chain hashes. [E3] [E4] */
export const beatHeaderSchema = headerBase.extend({
  type: z.literal('beat'),
  kind: z.literal('response'),
  client_timestamp: timestampSchema.nullable(),
  ...verdictSchema.shape,
  enforcement: enforcementSchema.nullable(),
  warnings: z.array(warningSchema),
  while_paused: z.boolean(),
  run_status: runStatusSchema,
})
export type BeatHeader = z.infer<typeof beatHeaderSchema>

export const systemEvents = [
  'paused',
  'resumed',
  'ended',
  'warning',
  'recovered',
  'misaligned',
  'halted',
  'unhalted',
  'superseded',
] as const
export const systemEventSchema = z.enum(systemEvents)
export type SystemEvent = z.infer<typeof systemEventSchema>

/** Who did something: never a name, always an id. */
export const authorSchema = z.object({ type: z.enum(['user', 'key', 'system']), id: idSchema })
export type Author = z.infer<typeof authorSchema>

/** Something that happened to the run itself. [E5] */
export const systemHeaderSchema = headerBase.extend({
  type: z.literal('system'),
  event: systemEventSchema,
  status: runStatusSchema,
  reason: z.string().max(200).nullable(),
  actor: authorSchema.nullable(),
  figures: z.record(z.string(), z.number().nullable()).nullable(),
  next_run_id: idSchema.nullable(),
})
export type SystemHeader = z.infer<typeof systemHeaderSchema>

export const amendmentKinds = ['action', 'probe', 'judgement', 'label', 'note'] as const
export const amendmentKindSchema = z.enum(amendmentKinds)

/** Something learned about a beat after it was written. [E7] */
export const amendmentHeaderSchema = headerBase.extend({
  type: z.literal('amendment'),
  beat_seq: z.int().min(1),
  beat_id: idSchema,
  amendment: amendmentKindSchema,
  author: authorSchema,
})
export type AmendmentHeader = z.infer<typeof amendmentHeaderSchema>

const amendmentContentSchema = z.object({ data: z.record(z.string(), z.json()).nullable() })

/** Body of `POST /simulator/logs/:run_id/:seq/amendments/`. [G2] */
export const amendmentInputSchema = z.object({
  id: idSchema.nullish(),
  amendment: amendmentKindSchema,
  data: z.record(z.string(), z.json()),
})
export type AmendmentInput = z.infer<typeof amendmentInputSchema>

/** What the server adds to a header when it hands an entry out; a content whose text was erased is all null. */
const seal = {
  hash: hashSchema,
  erased: z.literal(true).optional(),
  /** The texts were left out of this export; the commitment stands for them. [X6] */
  withheld: z.literal(true).optional(),
  /** In exports only. [C3] */
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .optional(),
}

export const beatEntrySchema = z.object({ ...beatHeaderSchema.shape, ...beatContentSchema.shape, ...seal })
export const systemEntrySchema = z.object({ ...systemHeaderSchema.shape, ...seal })
export const amendmentEntrySchema = z.object({
  ...amendmentHeaderSchema.shape,
  ...amendmentContentSchema.shape,
  ...seal,
})
export const entrySchema = z.discriminatedUnion('type', [
  beatEntrySchema,
  systemEntrySchema,
  amendmentEntrySchema,
])
export type BeatEntry = z.infer<typeof beatEntrySchema>
export type SystemEntry = z.infer<typeof systemEntrySchema>
export type AmendmentEntry = z.infer<typeof amendmentEntrySchema>
export type Entry = z.infer<typeof entrySchema>
export type EntryHeader = BeatHeader | SystemHeader | AmendmentHeader

export { contentFields, sealFields } from './content-fields.ts'
