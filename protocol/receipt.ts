import * as z from 'zod'
import { warningSchema } from './beat.ts'
import { beatHeaderSchema } from './entry.ts'
import { hashSchema, idSchema, timestampSchema } from './id.ts'
import { problemSchema } from './problem.ts'
import { runStatusSchema } from './run.ts'
import { verdictSchema } from './verdict.ts'

/** The answer to a response beat: the stored beat without its texts. [B3] */
export const receiptSchema = z.object({
  ...beatHeaderSchema.shape,
  hash: hashSchema,
  /** The same as `id`, under the name that older clients know. */
  log_id: idSchema,
  ended_at: timestampSchema.nullable(),
  /** True when this id had been acknowledged before. [B4] */
  duplicate: z.literal(true).optional(),
})
export type Receipt = z.infer<typeof receiptSchema>

/** The answer to an exchange that is evaluated and not recorded. [B17] */
export const evaluationSchema = z.object({
  ...verdictSchema.shape,
  warnings: z.array(warningSchema),
})
export type Evaluation = z.infer<typeof evaluationSchema>

/** The answer to a heartbeat. [B5] */
export const heartbeatReceiptSchema = z.object({
  ok: z.literal(true),
  run_id: idSchema,
  status: runStatusSchema,
})
export type HeartbeatReceipt = z.infer<typeof heartbeatReceiptSchema>

/** One item of a batch's answer. [B12] */
export const batchResultSchema = z.union([
  z.object({ status: z.union([z.literal(200), z.literal(201)]), beat: receiptSchema }),
  z.object({ status: z.literal(201), heartbeat: heartbeatReceiptSchema }),
  z.object({ status: z.int().min(400), problem: problemSchema }),
])
export type BatchResult = z.infer<typeof batchResultSchema>
export const batchReceiptSchema = z.object({ results: z.array(batchResultSchema) })
