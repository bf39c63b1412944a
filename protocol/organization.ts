import * as z from 'zod'
import { idSchema, timestampSchema } from './id.ts'
import { limits } from './limits.ts'
import { newProjectSettingsSchema, projectSettingsSchema } from './run.ts'

/** What a person is in an organisation, from the most to the least that it may do. [O4] */
export const roles = ['owner', 'admin', 'analyst', 'viewer', 'auditor'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** A name that people read: trimmed, on one line, without control or direction characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(limits.nameLength)
  .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]*$/u, 'may hold no control characters')

const daysSchema = z.int().min(1).max(36_500).nullable()

/** An organisation as a member sees it. [O3] */
export const organizationSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Whether it is somebody's own, which nobody else can join. */
  personal: z.boolean(),
  /** What the one who asks is in it. */
  role: roleSchema,
  /** Retention: after how many days texts are erased, and closed runs deleted; null keeps them. [R11] */
  erase_texts_after_days: z.int().nullable(),
  delete_runs_after_days: z.int().nullable(),
  /** Whether auditors get texts, or the commitments in their place. */
  auditors_see_texts: z.boolean(),
  created_at: timestampSchema,
})
export type Organization = z.infer<typeof organizationSchema>

/** Body of `POST /organizations/`. */
export const organizationInputSchema = z.strictObject({ name: nameSchema })

/** Body of `PATCH /organizations/:id/`; what is left out stays. */
export const organizationPatchSchema = z
  .strictObject({
    name: nameSchema,
    erase_texts_after_days: daysSchema,
    delete_runs_after_days: daysSchema,
    auditors_see_texts: z.boolean(),
  })
  .partial()

/** Body of `DELETE /organizations/:id/`: the name, as a sign that it is meant. [D2] */
export const organizationDeletionSchema = z.strictObject({ confirm: z.string().max(limits.nameLength) })

export const memberSchema = z.object({
  user_id: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  created_at: timestampSchema,
})
export type Member = z.infer<typeof memberSchema>

/** Body of `PATCH /organizations/:id/members/:user_id/`. */
export const memberPatchSchema = z.strictObject({ role: roleSchema })

/** An offer of membership. [O7] */
export const invitationSchema = z.object({
  id: idSchema,
  organization_id: idSchema,
  email: z.string(),
  role: roleSchema,
  invited_by: idSchema,
  status: z.enum(['pending', 'accepted', 'revoked', 'expired']),
  created_at: timestampSchema,
  expires_at: timestampSchema,
})
export type Invitation = z.infer<typeof invitationSchema>

export const projectSchema = z.object({
  id: idSchema,
  organization_id: idSchema,
  name: z.string(),
  settings: projectSettingsSchema,
  created_at: timestampSchema,
})
export type Project = z.infer<typeof projectSchema>

/** Body of `POST /organizations/:id/projects/`. */
export const projectInputSchema = z.strictObject({ name: nameSchema })

/** Body of `PATCH /projects/:id/`. Settings are given whole: one that is left out goes back to its default. */
export const projectPatchSchema = z
  .strictObject({ name: nameSchema, settings: newProjectSettingsSchema })
  .partial()
