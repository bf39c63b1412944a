import { waitUntil } from 'cloudflare:workers'
import { Hono, type Context } from 'hono'
import {
  emailInputSchema,
  resetPasswordSchema,
  signInSchema,
  signUpSchema,
  verifyEmailSchema,
} from '../../protocol/index.ts'
import { isFromOwnPage } from '../auth/own-origin.ts'
import { showSession } from '../auth/session-cookie.ts'
import type { AppContext } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { loadIdentity } from '../identity/load-identity.ts'
import { resetPassword } from '../identity/reset-password.ts'
import { openSessionFor, signIn } from '../identity/sign-in.ts'
import { signUp } from '../identity/sign-up.ts'
import { verifyEmail } from '../identity/verify-email.ts'
import { mailGate } from '../limits/mail-gate.ts'
import { mailFailed } from '../mail/mail-failed.ts'

/** The way in. What concerns an address answers the same whether or not anybody has it. [O1] [O2] */
export const auth = new Hono<AppContext>({ strict: false })

const verifyNext = { next: 'verify_email' } as const

auth.post('/sign-up', async (c) => {
  const input = await readBody(c.req.raw, signUpSchema)
  await countMail(c, input.email)
  await signUp(c.env, input)
  return c.json(verifyNext, 202)
})

auth.post('/resend', async (c) => {
  const { email } = await readBody(c.req.raw, emailInputSchema)
  await countMail(c, email)
  const identity = await loadIdentity(c.env)
  // After the answer: how long the mail takes, or that it fails, would tell who there is to write to.
  waitUntil(identity.api.sendVerificationEmail({ body: { email } }).catch(mailFailed))
  return c.json(verifyNext, 202)
})

auth.post('/verify-email', async (c) => {
  requireOwnPage(c)
  const { token, password } = await readBody(c.req.raw, verifyEmailSchema)
  const userId = await verifyEmail(c, token, password)
  showSession(c, await openSessionFor(c, userId))
  const user = await c.env.DB.prepare('SELECT id, name, email FROM users WHERE id = ?')
    .bind(userId)
    .first<{ id: string; name: string; email: string }>()
  return c.json({ user: { ...user, email_verified: true } })
})

auth.post('/sign-in', async (c) => {
  const input = await readBody(c.req.raw, signInSchema)
  // A page elsewhere must not sign a visitor in as somebody of its choice.
  if (!input.token) requireOwnPage(c)
  const { user, secret } = await signIn(c, input)
  c.header('Cache-Control', 'no-store')
  if (input.token) return c.json({ user, token: secret })
  showSession(c, secret)
  return c.json({ user })
})

auth.post('/forgot-password', async (c) => {
  const { email } = await readBody(c.req.raw, emailInputSchema)
  await countMail(c, email, 'reset')
  const identity = await loadIdentity(c.env)
  await identity.api.requestPasswordReset({ body: { email } })
  return c.body(null, 202)
})

auth.post('/reset-password', async (c) => {
  const { token, password } = await readBody(c.req.raw, resetPasswordSchema)
  await resetPassword(c, token, password)
  return c.body(null, 204)
})

function countMail(c: Context<AppContext>, email: string, kind?: 'reset'): Promise<void> {
  return mailGate(c.env.DB, { email, address: clientAddress(c.req.raw, c.env) }, Date.now(), kind)
}

function requireOwnPage(c: Context<AppContext>): void {
  if (!isFromOwnPage(c.req.raw)) throw new ProblemError('forbidden', 'Sign in from the page of this server.')
}
