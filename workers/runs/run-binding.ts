import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { RunBinding } from '../../durable-objects/run-state.ts'
import { apiKeys, projects } from '../../migrations/schema.ts'
import { projectSettingsSchema } from '../../protocol/index.ts'
import type { KeyActor } from '../auth/actor.ts'
import { notFound } from '../http/problem-error.ts'
import type { GrantedRun } from './find-run.ts'

/** The binding of a key's run. */
export function keyBinding(key: KeyActor, runId: string): RunBinding {
  return {
    run_id: runId,
    organization_id: key.organizationId,
    project_id: key.projectId,
    api_key_id: key.id,
    on_severe: key.onSevere,
    settings: key.settings,
  }
}

/** A run that beats go to, and what they are judged by. */
export interface RunTarget {
  binding: RunBinding
  /** JSON of the project's own policy; null for the shipped one. */
  policy: string | null
}

/** The run that somebody names: its project's settings and policy and, where it has one, its key's orders. */
export async function targetOf(db: D1Database, run: GrantedRun): Promise<RunTarget> {
  const [row] = await drizzle(db)
    .select({ settings: projects.settings, policy: projects.policy, onSevere: apiKeys.onSevere })
    .from(projects)
    .leftJoin(apiKeys, eq(apiKeys.id, run.apiKeyId ?? ''))
    .where(eq(projects.id, run.projectId))
  if (!row) throw notFound('project')
  const binding: RunBinding = {
    run_id: run.id,
    organization_id: run.organizationId,
    project_id: run.projectId,
    api_key_id: run.apiKeyId,
    on_severe: row.onSevere ?? 'hold',
    settings: projectSettingsSchema.parse(JSON.parse(row.settings)),
  }
  return { binding, policy: row.policy }
}
