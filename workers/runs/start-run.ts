import { and, eq, inArray } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { RunBinding } from '../../durable-objects/run-state.ts'
import { keylessRunId, newRunId } from '../../durable-objects/run-id.ts'
import { redactText } from '../../guardian/privacy/index.ts'
import { projects } from '../../migrations/schema.ts'
import { projectSettingsSchema, type Run, type RunInput } from '../../protocol/index.ts'
import type { Actor, KeyActor, UserActor } from '../auth/actor.ts'
import { sees, type Action } from '../auth/access.ts'
import { readKeyById } from '../auth/find-key.ts'
import { requireRight } from '../auth/require-right.ts'
import type { Env } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { keyBinding } from './run-binding.ts'
import { runSession } from './run-session-stub.ts'

/** How a run is to be called when it is new. */
interface Naming {
  name?: string
  labels?: string[]
}

/**
 * Starts a run, or hands back the open one as it is: for a key its own, for a person that of `api_key_id` or
 * a keyless one in a project. [R5]
 *
 * @throws ProblemError `not_found`, `forbidden`, `invalid_body`
 */
export async function startRun(
  env: Env,
  actor: Actor,
  input: RunInput,
  idempotencyKey: string | null,
): Promise<{ created: boolean; run: Run }> {
  const naming = namingOf(input)
  if (actor.type === 'key') {
    if (input.api_key_id != null && input.api_key_id !== actor.id) throw notFound('key')
    if (input.project_id != null && input.project_id !== actor.projectId) throw notFound('project')
    requireRight(actor, 'run:start', { ...actor, apiKeyId: actor.id })
    return openRunOfKey(env, actor, naming)
  }
  if (input.api_key_id != null)
    return openRunOfKey(env, await keyFor(env, actor, input.api_key_id, 'run:start'), naming)
  const binding = await keylessBinding(env, actor, input.project_id ?? null, idempotencyKey)
  const opened = await runSession(env, binding.run_id).open(binding, naming)
  if (!('closed' in opened)) return opened
  const run = await runSession(env, binding.run_id).state()
  if (!run) throw new ProblemError('internal', 'A closed run has no state.')
  return { created: false, run }
}

/** Names are stored like all that a client writes: redacted. [B13] */
function namingOf({ name, labels }: RunInput): Naming {
  return {
    ...(name != null && { name: redactText(name).text }),
    ...(labels && { labels: labels.map((label) => redactText(label).text) }),
  }
}

/** A key that a person may do this to the runs of. */
export async function keyFor(env: Env, actor: UserActor, keyId: string, action: Action): Promise<KeyActor> {
  const key = await readKeyById(env.DB, keyId)
  const resource = key && { ...key, apiKeyId: key.id }
  if (!resource || !sees(actor, resource)) throw notFound('key')
  requireRight(actor, action, resource)
  return key
}

/** Follows a key's chain of runs to the open one, opening it if it is not there. */
async function openRunOfKey(
  env: Env,
  key: KeyActor,
  naming: Naming,
): Promise<{ created: boolean; run: Run }> {
  let previousRunId: string | null = null
  for (;;) {
    const runId = key.currentRunId
    const opened = await runSession(env, runId).open(keyBinding(key, runId), { ...naming, previousRunId })
    if (!('closed' in opened)) return opened
    if (opened.next_run_id === null) throw new ProblemError('internal', 'A closed run names no successor.')
    previousRunId = runId
    key.currentRunId = opened.next_run_id
  }
}

async function keylessBinding(
  env: Env,
  actor: UserActor,
  projectId: string | null,
  idempotencyKey: string | null,
): Promise<RunBinding> {
  const rows = await drizzle(env.DB)
    .select()
    .from(projects)
    .where(
      and(
        inArray(projects.organizationId, [...actor.memberships.keys()]),
        projectId === null ? undefined : eq(projects.id, projectId),
      ),
    )
    .limit(2)
  const [project, another] = rows
  if (!project) throw notFound('project')
  if (another) {
    throw new ProblemError('invalid_body', 'project_id: say which of your projects the run is for', {
      errors: [{ field: 'project_id', message: 'required when you have several projects' }],
    })
  }
  requireRight(actor, 'run:start', {
    organizationId: project.organizationId,
    projectId: project.id,
    apiKeyId: null,
  })
  return {
    run_id: idempotencyKey === null ? newRunId() : keylessRunId(project.id, actor.id, idempotencyKey),
    organization_id: project.organizationId,
    project_id: project.id,
    api_key_id: null,
    on_severe: 'hold',
    settings: projectSettingsSchema.parse(JSON.parse(project.settings)),
  }
}
