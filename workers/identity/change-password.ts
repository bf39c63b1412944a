import { waitUntil } from 'cloudflare:workers'
import type { Context } from 'hono'
import { auditBy } from '../audit/audit-by.ts'
import type { UserActor } from '../auth/actor.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import type { AppContext, Env } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { ProblemError } from '../http/problem-error.ts'
import { signInGate, signInSucceeded } from '../limits/sign-in-gate.ts'
import { mailFailed } from '../mail/mail-failed.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { recordPersonal } from './personal-log.ts'
import { tell } from './reset-password.ts'

/**
 * Asks a signed-in person for their password, as slowly as sign-in does when it is wrong. [N4]
 *
 * @throws ProblemError `invalid_credentials`, also for who has none; `rate_limited`
 */
export async function requirePassword(
  c: { env: Env; req: { raw: Request } },
  { id, email }: Pick<UserActor, 'id' | 'email'>,
  password: string,
): Promise<void> {
  const { env } = c
  const attempt = { email, address: clientAddress(c.req.raw, env), known: true }
  await signInGate(env.DB, attempt, Date.now())
  const row = await env.DB.prepare(
    `SELECT password FROM auth_accounts WHERE user_id = ? AND provider_id = 'credential'`,
  )
    .bind(id)
    .first<{ password: string | null }>()
  const hash = row?.password ?? null
  if (hash === null || !(await verifyPassword({ hash, password }))) {
    throw new ProblemError('invalid_credentials', 'That is not your password.')
  }
  await signInSucceeded(env.DB, attempt)
}

/** Sets another password for a person who knows the current one, and ends their other sessions. [O6] */
export async function changePassword(
  c: Context<AppContext>,
  actor: UserActor,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { env } = c
  await requirePassword(c, actor, current)
  const now = Date.now()
  const hash = await hashPassword(password)
  await recordPersonal(
    env,
    actor.id,
    { ...auditBy(c, actor), action: 'password.change', target: { type: 'user', id: actor.id } },
    [
      env.DB.prepare(
        `UPDATE auth_accounts SET password = ?2, updated_at = ?3
         WHERE user_id = ?1 AND provider_id = 'credential'`,
      ).bind(actor.id, hash, now),
      env.DB.prepare(
        `UPDATE user_tokens SET revoked_at = ?3
         WHERE user_id = ?1 AND hash <> ?2 AND kind = 'session' AND revoked_at IS NULL`,
      ).bind(actor.id, actor.credential, now),
      env.DB.prepare('DELETE FROM auth_verifications WHERE value = ?').bind(actor.id),
    ],
  )
  recheckViewers(env, [...actor.memberships.keys()])
  waitUntil(tell(c, actor.id).catch(mailFailed))
}
