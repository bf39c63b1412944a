import { randomHex } from '../auth/random.ts'
import { newId } from '../auth/secrets.ts'
import type { Env } from '../env.ts'
import { clientAddress } from '../http/client-address.ts'
import type { AuditEvent } from './audit-event.ts'
import { auditGenesis, draftRecord, linkRecord, type AuditRow } from './audit-record.ts'

/** How often a place in the chain is asked for, while others take it first. */
const triesMost = 40

/**
 * Writes an event into an organisation's audit log: append-only, numbered without gaps, each record hashed over
 * the one before it. Two isolates that write at once can't fork the chain: the second insert breaks the primary
 * key, is rolled back, and links itself to the new end.
 *
 * @param together statements that must happen with the record or not at all, such as the mutation that it tells
 *   of: they run in its transaction, before it (`drizzle` queries: see `statementOf`)
 * @returns the results of `together`
 * @throws Error when no place could be had, or for what `together` throws; nothing is written then
 */
export async function recordAudit(
  env: Env,
  event: AuditEvent,
  together: readonly D1PreparedStatement[] = [],
): Promise<D1Result[]> {
  const address = event.request ? clientAddress(event.request, env) : null
  const draft = draftRecord(event, address, { id: newId('aud_'), salt: randomHex(16) })
  for (let attempt = 0; attempt < triesMost; attempt++) {
    const last = await lastRecord(env.DB, event.organizationId)
    // Never before its predecessor, whatever the clocks of two isolates say.
    const row = linkRecord(draft, last, Math.max(Date.now(), last.at))
    try {
      const results = await env.DB.batch([...together, insert(env.DB, row)])
      return results.slice(0, together.length)
    } catch (error) {
      if (!isTaken(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * (attempt + 1)))
    }
  }
  throw new Error('The audit log took no record: its end was taken again and again')
}

/** A drizzle query as a statement of D1, for `together`. */
export function statementOf(
  db: D1Database,
  query: { toSQL: () => { sql: string; params: unknown[] } },
): D1PreparedStatement {
  const { sql, params } = query.toSQL()
  return db.prepare(sql).bind(...params)
}

async function lastRecord(
  db: D1Database,
  organizationId: string,
): Promise<{ seq: number; hash: string; at: number }> {
  const last = await db
    .prepare('SELECT seq, hash, at FROM audit_log WHERE organization_id = ? ORDER BY seq DESC LIMIT 1')
    .bind(organizationId)
    .first<{ seq: number; hash: string; at: number }>()
  return last ?? { seq: 0, hash: auditGenesis(organizationId), at: 0 }
}

function insert(db: D1Database, row: AuditRow): D1PreparedStatement {
  const columns = Object.keys(row)
  return db
    .prepare(`INSERT INTO audit_log (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .bind(...Object.values(row))
}

/** Whether another record has the place already. */
function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && /UNIQUE constraint failed: audit_log\.organization_id, /.test(error.message)
  )
}
