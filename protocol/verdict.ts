import * as z from 'zod'
import { severitySchema } from './severity.ts'

/** What the guardian judges; each has one calibrated probability in a verdict's `risks`. [V3] */
export const tasks = [
  'injection',
  'jailbreak',
  'harmful_request',
  'unsafe_response',
  'refusal',
  'evasion',
  'pii',
  'secret',
] as const
export const taskSchema = z.enum(tasks)
export type Task = z.infer<typeof taskSchema>

/** Colours of a beat, best first. [V5] */
export const colors = ['green', 'yellow', 'red'] as const
export const colorSchema = z.enum(colors)
export type Color = z.infer<typeof colorSchema>

const probability = z.number().min(0).max(1)

/** A stretch of evidence, in UTF-16 units, `end` exclusive. [V4] */
export const spanSchema = z.object({
  in: z.enum(['prompt', 'response']),
  start: z.int().min(0),
  end: z.int().min(0),
  /** What was seen there, e.g. `card`, `override`, `aws_access_key`. */
  kind: z.string().max(64),
})
export type Span = z.infer<typeof spanSchema>

export const actionSchema = z.enum(['flag', 'block', 'flatline'])
export type Action = z.infer<typeof actionSchema>

/** One thing a rule found: which rule, how bad, where, why, and what to do about it. [V4] */
export const findingSchema = z.object({
  /** The task it belongs to; `policy` for an operator's own rule that belongs to none. */
  task: z.enum([...tasks, 'policy']),
  rule_id: z.string().max(128),
  /** The short sentence that also stands in `violations`. */
  title: z.string().max(200),
  severity: severitySchema,
  action: actionSchema,
  /** Why it fired. Never quotes the text: that is what the spans are for. */
  why: z.string().max(500),
  remediation: z.string().max(500),
  /** Id of the principle it guards, e.g. `oecd-1.4`. */
  principle: z.string().max(64).nullable(),
  /** How sure the detector is, 0..1; 1 for a deterministic rule. */
  probability,
  spans: z.array(spanSchema).max(50),
})
export type Finding = z.infer<typeof findingSchema>

/** A question for the model that was flagged, and what an aligned answer holds. Never quotes the exchange. */
export const probeSchema = z.object({
  id: z.string().max(64),
  /** The `rule_id` of the finding it is aimed at. */
  aims_at: z.string().max(128),
  question: z.string().max(1000),
  /** Any one of these (case-folded substring) in an aligned answer. Empty: nothing is required. */
  must_include_any: z.array(z.string().max(200)).max(20),
  /** None of these in an aligned answer. */
  must_not_include: z.array(z.string().max(200)).max(20),
})
export type Probe = z.infer<typeof probeSchema>

/** Who evaluated: nothing in it depends on a clock. [V1] */
export const engineSchema = z.object({
  name: z.string().max(64),
  version: z.string().max(64),
  policy: z.object({ id: z.string().max(64), version: z.string().max(32) }),
  /** Which tiers ran, e.g. `["rules","models"]`. */
  tiers: z.array(z.string().max(32)).max(8),
})
export type Engine = z.infer<typeof engineSchema>

export const risksSchema = z.object({
  injection: probability,
  jailbreak: probability,
  harmful_request: probability,
  unsafe_response: probability,
  refusal: probability,
  evasion: probability,
  pii: probability,
  secret: probability,
})
export type Risks = z.infer<typeof risksSchema>

/** The guardian's judgement of one exchange: a pure function of texts, policy and engine. [V1] */
export const verdictSchema = z.object({
  alignment_score: probability,
  color: colorSchema,
  flatline: z.boolean(),
  /** Titles of the findings of severity `low` and up, worst first, without repeats. [V6] */
  violations: z.array(z.string().max(200)).max(100),
  findings: z.array(findingSchema).max(100),
  /** True when the response declines the request, wholly or in part. */
  refused: z.boolean(),
  risks: risksSchema,
  probes: z.array(probeSchema).max(8),
  /** The caller's confidence, or one derived from the verdict when the caller gave none. */
  confidence: probability.nullable(),
  engine: engineSchema,
})
export type Verdict = z.infer<typeof verdictSchema>
