import * as z from 'zod'
import { hashSchema, idSchema, timestampSchema } from './id.ts'
import { limits } from './limits.ts'

/** Life of a run. [R1] */
export const runStatuses = ['active', 'warning', 'paused', 'misaligned', 'ended'] as const
export const runStatusSchema = z.enum(runStatuses)
export type RunStatus = z.infer<typeof runStatusSchema>

export const pauseReasonSchema = z.enum(['operator', 'silent'])
export type PauseReason = z.infer<typeof pauseReasonSchema>

/** What a key does about a severe finding. [R4] */
export const onSevereSchema = z.enum(['hold', 'end', 'halt'])
export type OnSevere = z.infer<typeof onSevereSchema>

/** Numbers a project may set; the defaults are those of the seeds. [R3] [V5] */
export const projectSettingsSchema = z.object({
  green_from: z.number().min(0).max(1).default(0.95),
  yellow_from: z.number().min(0).max(1).default(0.7),
  warn_mean_below: z.number().min(0).max(1).default(0.85),
  warn_hrv_above: z.number().min(0).max(1).default(0.15),
  recover_mean_from: z.number().min(0).max(1).default(0.88),
  recover_hrv_to: z.number().min(0).max(1).default(0.12),
  warn_after_beats: z.int().min(1).default(10),
  silent_after_s: z.int().min(10).default(180),
  end_after_s: z.int().min(60).default(7200),
  /** Allowance and threshold of the Page–Hinkley test on scores; doubled for violations. [R9] */
  drift_delta: z.number().min(0).max(1).default(0.02),
  drift_lambda: z.number().min(0.1).default(5),
  /** Distance from the baseline run that counts as drift. [R9] */
  drift_psi_above: z.number().min(0).default(0.25),
  /** A run of the same project that is known to be good. [R9] */
  baseline_run_id: idSchema.nullish(),
})
export type ProjectSettings = z.infer<typeof projectSettingsSchema>

/** Pairs of settings of which the first may not exceed the second. [R3] */
const orderedSettings = [
  ['yellow_from', 'green_from'],
  ['warn_mean_below', 'recover_mean_from'],
  ['recover_hrv_to', 'warn_hrv_above'],
  ['silent_after_s', 'end_after_s'],
] as const

/** Settings as they are written: what is stored may be older, but nothing new may contradict itself. [R3] */
export const newProjectSettingsSchema = z
  .strictObject(projectSettingsSchema.shape)
  .superRefine((settings, context) => {
    for (const [lower, upper] of orderedSettings) {
      if (settings[lower] <= settings[upper]) continue
      const message = `may not be above ${upper}, which is ${settings[upper]}`
      context.addIssue({ code: 'custom', path: [lower], message })
    }
  })

/** Live figures of a run. [R2] */
export const runStatsSchema = z.object({
  beats: z.int(),
  violations: z.int(),
  flatlines: z.int(),
  score_mean: z.number().nullable(),
  score_recent: z.number().nullable(),
  score_min: z.number().nullable(),
  score_max: z.number().nullable(),
  hrv: z.number().nullable(),
  by_color: z.object({ green: z.int(), yellow: z.int(), red: z.int() }),
  last_beat_at: timestampSchema.nullable(),
  /** Over the last ten seconds before `last_beat_at`. */
  beats_per_second: z.number(),
  /** In how many beats each rule found something; rules beyond the first fifty count as `(other)`. */
  by_rule: z.record(z.string(), z.int()).optional(),
  /** Scores of the last twenty beats, newest last. */
  last_scores: z.array(z.number()).optional(),
  /** Where the drift tests stand: Page–Hinkley of now, PSI of the last full block. [R9] */
  drift: z
    .object({
      page_hinkley_score: z.number(),
      page_hinkley_violations: z.number(),
      psi_score: z.number().nullable(),
      psi_rules: z.number().nullable(),
    })
    .optional(),
})
export type RunStats = z.infer<typeof runStatsSchema>

export const runSchema = z.object({
  id: idSchema,
  name: z.string(),
  labels: z.array(z.string()),
  status: runStatusSchema,
  /** Why the status is `warning`; null in every other. [R9] */
  status_reason: z.enum(['score', 'drift']).nullable().optional(),
  pause_reason: pauseReasonSchema.nullable(),
  started_at: timestampSchema,
  ended_at: timestampSchema.nullable(),
  project_id: idSchema,
  api_key_id: idSchema.nullable(),
  previous_run_id: idSchema.nullable(),
  next_run_id: idSchema.nullable(),
  last_seq: z.int(),
  /** `hash` of the last entry, or the genesis hash of an empty run. [C2] */
  head: hashSchema,
  stats: runStatsSchema,
})
export type Run = z.infer<typeof runSchema>

/** Body of `POST /simulator/runs/`. [R5] */
export const runInputSchema = z.object({
  api_key_id: idSchema.nullish(),
  project_id: idSchema.nullish(),
  name: z.string().max(limits.runNameLength).nullish(),
  labels: z.array(z.string().max(limits.labelLength)).max(limits.labels).nullish(),
})
export type RunInput = z.infer<typeof runInputSchema>
