import * as z from 'zod'

/** Query of the socket. [L1] */
export const liveQuerySchema = z.object({
  token: z
    .string()
    .max(200)
    .regex(/^[\x21-\x7e]*$/, 'is no token')
    .optional(),
  ticket: z.string().max(200).optional(),
  after: z.coerce.number().int().min(0).optional(),
  frames: z.enum(['single', 'batch']).default('single'),
})
