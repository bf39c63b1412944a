import { and, eq, isNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { apiKeys, runs } from '../../migrations/schema.ts'
import type { AuditEvent } from '../audit/audit-event.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { forgetKey } from '../auth/find-key.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { runSession } from '../runs/run-session-stub.ts'
import type { ProjectRow } from './find-project.ts'

/** Runs asked to go in one request. */
const runsMost = 500

/**
 * Deletes a project with its keys and its closed runs. The objects of the runs erase themselves by their alarms,
 * as retention has them do, and leave tombstones. [O8] [R11]
 *
 * @throws ProblemError `conflict` while a run is open, or when there are more runs than go at once
 */
export async function deleteProject(env: Env, project: ProjectRow, event: AuditEvent): Promise<void> {
  const d1 = drizzle(env.DB)
  const [open] = await d1
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.projectId, project.id), isNull(runs.endedAt)))
    .limit(1)
  if (open) throw openRun()
  const asked = await d1
    .select({ id: runs.id })
    .from(runs)
    .where(eq(runs.projectId, project.id))
    .limit(runsMost)
  for (const { id } of asked) await runSession(env, id).erase(0, true)
  if (asked.length === runsMost) {
    throw new ProblemError(
      'conflict',
      `The project has more than ${runsMost} runs: that many are being deleted. Ask again in a minute.`,
      {},
      { 'Retry-After': '60' },
    )
  }
  const keys = await d1.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.projectId, project.id))
  try {
    await recordAudit(env, event, [
      noOpenRun(env.DB, project.id),
      env.DB.prepare('DELETE FROM api_keys WHERE project_id = ?').bind(project.id),
      env.DB.prepare('DELETE FROM projects WHERE id = ?').bind(project.id),
    ])
  } catch (error) {
    if (error instanceof Error && error.message.includes('NOT NULL constraint failed: projects.name')) {
      throw openRun()
    }
    throw error
  }
  for (const { id } of keys) forgetKey(id)
}

/** Fails its transaction, by the column's NOT NULL, when a run was opened meanwhile. */
function noOpenRun(db: D1Database, projectId: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE projects SET name = CASE WHEN EXISTS (
         SELECT 1 FROM runs WHERE project_id = ?1 AND ended_at IS NULL) THEN NULL ELSE name END
       WHERE id = ?1`,
    )
    .bind(projectId)
}

function openRun(): ProblemError {
  return new ProblemError('conflict', 'A run of this project is open: end it first.')
}
