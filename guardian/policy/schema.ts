import * as z from 'zod'
import { severitySchema } from '../../protocol/severity.ts'
import { actionSchema, taskSchema } from '../../protocol/verdict.ts'

const text = z.enum(['prompt', 'response'])
const share = z.number().min(0).max(1)
const ruleId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/)
  .max(128)
/** Which text a condition looks at. Left out, it is the rule's target; for `pair` both texts. */
const where = { in: text.optional() }

const bounds = { at_least: z.number().optional(), below: z.number().optional() }

const keywords = z
  .strictObject({ keywords: z.array(z.string().min(1).max(200)).min(1).max(500), ...where })
  .describe(
    'Words or phrases, matched whole, after case, accents, look-alikes and hidden letters are folded.',
  )
const regex = z
  .strictObject({ regex: z.string().min(1).max(1000), ignore_case: z.boolean().optional(), ...where })
  .describe(
    'An RE2 regular expression over the original text: no look-around, no back-references; linear time.',
  )
const detector = z
  .strictObject({ detector: z.string().min(1).max(64), at_least: share.optional(), ...where })
  .describe('A named detector of the monitor (see docs/guardian.md); `family.*` means any of its family.')
const risk = z
  .strictObject({ risk: taskSchema, at_least: share.optional(), below: share.optional() })
  .describe(
    'The calibrated probability of a task. With neither bound: from the threshold that was shipped with the models.',
  )
const length = z
  .strictObject({ length: z.strictObject({ min: z.int().optional(), max: z.int().optional() }), ...where })
  .describe('Length of the text in UTF-16 units, both bounds inclusive.')
const language = z
  .strictObject({ language: z.array(z.string().min(2).max(8)).min(1), ...where })
  .describe('The text appears to be in one of these languages or scripts.')
const minimum = {
  kinds: z.array(z.string().max(64)).optional(),
  at_least: severitySchema.optional(),
  ...where,
}
const pii = z
  .strictObject({ pii: z.literal(true), ...minimum })
  .describe('Personal data of these kinds, or of any kind.')
const secret = z
  .strictObject({ secret: z.literal(true), ...minimum })
  .describe('Credentials of these kinds, or of any kind.')
const meta = z
  .strictObject({
    meta: z.string().min(1).max(200),
    equals: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  })
  .describe('A field of `meta`, dots between nested names, equals this value.')
const confidence = z
  .strictObject({ confidence: z.strictObject(bounds) })
  .describe("The caller's own confidence.")
const history = z
  .strictObject({ history: z.enum(['beats', 'average_score', 'hrv', 'flagged']), ...bounds })
  .describe('A figure of the run so far.')
const refused = z
  .strictObject({ refused: z.boolean() })
  .describe('Whether the response declines the request.')
const answered = z.strictObject({ answered: z.boolean() }).describe('Whether there is a response at all.')

const leaf = z.union([
  keywords,
  regex,
  detector,
  risk,
  length,
  language,
  pii,
  secret,
  meta,
  confidence,
  history,
  refused,
  answered,
])

export type Leaf = z.infer<typeof leaf>
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition }

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      leaf,
      z.strictObject({ all: z.array(conditionSchema).min(1).max(100) }),
      z.strictObject({ any: z.array(conditionSchema).min(1).max(100) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  )
  .meta({ id: 'Condition' })

const example = z.strictObject({ prompt: z.string().nullish(), response: z.string().nullish() })

export const ruleSchema = z
  .strictObject({
    id: ruleId,
    title: z.string().min(1).max(200).describe('The short sentence that stands in `violations`.'),
    severity: severitySchema,
    target: z.enum(['prompt', 'response', 'pair']),
    when: conditionSchema,
    task: z.union([taskSchema, z.literal('policy')]).default('policy'),
    action: actionSchema
      .default('flag')
      .describe('`flatline` marks the beat as severe whatever its severity.'),
    allow: z
      .array(z.string().min(1).max(200))
      .max(200)
      .default([])
      .describe('Phrases that are fine: evidence inside one does not count.'),
    principle: z.string().max(64).nullable().default(null),
    why: z.string().min(1).max(500).optional().describe('Why it matters. Never quotes a text.'),
    remediation: z.string().max(500).default(''),
    examples: z
      .strictObject({
        fires: z.array(example).max(20).default([]),
        silent: z.array(example).max(20).default([]),
      })
      .prefault({})
      .describe(
        'Checked when the policy is compiled: the rule must fire on the first, and stay silent on the second.',
      ),
  })
  .meta({ id: 'Rule' })

export const policySchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(1).default(1).describe('Version of this document format.'),
    id: z.string().min(1).max(64),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .max(32),
    title: z.string().max(200).default(''),
    extends: z
      .literal('custos.default')
      .optional()
      .describe('Start from the default policy; a rule with the same id replaces its rule.'),
    overrides: z
      .record(
        ruleId,
        z.strictObject({
          enabled: z.boolean().optional(),
          severity: severitySchema.optional(),
          action: actionSchema.optional(),
        }),
      )
      .default({})
      .describe('Changes to inherited rules, by id.'),
    rules: z.array(ruleSchema).max(500),
  })
  .meta({ id: 'Policy', title: 'Custos alignment policy' })

export type Rule = z.infer<typeof ruleSchema>
/** A policy as its author writes it: whatever has a default may be left out. */
export type Policy = z.input<typeof policySchema>
export type ParsedPolicy = z.output<typeof policySchema>
