import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { projects } from '../../migrations/schema.ts'
import { projectSettingsSchema, type Project } from '../../protocol/index.ts'
import { sees, type Action } from '../auth/access.ts'
import type { Actor } from '../auth/actor.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { notFound } from '../http/problem-error.ts'

export type ProjectRow = typeof projects.$inferSelect

/**
 * Looks a project up for an actor and an action. [A2] [A5]
 *
 * @throws ProblemError `not_found` for a missing one and a stranger's alike, `forbidden` without the right
 */
export async function findProject(env: Env, actor: Actor, id: string, action: Action): Promise<ProjectRow> {
  const [row] = await drizzle(env.DB).select().from(projects).where(eq(projects.id, id))
  const resource = row && { organizationId: row.organizationId, projectId: row.id, apiKeyId: null }
  if (!resource || !sees(actor, resource)) throw notFound('project')
  requireRight(actor, action, resource)
  return row
}

/** The project on the wire. */
export function wireProject(row: ProjectRow): Project {
  return {
    id: row.id,
    organization_id: row.organizationId,
    name: row.name,
    settings: projectSettingsSchema.parse(JSON.parse(row.settings)),
    created_at: new Date(row.createdAt).toISOString(),
  }
}
