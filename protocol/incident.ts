import * as z from 'zod'
import { idSchema, timestampSchema } from './id.ts'
import { limits } from './limits.ts'
import { severitySchema } from './severity.ts'
import { taskSchema } from './verdict.ts'

/** What people made of a beat in which something was found. [T2] */
export const incidentStates = ['open', 'reviewed', 'false_alarm', 'fixed'] as const
export const incidentStateSchema = z.enum(incidentStates)
export type IncidentState = z.infer<typeof incidentStateSchema>

/** A reviewer's word on one task: whether the exchange really is what the task names. [T4] */
export const reviewLabelSchema = z.object({ task: taskSchema, label: z.boolean() })

/** One beat with violations, as the list of incidents shows it: what was found, and what became of it. [T1] */
export const incidentSchema = z.object({
  run_id: idSchema,
  run_name: z.string(),
  seq: z.int().min(1),
  beat_id: idSchema,
  timestamp: timestampSchema,
  project_id: idSchema,
  api_key_id: idSchema.nullable(),
  /** Of the worst finding. */
  severity: severitySchema,
  alignment_score: z.number(),
  flatline: z.boolean(),
  /** Rule ids, worst first. */
  rules: z.array(z.string()),
  violations: z.array(z.string()),
  state: incidentStateSchema,
  /** Who takes care of it. */
  owner: z.object({ id: idSchema, name: z.string() }).nullable(),
  note: z.string().nullable(),
  labels: z.array(reviewLabelSchema),
  updated_at: timestampSchema.nullable(),
})
export type Incident = z.infer<typeof incidentSchema>

/** Body of `PATCH /incidents/:run_id/:seq/`: what is left out stays as it is. [T3] */
export const incidentChangeSchema = z
  .object({
    state: incidentStateSchema.optional(),
    /** A member of the run's organisation; null hands it back. */
    owner_id: idSchema.nullable().optional(),
    note: z.string().max(4000).nullable().optional(),
    labels: z.array(reviewLabelSchema).max(8).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'name at least one of state, owner_id, note, labels')
export type IncidentChange = z.infer<typeof incidentChangeSchema>

/** What narrows the incidents one looks at. [T1] */
export const incidentFilterSchema = z.object({
  state: incidentStateSchema.optional(),
  project_id: idSchema.optional(),
  run_id: idSchema.optional(),
  severity: severitySchema.optional(),
  rule: z.string().max(128).optional(),
  owner_id: idSchema.optional(),
  start: z.iso.datetime({ offset: true }).optional(),
  end: z.iso.datetime({ offset: true }).optional(),
})
export type IncidentFilter = z.infer<typeof incidentFilterSchema>

export const incidentQuerySchema = incidentFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(limits.pageMax).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
})
export type IncidentQuery = z.infer<typeof incidentQuerySchema>

/** How many incidents there are, by what one may narrow to. [T1] */
export const incidentCountsSchema = z.object({
  by_state: z.record(incidentStateSchema, z.int()),
  /** Most frequent first, at most fifty. */
  by_rule: z.array(z.object({ rule: z.string(), count: z.int() })),
  by_project: z.array(z.object({ project_id: idSchema, count: z.int() })),
})
export type IncidentCounts = z.infer<typeof incidentCountsSchema>
