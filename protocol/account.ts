import * as z from 'zod'
import { emailSchema } from './email.ts'
import { idSchema, timestampSchema } from './id.ts'
import { keyModeSchema, scopeSchema } from './key.ts'
import { limits } from './limits.ts'
import { nameSchema, organizationSchema, roleSchema } from './organization.ts'
import { projectSettingsSchema } from './run.ts'

/** A password to be set. Length is what makes it hard to guess; nothing is prescribed of its characters. [O2] */
export const newPasswordSchema = z.string().min(10).max(limits.passwordLength)
/** A password to be compared: whatever was typed, up to what anybody could have set. */
const passwordSchema = z.string().min(1).max(limits.passwordLength)
/** What came in a mail. */
const mailTokenSchema = z.string().min(1).max(1000)

const notTheEmail = ({ email, password }: { email: string; password: string }): boolean =>
  password.trim().toLowerCase() !== email

/** Body of `POST /auth/sign-up/`. */
export const signUpSchema = z
  .strictObject({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
  .refine(notTheEmail, { path: ['password'], message: 'is the e-mail address' })
/** Body of `POST /auth/sign-in/`. */
export const signInSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  /** Answer a token for `Authorization: Token` instead of a cookie. */
  token: z.boolean().default(false),
})
/** Body of `POST /auth/resend/` and `/auth/forgot-password/`. */
export const emailInputSchema = z.strictObject({ email: emailSchema })
/** Body of `POST /auth/verify-email/`: the mail's token, and the password that was chosen at sign-up. */
export const verifyEmailSchema = z.strictObject({ token: mailTokenSchema, password: passwordSchema })
/** Body of `POST /auth/reset-password/`. */
export const resetPasswordSchema = z.strictObject({ token: mailTokenSchema, password: newPasswordSchema })
/** Body of `POST /account/password/`. */
export const changePasswordSchema = z.strictObject({ current: passwordSchema, password: newPasswordSchema })

export const userSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
})
export type User = z.infer<typeof userSchema>

/** What `POST /auth/sign-in/` answers; `token` where one was asked for. */
export const signedInSchema = z.object({ user: userSchema, token: z.string().optional() })
export const nextStepSchema = z.object({ next: z.literal('verify_email') })

/** Who is signed in, and what is theirs. */
export const accountSchema = z.object({
  user: userSchema,
  organizations: z.array(
    z.object({ id: idSchema, name: z.string(), role: roleSchema, personal: z.boolean() }),
  ),
  projects: z.array(
    z.object({ id: idSchema, name: z.string(), organization_id: idSchema, settings: projectSettingsSchema }),
  ),
  api_keys: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      prefix: z.string(),
      project_id: idSchema,
      mode: keyModeSchema,
      scopes: z.array(scopeSchema),
    }),
  ),
})
export type Account = z.infer<typeof accountSchema>

/** Body of `PATCH /account/`. */
export const accountPatchSchema = z.strictObject({ name: nameSchema }).partial()

/** A session of a browser, or a token: something that stands for the person until it ends. [O6] */
export const sessionSchema = z.object({
  id: idSchema,
  kind: z.enum(['session', 'token']),
  /** A token's; null for a session. */
  name: z.string().nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  created_at: timestampSchema,
  /** To the minute. */
  last_used_at: timestampSchema.nullable(),
  expires_at: timestampSchema.nullable(),
})
export type Session = z.infer<typeof sessionSchema>

/** Body of `POST /account/tokens/`. */
export const tokenInputSchema = z.strictObject({
  name: nameSchema,
  expires_in_days: z.int().min(1).max(3650).optional(),
})
export const newTokenSchema = sessionSchema.extend({ token: z.string() })

/** Body of `POST /organizations/:id/invitations/`. */
export const invitationInputSchema = z.strictObject({ email: emailSchema, role: roleSchema })
/** Body of `POST /invitations/look/` and `/invitations/accept/`. */
export const invitationTokenSchema = z.strictObject({ token: mailTokenSchema })
/** What an invitation says to whoever holds it. */
export const invitationViewSchema = z.object({
  organization: z.object({ id: idSchema, name: z.string() }),
  email: z.string(),
  role: roleSchema,
  expires_at: timestampSchema,
})
/** What accepting answers: the organisation one is now in. */
export const acceptedInvitationSchema = organizationSchema

/** Body of `DELETE /account/`. [D2] */
export const accountDeletionSchema = z.strictObject({
  /** Needed by whoever has one. */
  password: passwordSchema.optional(),
  /** The e-mail address, as a sign that it is meant. */
  confirm: z.string().max(320),
})
