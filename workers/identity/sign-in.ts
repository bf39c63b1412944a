import { waitUntil } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import type { Context } from 'hono'
import type * as z from 'zod'
import { userTokens } from '../../migrations/schema.ts'
import type { signInSchema, User } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { statementOf } from '../audit/record-audit.ts'
import { readCredential } from '../auth/credential.ts'
import { secretHash } from '../auth/secrets.ts'
import { newSession } from '../auth/session.ts'
import type { AppContext, Env } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { ProblemError } from '../http/problem-error.ts'
import { signInGate, signInSucceeded } from '../limits/sign-in-gate.ts'
import { loadIdentity, refusalCode } from './load-identity.ts'
import { recordPersonal } from './personal-log.ts'

/**
 * Opens a session for who knows the password of a verified address. A session that the request came with ends:
 * nobody goes on with one that another may know. [O2] [O6]
 *
 * @returns the session's secret
 * @throws ProblemError `invalid_credentials` for a wrong password and an unknown address alike,
 *   `email_unverified`, `rate_limited`
 */
export async function signIn(
  c: Context<AppContext>,
  { email, password }: z.infer<typeof signInSchema>,
): Promise<{ user: User; secret: string }> {
  const { env } = c
  const address = clientAddress(c.req.raw, env)
  const presented = presentedHash(c.req.raw)
  const attempt = { email, address, known: await isKnown(env, email, address, presented) }
  await signInGate(env.DB, attempt, Date.now())
  const user = await checkPassword(c, email, password)
  await signInSucceeded(env.DB, attempt)
  return { user, secret: await openSessionFor(c, user.id) }
}

/**
 * Opens a session for somebody who has just proven who they are, in place of the one they came with.
 *
 * @returns the session's secret
 */
export async function openSessionFor(c: Context<AppContext>, userId: string): Promise<string> {
  const { env } = c
  const origin = { address: clientAddress(c.req.raw, env), userAgent: c.req.header('User-Agent') ?? null }
  const { secret, row } = newSession(userId, origin, Date.now())
  await recordPersonal(
    env,
    userId,
    {
      ...auditBy(c, { type: 'user', id: userId }),
      action: 'session.create',
      target: { type: 'session', id: row.id ?? null },
    },
    [
      statementOf(env.DB, drizzle(env.DB).insert(userTokens).values(row)),
      // The library has opened one of its own, which admits nobody.
      env.DB.prepare('DELETE FROM auth_sessions WHERE user_id = ?').bind(userId),
      env.DB.prepare(
        `UPDATE user_tokens SET revoked_at = ?2 WHERE hash = ?1 AND kind = 'session' AND revoked_at IS NULL`,
      ).bind(presentedHash(c.req.raw) ?? '', Date.now()),
    ],
  )
  return secret
}

async function checkPassword(c: Context<AppContext>, email: string, password: string): Promise<User> {
  const identity = await loadIdentity(c.env)
  try {
    const { user } = await identity.api.signInEmail({ body: { email, password } })
    return { id: user.id, name: user.name, email: user.email, email_verified: user.emailVerified }
  } catch (error) {
    const code = refusalCode(error)
    if (code === 'EMAIL_NOT_VERIFIED') {
      throw new ProblemError(
        'email_unverified',
        'Confirm your e-mail address first: we have sent you a link.',
      )
    }
    if (code === null) throw error
    waitUntil(noteRefusal(c, email).catch(() => undefined))
    throw new ProblemError('invalid_credentials', 'Try again, or ask for a mail to choose a new password.')
  }
}

/** Tells the owner of the account, in their own log; after the answer, so that it tells nobody else. */
async function noteRefusal(c: Context<AppContext>, email: string): Promise<void> {
  const user = await c.env.DB.prepare('SELECT id FROM users WHERE email = ?')
    .bind(email)
    .first<{ id: string }>()
  if (user === null) return
  await recordPersonal(c.env, user.id, {
    ...auditBy(c, { type: 'user', id: user.id }),
    actor: { type: 'system', id: null },
    action: 'session.refuse',
    target: { type: 'user', id: user.id },
  })
}

/** Whether the account's owner was seen here before: by the session that comes along, or at this address. */
async function isKnown(
  env: Env,
  email: string,
  address: string | null,
  presented: string | null,
): Promise<boolean> {
  const row = await env.DB.prepare(
    `SELECT 1 FROM user_tokens JOIN users ON users.id = user_tokens.user_id
     WHERE users.email = ?1 AND (address = ?2 OR (hash = ?3 AND revoked_at IS NULL AND expires_at > ?4)) LIMIT 1`,
  )
    .bind(email, address, presented, Date.now())
    .first()
  return row !== null
}

function presentedHash(request: Request): string | null {
  const credential = readCredential(request)
  return credential === null || credential.kind === 'key' ? null : secretHash(credential.secret)
}
