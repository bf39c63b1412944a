import { contentCommitment, linkHash } from '../../durable-objects/chain.ts'
import { auditHeaderSchema } from '../../protocol/index.ts'
import { auditPages } from './audit-query.ts'
import { auditGenesis, type AuditRow } from './audit-record.ts'

/** Whether a log is as it was written, or the first record that is not. */
export type AuditCheck =
  { intact: true; records: number; head: string } | { intact: false; seq: number; why: string }

/**
 * Walks an organisation's whole audit log. Found are a changed, dropped, added or swapped record, changed details
 * and ones that were put back after they were erased; what was cut off at the end is found by comparing `head`
 * with one that was kept (an export's). [U2]
 */
export async function verifyAudit(db: D1Database, organizationId: string): Promise<AuditCheck> {
  let hash = auditGenesis(organizationId)
  let seq = 0
  for await (const page of auditPages(db, organizationId, {})) {
    for (const row of page) {
      const why = flaw(row, organizationId, { seq, hash })
      if (why !== null) return { intact: false, seq: seq + 1, why }
      ;({ seq, hash } = row)
    }
  }
  return { intact: true, records: seq, head: hash }
}

function flaw(row: AuditRow, organizationId: string, previous: { seq: number; hash: string }): string | null {
  if (row.seq !== previous.seq + 1) return 'a record is missing'
  if (linkHash(previous.hash, row.record) !== row.hash) return 'the hash does not follow'
  const header = auditHeaderSchema.safeParse(JSON.parse(row.record))
  if (!header.success) return 'the record has not the shape of one'
  const { data } = header
  // The columns that are searched by must not say something else than what is hashed.
  const said = [data.seq, data.organization_id, data.id, Date.parse(data.timestamp), data.action]
  const columns = [row.seq, organizationId, row.id, row.at, row.action]
  const who = [data.actor.type, data.actor.id, data.target.type, data.target.id]
  const whoColumns = [row.actor_type, row.actor_id, row.target_type, row.target_id]
  if (![...said, ...who].every((value, i) => value === [...columns, ...whoColumns][i])) {
    return 'the columns and the record differ'
  }
  if (row.details === null || row.salt === null) return null
  return contentCommitment(row.salt, row.details) === data.details_commitment
    ? null
    : 'the details are not those committed to'
}
