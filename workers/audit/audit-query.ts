import * as z from 'zod'
import { auditActionSchema, auditDetailsSchema, auditHeaderSchema, limits } from '../../protocol/index.ts'
import type { AuditRecord } from '../../protocol/index.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { AuditRow } from './audit-record.ts'

const instant = z.iso.datetime({ offset: true, local: true }).transform((text) => Date.parse(text))

/** What a log may be narrowed to. */
export const auditFilterSchema = z.object({
  action: auditActionSchema.optional(),
  /** Id of who did it. */
  actor: z.string().max(limits.idLength).optional(),
  /** Id of what it was done to. */
  target: z.string().max(limits.idLength).optional(),
  /** From, inclusive. */
  start: instant.optional(),
  /** To, exclusive. */
  end: instant.optional(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

/** Query of `GET /organizations/:id/audit/`. */
export const auditQuerySchema = auditFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(limits.pageMax).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>

/** Query of `GET /organizations/:id/audit/export/`. */
export const auditExportQuerySchema = auditFilterSchema.extend({
  format: z.enum(['ndjson', 'csv']).default('ndjson'),
})

/** A page of an organisation's log, newest first. [P3] [U4] */
export async function listAudit(
  db: D1Database,
  organizationId: string,
  query: AuditQuery,
): Promise<{ data: AuditRecord[]; next_cursor: string | null }> {
  const before = query.cursor === undefined ? null : decodeCursor(query.cursor, z.int())
  const rows = await readRows(db, organizationId, query, {
    order: 'DESC',
    beyond: before,
    most: query.limit + 1,
  })
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { data: page.map(recordOf), next_cursor: last ? encodeCursor(last.seq) : null }
}

/** All rows of a log that fit, oldest first, page by page. */
export async function* auditPages(
  db: D1Database,
  organizationId: string,
  filter: AuditFilter,
): AsyncGenerator<AuditRow[]> {
  for (let beyond = 0; ;) {
    const rows = await readRows(db, organizationId, filter, { order: 'ASC', beyond, most: limits.pageMax })
    const last = rows.at(-1)
    if (!last) return
    yield rows
    beyond = last.seq
  }
}

async function readRows(
  db: D1Database,
  organizationId: string,
  filter: AuditFilter,
  page: { order: 'ASC' | 'DESC'; beyond: number | null; most: number },
): Promise<AuditRow[]> {
  const where = ['organization_id = ?']
  const values: (string | number)[] = [organizationId]
  const also = (condition: string, value: string | number | null | undefined) => {
    if (value === undefined || value === null) return
    where.push(condition)
    values.push(value)
  }
  also(page.order === 'DESC' ? 'seq < ?' : 'seq > ?', page.beyond)
  also('action = ?', filter.action)
  also('actor_id = ?', filter.actor)
  also('target_id = ?', filter.target)
  also('at >= ?', filter.start)
  also('at < ?', filter.end)
  const { results } = await db
    .prepare(`SELECT * FROM audit_log WHERE ${where.join(' AND ')} ORDER BY seq ${page.order} LIMIT ?`)
    .bind(...values, page.most)
    .all<AuditRow>()
  return results
}

/** A row as it stands on the wire: without its salt. */
export function recordOf(row: AuditRow): AuditRecord {
  return {
    ...auditHeaderSchema.parse(JSON.parse(row.record)),
    details: row.details === null ? null : auditDetailsSchema.parse(JSON.parse(row.details)),
    hash: row.hash,
  }
}
