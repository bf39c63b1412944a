import { auditGenesis, type AuditRow } from './audit-record.ts'
import { auditPages, recordOf, type AuditFilter } from './audit-query.ts'
import { plainCell, textCell } from '../evidence/csv-cell.ts'

const csvColumns = [
  'timestamp',
  'action',
  'actor_type',
  'actor_id',
  'target_type',
  'target_id',
  'address',
  'user_agent',
  'before',
  'after',
  'request_id',
  'seq',
  'id',
  'hash',
] as const

/**
 * A log as NDJSON: an opening line, one line a record with the salt of its details, and a closing line that says
 * how many there were, so that a cut file is not whole. Without a filter the file can be checked by itself: each
 * `hash` is SHA-256 of the one before it and `record`, as spec [U2] says. [U5]
 */
export async function* auditNdjson(
  db: D1Database,
  organizationId: string,
  filter: AuditFilter,
): AsyncGenerator<string> {
  const genesis = auditGenesis(organizationId)
  yield line({ custos_audit: 1, organization_id: organizationId, filter: shown(filter), genesis })
  let count = 0
  let head = genesis
  for await (const page of auditPages(db, organizationId, filter)) {
    yield page.map(({ record, details, salt, hash }) => line({ record, details, salt, hash })).join('')
    count += page.length
    head = page.at(-1)?.hash ?? head
  }
  yield line({ count, head, complete: true })
}

/** A log as CSV, by the rules of [X7] and [X9]. [U5] */
export async function* auditCsv(
  db: D1Database,
  organizationId: string,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield `${csvColumns.join(',')}\r\n`
  for await (const page of auditPages(db, organizationId, filter)) yield page.map(csvRow).join('')
}

function csvRow(row: AuditRow): string {
  const { action, actor, target, details, ...header } = recordOf(row)
  const cells = [
    plainCell(header.timestamp),
    plainCell(action),
    plainCell(actor.type),
    textCell(actor.id ?? ''),
    plainCell(target.type),
    textCell(target.id ?? ''),
    textCell(details?.address ?? ''),
    textCell(details?.user_agent ?? ''),
    textCell(details?.before == null ? '' : JSON.stringify(details.before)),
    textCell(details?.after == null ? '' : JSON.stringify(details.after)),
    textCell(header.request_id ?? ''),
    plainCell(header.seq),
    plainCell(header.id),
    plainCell(header.hash),
  ]
  return `${cells.join(',')}\r\n`
}

/** A filter as it was asked for. */
function shown({ start, end, ...rest }: AuditFilter): Record<string, string | undefined> {
  return {
    ...rest,
    ...(start !== undefined && { start: new Date(start).toISOString() }),
    ...(end !== undefined && { end: new Date(end).toISOString() }),
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
