import { and, count, eq, isNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { apiKeys, projects } from '../../migrations/schema.ts'
import { limits } from '../../protocol/index.ts'
import type { UserActor } from '../auth/actor.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'

/** @throws ProblemError `conflict` for a person who is in as many organisations as anybody may be. [N1] */
export function requireRoom(actor: UserActor): void {
  if (actor.memberships.size < limits.organizations) return
  throw full(`One can be in ${limits.organizations} organisations: leave another first.`)
}

/** @throws ProblemError `conflict` for an organisation that has as many projects as any may. [N1] */
export async function requireRoomForProject(env: Env, organizationId: string): Promise<void> {
  const [row] = await drizzle(env.DB)
    .select({ n: count() })
    .from(projects)
    .where(eq(projects.organizationId, organizationId))
  if ((row?.n ?? 0) >= limits.projects) {
    throw full(`An organisation has ${limits.projects} projects at most: delete another first.`)
  }
}

/** @throws ProblemError `conflict` for a project that has as many keys in use as any may. [N1] */
export async function requireRoomForKey(env: Env, projectId: string): Promise<void> {
  const [row] = await drizzle(env.DB)
    .select({ n: count() })
    .from(apiKeys)
    .where(and(eq(apiKeys.projectId, projectId), isNull(apiKeys.revokedAt)))
  if ((row?.n ?? 0) >= limits.keys) {
    throw full(`A project has ${limits.keys} keys at most: revoke another first.`)
  }
}

function full(detail: string): ProblemError {
  return new ProblemError('conflict', detail)
}
