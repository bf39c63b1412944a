import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono, type Context } from 'hono'
import { projects as table } from '../../migrations/schema.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import type { UserActor } from '../auth/actor.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { readJson } from '../http/read-body.ts'
import { findProject, type ProjectRow } from '../organizations/find-project.ts'
import { checkPolicy, wirePolicy } from '../policies/check-policy.ts'

/** The policy that a project's beats are judged under. [V9] */
export const policies = new Hono<AppContext>({ strict: false })

policies.get('/:id/policy', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const project = await findProject(c.env, actor, c.req.param('id'), 'project:read')
  return c.json(wirePolicy(project.policy))
})

policies.put('/:id/policy', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const project = await findProject(c.env, actor, c.req.param('id'), 'project:update')
  const { value } = await readJson(c.req.raw)
  const policy = checkPolicy(value)
  await store(c, actor, project, policy)
  return c.json(wirePolicy(policy))
})

policies.delete('/:id/policy', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const project = await findProject(c.env, actor, c.req.param('id'), 'project:update')
  if (project.policy !== null) await store(c, actor, project, null)
  return c.body(null, 204)
})

async function store(c: Context<AppContext>, actor: UserActor, project: ProjectRow, policy: string | null) {
  const update = drizzle(c.env.DB).update(table).set({ policy }).where(eq(table.id, project.id))
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: project.organizationId,
      action: 'policy.update',
      target: { type: 'project', id: project.id },
      before: { policy: said(project.policy) },
      after: { policy: said(policy) },
    },
    [statementOf(c.env.DB, update)],
  )
}

function said(stored: string | null): unknown {
  return stored === null ? null : JSON.parse(stored)
}
