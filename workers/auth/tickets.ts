import { and, eq, gt, lte } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { tickets } from '../../migrations/schema.ts'
import type { UserActor } from './actor.ts'
import { newSecret, secretHash } from './secrets.ts'

/** A ticket's life, ms. [L5] */
const ticketMs = 60_000

/**
 * A pass to one run's socket, good once: it may stand in a URL, where a token should not. It is worth no more than
 * the session or token that asked for it. [L5]
 */
export async function newTicket(
  db: D1Database,
  runId: string,
  { id: userId, credential }: Pick<UserActor, 'id' | 'credential'>,
): Promise<{ ticket: string; expires_at: string }> {
  const ticket = newSecret('cus_ticket_')
  const now = Date.now()
  const expiresAt = now + ticketMs
  const d1 = drizzle(db)
  await d1.batch([
    d1.delete(tickets).where(lte(tickets.expiresAt, now)),
    d1.insert(tickets).values({ hash: secretHash(ticket), runId, userId, credential, expiresAt }),
  ])
  return { ticket, expires_at: new Date(expiresAt).toISOString() }
}

/**
 * Uses a ticket up. Deleting and reading are one statement, so two sockets can't both come in by it.
 *
 * @returns the hash of the credential that it stands for, or null for a ticket that is none
 */
export async function redeemTicket(db: D1Database, ticket: string, runId: string): Promise<string | null> {
  const [row] = await drizzle(db)
    .delete(tickets)
    .where(
      and(eq(tickets.hash, secretHash(ticket)), eq(tickets.runId, runId), gt(tickets.expiresAt, Date.now())),
    )
    .returning({ credential: tickets.credential })
  return row?.credential ?? null
}
