import { and, eq, gt, or, sql, type Column, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteSelect } from 'drizzle-orm/sqlite-core'
import * as z from 'zod'
import { limits } from '../../protocol/index.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'

/** Query of a list that is told in the order of creation. [P3] */
export const listQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(limits.pageMax).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
})
export type ListQuery = z.infer<typeof listQuerySchema>

const placeSchema = z.tuple([z.int(), z.string()])

/**
 * Narrows a `$dynamic()` select to a page, and one row more, by which {@link pageOf} sees that there is another.
 *
 * @param where which rows belong to the list
 * @param by when a row was made, and what tells it from others of that moment
 * @throws ProblemError `invalid_query` for a cursor that is none of ours
 */
export function inPages<Select extends SQLiteSelect>(
  select: Select,
  query: ListQuery,
  where: SQL | undefined,
  by: readonly [createdAt: SQLiteColumn, id: SQL | SQLiteColumn],
): Select {
  return select
    .where(and(where, afterCursor(query, ...by)))
    .orderBy(...by)
    .limit(query.limit + 1)
}

/** Everything after the cursor of a page, by creation and then id. */
function afterCursor(query: ListQuery, createdAt: Column, id: SQL | Column): SQL | undefined {
  if (query.cursor === undefined) return undefined
  const [at, last] = decodeCursor(query.cursor, placeSchema)
  return or(gt(createdAt, at), and(eq(createdAt, at), sql`${id} > ${last}`))
}

/**
 * The page of rows that were read with a limit one higher than asked for.
 *
 * @param place what the next page begins after
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  query: ListQuery,
  place: (row: Row) => [createdAt: number, id: string],
  wire: (row: Row) => Item,
): { data: Item[]; next_cursor: string | null } {
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { data: page.map(wire), next_cursor: last ? encodeCursor(place(last)) : null }
}
