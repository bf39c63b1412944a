import { addressBlock } from '../http/client-address.ts'
import { bucketOf, countAttempt } from './count-attempt.ts'
import { ratePolicies } from './policies.ts'

/**
 * Lets a request for a mail through, so many for a mailbox and so many from a place: nobody's mailbox is filled
 * by strangers. Whether there is such an account makes no difference.
 *
 * @throws ProblemError `rate_limited`
 */
export async function mailGate(
  db: D1Database,
  { email, address }: { email: string; address: string | null },
  now: number,
): Promise<void> {
  const { mail, mailAddress } = ratePolicies
  if (address !== null) {
    await countAttempt(db, mailAddress, bucketOf(mailAddress, addressBlock(address)), now)
  }
  await countAttempt(db, mail, bucketOf(mail, email), now)
}
