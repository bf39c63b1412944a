import { waitUntil } from 'cloudflare:workers'
import type { Context } from 'hono'
import { auditBy } from '../audit/audit-by.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import type { AppContext } from '../env.ts'
import { changedLetter } from '../mail/letters.ts'
import { mailFailed } from '../mail/mail-failed.ts'
import { send } from '../mail/mailer.ts'
import { configOf } from '../config.ts'
import { linkExpired } from './link-expired.ts'
import { loadIdentity, refusalCode } from './load-identity.ts'
import type { IdentityEvents } from './open-identity.ts'
import { organizationsOf } from './organizations-of.ts'
import { recordPersonal } from './personal-log.ts'
import { ensurePersonalOrganization } from './personal-organization.ts'

/**
 * Sets a new password by the link that was mailed, once, and ends every session, token and socket of the person:
 * whoever had the old password is out. The link proves the address too. [O2] [O6]
 *
 * @throws ProblemError `link_expired`
 */
export async function resetPassword(c: Context<AppContext>, token: string, password: string): Promise<void> {
  const { env } = c
  const events: IdentityEvents = {}
  const identity = await loadIdentity(env, events)
  try {
    await identity.api.resetPassword({ body: { token, newPassword: password } })
  } catch (error) {
    throw refusalCode(error) === null ? error : linkExpired()
  }
  const userId = events.reset
  if (userId === undefined) throw linkExpired()
  const by = auditBy(c, { type: 'user', id: userId })
  const ofUser = (sql: string) => env.DB.prepare(sql).bind(userId)
  await recordPersonal(
    env,
    userId,
    { ...by, action: 'password.reset', target: { type: 'user', id: userId } },
    [
      env.DB.prepare('UPDATE user_tokens SET revoked_at = ?2 WHERE user_id = ?1 AND revoked_at IS NULL').bind(
        userId,
        Date.now(),
      ),
      ofUser('UPDATE users SET email_verified = 1 WHERE id = ?'),
      // Other links that were asked for meanwhile.
      ofUser('DELETE FROM auth_verifications WHERE value = ?'),
      ofUser('DELETE FROM auth_sessions WHERE user_id = ?'),
    ],
  )
  await ensurePersonalOrganization(env, userId, by)
  recheckViewers(env, await organizationsOf(env, userId))
  waitUntil(tell(c, userId).catch(mailFailed))
}

/** Writes to a person that their password has changed. */
export async function tell(c: Context<AppContext>, userId: string): Promise<void> {
  const user = await c.env.DB.prepare('SELECT email FROM users WHERE id = ?')
    .bind(userId)
    .first<{ email: string }>()
  if (user) await send(c.env, changedLetter(configOf(c.env).PUBLIC_URL, user.email))
}
