import * as z from 'zod'
import { severitySchema } from './severity.ts'
import { actionSchema } from './verdict.ts'

/** Most characters of a policy document, as it is sent. [N5] */
export const policyMost = 262_144

/** What a project's beats are judged under. [V9] */
export const projectPolicySchema = z.object({
  /** The project's own document, as its author wrote it; null for the shipped policy. */
  policy: z.record(z.string(), z.json()).nullable(),
  /** What it comes to, with all that it extends and overrides. */
  effective: z.object({
    id: z.string(),
    version: z.string(),
    rules: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        severity: severitySchema,
        action: actionSchema,
        task: z.string(),
      }),
    ),
  }),
})
export type ProjectPolicy = z.infer<typeof projectPolicySchema>
