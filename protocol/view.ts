import * as z from 'zod'
import { idSchema, timestampSchema } from './id.ts'

/** Path and query of a page of the simulator, as its address bar has them. */
export const viewAddressSchema = z
  .string()
  .max(2000)
  .regex(
    /^\/simulator(\/[A-Za-z0-9_:-][A-Za-z0-9_.:%-]*)*(\?[!-"$-~]*)?$/,
    'is the path and query of a page under /simulator',
  )

const nameSchema = z.string().trim().min(1).max(80)

/** A place on the page that somebody named. [S5] */
export const savedViewSchema = z.object({
  id: idSchema,
  organization_id: idSchema,
  owner: z.object({ id: idSchema, name: z.string() }),
  name: z.string(),
  address: z.string(),
  /** Whether everybody in the organisation sees it. */
  shared: z.boolean(),
  /** Whether the page opens with it; of somebody else's view always false. */
  is_default: z.boolean(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
})
export type SavedView = z.infer<typeof savedViewSchema>

/** Body of `POST /views/`. [S5] */
export const savedViewInputSchema = z.object({
  organization_id: idSchema,
  name: nameSchema,
  address: viewAddressSchema,
  shared: z.boolean().default(false),
  is_default: z.boolean().default(false),
})
export type SavedViewInput = z.infer<typeof savedViewInputSchema>

/** Body of `PATCH /views/:id/`: what is left out stays as it is. [S5] */
export const savedViewPatchSchema = z
  .object({
    name: nameSchema.optional(),
    address: viewAddressSchema.optional(),
    shared: z.boolean().optional(),
    is_default: z.boolean().optional(),
  })
  .refine(
    (change) => Object.keys(change).length > 0,
    'name at least one of name, address, shared, is_default',
  )
export type SavedViewPatch = z.infer<typeof savedViewPatchSchema>
