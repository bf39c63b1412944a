import type { Context } from 'hono'
import { auditBy } from '../audit/audit-by.ts'
import type { AppContext } from '../env.ts'
import { linkExpired } from './link-expired.ts'
import { loadIdentity, refusalCode } from './load-identity.ts'
import type { IdentityEvents } from './open-identity.ts'
import { ensurePersonalOrganization } from './personal-organization.ts'

/**
 * Confirms an address by the link that was mailed to it, once. [O2]
 *
 * @returns id of the person, who now has their personal organisation
 * @throws ProblemError `link_expired`
 */
export async function verifyEmail(c: Context<AppContext>, token: string): Promise<string> {
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
