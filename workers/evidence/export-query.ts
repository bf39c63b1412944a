import * as z from 'zod'
import { exportFormatSchema, exportTextsSchema } from '../../protocol/index.ts'
import { rangeQuerySchema } from '../runs/log-query.ts'

/** Query of every export. [X1] */
export const exportQuerySchema = rangeQuerySchema.extend({
  format: exportFormatSchema.default('json'),
  /** As much as the actor may read, unless it is said. [X19] */
  texts: z.union([exportTextsSchema, z.literal('omit').transform(() => 'withheld' as const)]).optional(),
  bom: z.stringbool().default(false),
  /** A ticket, which stands for all of the above. [X14] */
  export: z.string().max(16_384).optional(),
})
export type ExportQuery = z.infer<typeof exportQuerySchema>
