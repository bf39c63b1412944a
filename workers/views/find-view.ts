import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { savedViews, users } from '../../migrations/schema.ts'
import type { SavedView } from '../../protocol/index.ts'
import { can, type Resource } from '../auth/access.ts'
import type { UserActor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'

export type ViewRow = typeof savedViews.$inferSelect

/** A view stands for the whole organisation where rights are asked for. */
export const viewOf = (organizationId: string): Resource => ({
  organizationId,
  projectId: null,
  apiKeyId: null,
})

/**
 * One's own view, to be changed. Somebody else's shared one may only be taken back, by those who manage the
 * organisation.
 *
 * @throws ProblemError `not_found` for a missing one and another's own alike; `forbidden`
 */
export async function findView(
  db: D1Database,
  actor: UserActor,
  id: string,
  how: 'change' | 'delete',
): Promise<{ row: ViewRow; owner: string }> {
  const [found] = await drizzle(db)
    .select({ row: savedViews, owner: users.name })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .where(eq(savedViews.id, id))
  if (!found) throw notFound('view')
  const { row } = found
  const resource = viewOf(row.organizationId)
  const mine = row.userId === actor.id
  if (!can(actor, 'view:read', resource) || (!mine && !row.shared)) throw notFound('view')
  requireRight(actor, 'view:write', resource)
  if (!mine && !(how === 'delete' && can(actor, 'org:update', resource))) {
    throw new ProblemError('forbidden', 'This view is somebody else’s. Save one of your own.')
  }
  return found
}

/** A view as the wire has it, for one actor. */
export function wireView(row: ViewRow, owner: string, actor: UserActor): SavedView {
  return {
    id: row.id,
    organization_id: row.organizationId,
    owner: { id: row.userId, name: owner },
    name: row.name,
    address: row.address,
    shared: row.shared,
    is_default: row.isDefault && row.userId === actor.id,
    created_at: new Date(row.createdAt).toISOString(),
    updated_at: new Date(row.updatedAt).toISOString(),
  }
}
