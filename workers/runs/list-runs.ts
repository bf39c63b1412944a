import { and, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import * as z from 'zod'
import { runs } from '../../migrations/schema.ts'
import { limits, runSchema, runStatusSchema, type Run } from '../../protocol/index.ts'
import type { Actor } from '../auth/actor.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'

export const runListQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(limits.pageMax).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
  status: runStatusSchema.optional(),
  project_id: z.string().max(limits.idLength).optional(),
  api_key_id: z.string().max(limits.idLength).optional(),
})
export type RunListQuery = z.infer<typeof runListQuerySchema>

const cursorSchema = z.tuple([z.int(), z.string()])

/** Runs of an actor, newest first, from the index: at most a second behind the objects. [R8] */
export async function listRuns(
  db: D1Database,
  actor: Actor,
  query: RunListQuery,
): Promise<{ data: Run[]; next_cursor: string | null }> {
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, cursorSchema)
  const rows = await drizzle(db)
    .select({ id: runs.id, startedAt: runs.startedAt, state: runs.state })
    .from(runs)
    .where(
      and(
        ownRuns(actor),
        query.status && eq(runs.status, query.status),
        query.project_id === undefined ? undefined : eq(runs.projectId, query.project_id),
        query.api_key_id === undefined ? undefined : eq(runs.apiKeyId, query.api_key_id),
        cursor
          ? or(lt(runs.startedAt, cursor[0]), and(eq(runs.startedAt, cursor[0]), lt(runs.id, cursor[1])))
          : undefined,
      ),
    )
    .orderBy(desc(runs.startedAt), desc(runs.id))
    .limit(query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return {
    data: page.map((row) => runSchema.parse(JSON.parse(row.state))),
    next_cursor: last ? encodeCursor([last.startedAt, last.id]) : null,
  }
}

/** Narrows a query to what the actor may see. [A5] */
function ownRuns(actor: Actor): SQL | undefined {
  if (actor.type === 'user') return inArray(runs.organizationId, [...actor.memberships.keys()])
  return actor.scopes.has('project') ? eq(runs.projectId, actor.projectId) : eq(runs.apiKeyId, actor.id)
}
