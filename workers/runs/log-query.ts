import * as z from 'zod'
import type { LogRow } from '../../durable-objects/log-reader.ts'
import { colorSchema, limits } from '../../protocol/index.ts'

const instant = z.iso.datetime({ offset: true, local: true }).transform((text) => Date.parse(text))

/** Which stretch of a run: `start` inclusive, `end` exclusive, both by server time. */
export const rangeQuerySchema = z.object({ start: instant.optional(), end: instant.optional() })
export type RangeQuery = z.infer<typeof rangeQuerySchema>

/** Query of `GET /simulator/logs/:run_id/`. [G1] */
export const logQuerySchema = rangeQuerySchema.extend({
  after: z.coerce.number().int().min(0).default(0),
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageMax).default(limits.pageDefault),
  color: colorSchema.optional(),
  flagged_only: z.stringbool().default(false),
  kinds: z.enum(['beats', 'all']).default('beats'),
})
export type LogQuery = z.infer<typeof logQuerySchema>

/** A page of a run's log from D1, one row more than asked for if there is more. */
export async function queryLog(db: D1Database, runId: string, query: LogQuery): Promise<LogRow[]> {
  const where = ['run_id = ?', 'seq > ?']
  const values: (string | number)[] = [runId, query.cursor ?? query.after]
  const also = (condition: string, ...more: (string | number)[]) => {
    where.push(condition)
    values.push(...more)
  }
  if (query.kinds === 'beats') also(`type = 'beat'`)
  if (query.color) also('color = ?', query.color)
  if (query.flagged_only) also('flagged = 1')
  if (query.start !== undefined) also('at >= ?', query.start)
  if (query.end !== undefined) also('at < ?', query.end)
  const { results } = await db
    .prepare(
      `SELECT seq, type, id, at, header, content, salt, hash FROM entries
       WHERE ${where.join(' AND ')} ORDER BY seq LIMIT ?`,
    )
    .bind(...values, query.limit + 1)
    .all<LogRow>()
  return results
}
