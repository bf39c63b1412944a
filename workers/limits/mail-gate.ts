import { addressBlock } from '../http/client-address.ts'
import { bucketOf, countAttempt } from './count-attempt.ts'
import { ratePolicies } from './policies.ts'

/**
 * Lets a request for a mail through, so many for a mailbox and so many from a place: nobody's mailbox is filled
 * by strangers. Whether there is such an account makes no difference.
 *
 * @param kind what is mailed: each kind has a count of its own for a mailbox
 * @throws ProblemError `rate_limited`
 */
export async function mailGate(
  db: D1Database,
  { email, address }: { email: string; address: string | null },
  now: number,
  kind: 'mail' | 'reset' = 'mail',
): Promise<void> {
  const { mailAddress, [kind]: mailbox } = ratePolicies
  if (address !== null) {
    await countAttempt(db, mailAddress, bucketOf(mailAddress, addressBlock(address)), now)
  }
  await countAttempt(db, mailbox, bucketOf(mailbox, email), now)
}
