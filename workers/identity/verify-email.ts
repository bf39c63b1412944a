import type { Context } from 'hono'
import * as z from 'zod'
import { auditBy } from '../audit/audit-by.ts'
import type { AppContext } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import { ProblemError } from '../http/problem-error.ts'
import { signInGate, signInSucceeded } from '../limits/sign-in-gate.ts'
import { linkExpired } from './link-expired.ts'
import { loadIdentity, refusalCode } from './load-identity.ts'
import type { IdentityEvents } from './open-identity.ts'
import { verifyPassword } from './password-hash.ts'
import { ensurePersonalOrganization } from './personal-organization.ts'

/**
 * Confirms an address by the link that was mailed to it, once, and by the password that was chosen with it: the
 * link alone would let a stranger sign up with somebody's address, and wait for them to click. [O2]
 *
 * @returns id of the person, who now has their personal organisation
 * @throws ProblemError `link_expired`, `invalid_credentials`, `rate_limited`
 */
export async function verifyEmail(c: Context<AppContext>, token: string, password: string): Promise<string> {
  await requirePassword(c, emailIn(token), password)
  const events: IdentityEvents = {}
  const identity = await loadIdentity(c.env, events)
  try {
    await identity.api.verifyEmail({ query: { token } })
  } catch (error) {
    throw refusalCode(error) === null ? error : linkExpired()
  }
  // The library answers a link that was used before with all is well; it opens no session any more.
  if (events.verified === undefined) throw linkExpired()
  const by = auditBy(c, { type: 'user', id: events.verified })
  await ensurePersonalOrganization(c.env, events.verified, by)
  return events.verified
}

/** The address that a token speaks of. Whether it is a true one is found out later; this only says whose it claims to be. */
function emailIn(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return claimsSchema.parse(claims).email
  } catch {
    throw linkExpired()
  }
}

const claimsSchema = z.object({ email: z.string().max(320) })

async function requirePassword(c: Context<AppContext>, email: string, password: string): Promise<void> {
  const attempt = { email, address: clientAddress(c.req.raw, c.env), known: false }
  await signInGate(c.env.DB, attempt, Date.now())
  const chosen = await c.env.DB.prepare(
    `SELECT password FROM auth_accounts JOIN users ON users.id = user_id
     WHERE email = ? AND provider_id = 'credential'`,
  )
    .bind(email)
    .first<{ password: string }>()
  // Nobody waits for this link any more: another sign-up has taken its place, or it was made up.
  if (chosen === null) throw linkExpired()
  if (!(await verifyPassword({ hash: chosen.password, password }))) {
    throw new ProblemError(
      'invalid_credentials',
      'This is not the password that was chosen at sign-up. If it was not you who signed up, leave the link alone.',
    )
  }
  await signInSucceeded(c.env.DB, attempt)
}
