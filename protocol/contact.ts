import * as z from 'zod'
import { emailSchema } from './email.ts'
import { nameSchema } from './organization.ts'

/** Body of `POST /contact/`. [N9] */
export const contactInputSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  message: z.string().trim().min(1).max(5000),
  /** A field that people do not see: what fills it in is a machine, and is answered as if all were well. */
  website: z.string().max(1000).default(''),
})
export type ContactInput = z.infer<typeof contactInputSchema>
