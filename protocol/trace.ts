import * as z from 'zod'
import { systemEventSchema } from './entry.ts'
import { idSchema, timestampSchema } from './id.ts'

/** `seq` that a block of the trace spans: from 256·n + 1 to 256·(n + 1). [S2] */
export const traceBlockSize = 256

/** At most so many beats come one by one, so many blocks, and so many beats that are not green beside blocks. */
export const traceLimits = { pointsDefault: 4000, pointsMax: 100_000, blocks: 4000, notable: 5000 } as const

/** Query of `GET /simulator/runs/:run_id/trace/`. [S1] */
export const traceQuerySchema = z.object({
  from: timestampSchema.optional(),
  to: timestampSchema.optional(),
  points: z.coerce.number().int().min(100).max(traceLimits.pointsMax).default(traceLimits.pointsDefault),
})
export type TraceQuery = z.infer<typeof traceQuerySchema>

/**
 * Beats as columns of equal length. `seq` and `at` (milliseconds since 1970) give the first value and then the
 * steps; `marks` has a letter a beat: `g`reen, `y`ellow, `r`ed, and `f` for one that flatlined. [S3]
 */
export const traceBeatsSchema = z.object({
  seq: z.array(z.int()),
  at: z.array(z.int()),
  score: z.array(z.number()),
  marks: z.string().regex(/^[gyrf]*$/),
})
export type TraceBeats = z.infer<typeof traceBeatsSchema>

/** Blocks as columns of equal length; a block without a beat has null scores. [S2] */
export const traceBlocksSchema = z.object({
  /** First and last `seq` of each; times are milliseconds since 1970. */
  first_seq: z.array(z.int()),
  last_seq: z.array(z.int()),
  from_at: z.array(z.int()),
  to_at: z.array(z.int()),
  beats: z.array(z.int()),
  score_min: z.array(z.number().nullable()),
  score_max: z.array(z.number().nullable()),
  score_mean: z.array(z.number().nullable()),
  yellow: z.array(z.int()),
  red: z.array(z.int()),
  flatlines: z.array(z.int()),
})
export type TraceBlocks = z.infer<typeof traceBlocksSchema>

/** A run, or a stretch of it, to be drawn: no texts. [S1] */
export const traceSchema = z.object({
  run_id: idSchema,
  /** Whether every beat is in `beats`, or only those that are not green, beside `blocks`. */
  detail: z.enum(['beats', 'blocks']),
  /** The entries of the range; null when it has none. */
  first_seq: z.int().nullable(),
  last_seq: z.int().nullable(),
  /** False while blocks are still being counted: what is here is the beginning, and asking again gives more. */
  complete: z.boolean(),
  beats: traceBeatsSchema,
  /** Beats that are not green and found no room in `beats`; the blocks have counted them. */
  left_out: z.int(),
  blocks: traceBlocksSchema.nullable(),
  events: z.array(z.object({ seq: z.int(), at: z.int(), event: systemEventSchema })),
  amendments: z.array(z.object({ seq: z.int(), beat_seq: z.int() })),
})
export type Trace = z.infer<typeof traceSchema>
