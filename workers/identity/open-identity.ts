import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { waitUntil } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { newId } from '../auth/secrets.ts'
import { configOf } from '../config.ts'
import type { Env } from '../env.ts'
import { existingLetter, resetLetter, verifyLetter } from '../mail/letters.ts'
import { mailFailed } from '../mail/mail-failed.ts'
import { send } from '../mail/mailer.ts'
import { identitySchema } from './identity-schema.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

const daySeconds = 24 * 3600

/** What happened to a person while the library did what it was asked. */
export interface IdentityEvents {
  /** Id of the person whose address was verified, or whose password was reset. */
  verified?: string
  reset?: string
}

/**
 * The authentication library, for one request. It owns passwords, verification and reset; sessions are ours, so
 * of its own none is ever shown to anybody. Only routes that are about this load it: neither the start of an
 * isolate nor a beat pays for it.
 *
 * @param events filled in by what is then asked of it
 */
export function openIdentity(env: Env, events: IdentityEvents = {}) {
  const { AUTH_SECRET, PUBLIC_URL } = configOf(env)
  const mail = (letter: Parameters<typeof send>[1]) => send(env, letter)
  return betterAuth({
    baseURL: PUBLIC_URL,
    secret: AUTH_SECRET,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(drizzle(env.DB), { provider: 'sqlite', schema: identitySchema }),
    advanced: {
      database: { generateId: ({ model }) => newId(model === 'user' ? 'usr_' : 'idn_') },
      // Whether there was anybody to write to must not show in how long the answer takes.
      backgroundTasks: { handler: (work) => waitUntil(work.catch(mailFailed)) },
    },
    // Of a token that resets a password only the hash is stored.
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: 3600,
      onExistingUserSignUp: ({ user }) => mail(existingLetter(PUBLIC_URL, user.email)),
      sendResetPassword: ({ user, token }) => mail(resetLetter(PUBLIC_URL, user.email, token)),
      onPasswordReset: async ({ user }) => {
        events.reset = user.id
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: false,
      expiresIn: daySeconds,
      sendVerificationEmail: ({ user, token }) => mail(verifyLetter(PUBLIC_URL, user.email, token)),
      afterEmailVerification: async (user) => {
        events.verified = user.id
      },
    },
  })
}
