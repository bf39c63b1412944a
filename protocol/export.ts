import * as z from 'zod'
import { entrySchema } from './entry.ts'
import { hashSchema } from './id.ts'
import { runSchema } from './run.ts'

/** A JSON export. Its closing members come last in the file, so that a cut one is not whole. [G3] */
export const jsonExportSchema = z.object({
  custos_export: z.literal(1),
  run: runSchema,
  range: z.object({ start: z.string().nullable(), end: z.string().nullable() }),
  genesis: hashSchema,
  entries: z.array(entrySchema),
  count: z.int(),
  beats: z.int(),
  /** `hash` of the last entry in the file, or null when the range holds none. */
  head: hashSchema.nullable(),
  complete: z.literal(true),
})
export type JsonExport = z.infer<typeof jsonExportSchema>
