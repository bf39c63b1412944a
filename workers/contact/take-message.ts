import { waitUntil } from 'cloudflare:workers'
import { newId } from '../auth/secrets.ts'
import { configOf } from '../config.ts'
import type { Env } from '../env.ts'
import { addressBlock } from '../http/client-address.ts'
import { bucketOf, countAttempt } from '../limits/count-attempt.ts'
import { ratePolicies } from '../limits/policies.ts'
import { send } from '../mail/mailer.ts'
import type { ContactInput } from '../../protocol/contact.ts'

/**
 * Keeps a message to whoever runs this server, and tells them by mail where `CONTACT_TO` says to whom. What the
 * sender wrote stands in the mail's text alone, never in a header of it. [N9]
 *
 * @param address where it comes from; where nobody says, all senders share one limit
 * @throws ProblemError `rate_limited`
 */
export async function takeMessage(
  env: Env,
  { name, email, message, website }: ContactInput,
  address: string | null,
  now: number,
): Promise<void> {
  const { contact } = ratePolicies
  const place = address === null ? 'nowhere' : addressBlock(address)
  await countAttempt(env.DB, contact, bucketOf(contact, place), now)
  // A machine learns nothing by being refused.
  if (website !== '') return
  const id = newId('msg_')
  await env.DB.prepare(
    'INSERT INTO contact_messages (id, name, email, message, created_at) VALUES (?, ?, ?, ?, ?)',
  )
    .bind(id, name, email, message.toWellFormed(), now)
    .run()
  const { CONTACT_TO: to } = configOf(env)
  if (to === null) return
  const mail = {
    to,
    subject: 'A message by the contact form',
    text: `${name} <${email}> wrote:\n\n${message}`,
  }
  // It is kept: a provider that is away costs the notice only.
  waitUntil(send(env, mail).catch(() => console.error(JSON.stringify({ event: 'contact_mail_failed', id }))))
}
