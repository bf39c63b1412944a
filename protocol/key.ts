import * as z from 'zod'
import { idSchema, timestampSchema } from './id.ts'
import { nameSchema } from './organization.ts'
import { onSevereSchema } from './run.ts'

/** What a key may do. [A3] */
export const scopes = ['write', 'read', 'export', 'project'] as const
export const scopeSchema = z.enum(scopes)
export type Scope = z.infer<typeof scopeSchema>

/** Live keys watch what serves people, test keys what does not; they are told apart at sight. [I4] */
export const keyModeSchema = z.enum(['live', 'test'])
export type KeyMode = z.infer<typeof keyModeSchema>

/** An origin as a browser sends it: scheme, host, port if it is not the scheme's own. */
const originSchema = z
  .string()
  .max(300)
  .regex(/^https?:\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/, 'is no origin, such as https://example.com')
const originsSchema = z.array(originSchema).max(50)
const scopesSchema = z
  .array(scopeSchema)
  .min(1)
  .max(scopes.length)
  .transform((given) => scopes.filter((scope) => given.includes(scope)))

/** A key as people see it: never the secret. [O9] */
export const apiKeySchema = z.object({
  id: idSchema,
  organization_id: idSchema,
  project_id: idSchema,
  name: z.string(),
  /** `cus_live_` or `cus_test_` and four characters. */
  prefix: z.string(),
  mode: keyModeSchema,
  scopes: z.array(scopeSchema),
  on_severe: onSevereSchema,
  allowed_origins: z.array(z.string()),
  created_by: idSchema.nullable(),
  created_at: timestampSchema,
  /** To the minute. */
  last_used_at: timestampSchema.nullable(),
  expires_at: timestampSchema.nullable(),
  revoked_at: timestampSchema.nullable(),
  /** Until when the secret before the last rotation works too. */
  previous_until: timestampSchema.nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>

/** What creating or rotating a key answers: the one time its secret is shown. [I4] */
export const newApiKeySchema = apiKeySchema.extend({ key: z.string() })

/** Body of `POST /projects/:id/keys/`. */
export const keyInputSchema = z.strictObject({
  name: nameSchema,
  mode: keyModeSchema.default('live'),
  scopes: scopesSchema.default(['write']),
  expires_at: timestampSchema.nullish(),
  on_severe: onSevereSchema.default('hold'),
  allowed_origins: originsSchema.default([]),
})
export type KeyInput = z.infer<typeof keyInputSchema>

/** Body of `PATCH /keys/:id/`; what is left out stays. Scopes never change: a key that may more is another key. */
export const keyPatchSchema = z
  .strictObject({
    name: nameSchema,
    on_severe: onSevereSchema,
    allowed_origins: originsSchema,
    expires_at: timestampSchema.nullable(),
  })
  .partial()

/** Body of `POST /keys/:id/rotate/`. */
export const keyRotationSchema = z.strictObject({
  /** How long the old secret goes on working beside the new one. */
  overlap_hours: z.number().min(0).max(168).default(24),
})
