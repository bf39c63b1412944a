import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { Hono } from 'hono'
import { projects as table } from '../../migrations/schema.ts'
import { projectInputSchema, projectPatchSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit, statementOf } from '../audit/record-audit.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { newId } from '../auth/secrets.ts'
import type { AppContext } from '../env.ts'
import { inPages, listQuerySchema, pageOf } from '../http/list-page.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { deleteProject } from '../organizations/delete-project.ts'
import { findOrganization } from '../organizations/find-organization.ts'
import { findProject, wireProject, type ProjectRow } from '../organizations/find-project.ts'
import { requireRoomForProject } from '../organizations/require-room.ts'

/** The projects of an organisation. [O8] */
export const organizationProjects = new Hono<AppContext>({ strict: false })
/** One project. [O8] */
export const projects = new Hono<AppContext>({ strict: false })

organizationProjects.get('/:id/projects', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findOrganization(c.env, actor, c.req.param('id'), 'project:list')
  const query = readQuery(c.req.url, listQuerySchema)
  const all = drizzle(c.env.DB).select().from(table).$dynamic()
  const rows = await inPages(all, query, eq(table.organizationId, row.id), [table.createdAt, table.id])
  return c.json(pageOf(rows, query, (project) => [project.createdAt, project.id], wireProject))
})

organizationProjects.post('/:id/projects', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const organization = await findOrganization(c.env, actor, c.req.param('id'), 'project:create')
  const { name } = await readBody(c.req.raw, projectInputSchema)
  const organizationId = organization.row.id
  await requireRoomForProject(c.env, organizationId)
  const row: ProjectRow = {
    id: newId('prj_'),
    organizationId,
    name,
    settings: '{}',
    policy: null,
    createdAt: Date.now(),
  }
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId,
      action: 'project.create',
      target: { type: 'project', id: row.id },
      after: { name },
    },
    [statementOf(c.env.DB, drizzle(c.env.DB).insert(table).values(row))],
  )
  return c.json(wireProject(row), 201)
})

projects.get('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  return c.json(wireProject(await findProject(c.env, actor, c.req.param('id'), 'project:read')))
})

projects.patch('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const row = await findProject(c.env, actor, c.req.param('id'), 'project:update')
  const patch = await readBody(c.req.raw, projectPatchSchema)
  const before = wireProject(row)
  const changed: ProjectRow = {
    ...row,
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.settings && { settings: JSON.stringify(patch.settings) }),
  }
  const { name, settings } = changed
  const after = wireProject(changed)
  await recordAudit(
    c.env,
    {
      ...auditBy(c, actor),
      organizationId: row.organizationId,
      action: 'project.update',
      target: { type: 'project', id: row.id },
      before: { name: before.name, ...(patch.settings && { settings: before.settings }) },
      after: { name: after.name, ...(patch.settings && { settings: after.settings }) },
    },
    [
      statementOf(
        c.env.DB,
        drizzle(c.env.DB).update(table).set({ name, settings }).where(eq(table.id, row.id)),
      ),
    ],
  )
  return c.json(after)
})

projects.delete('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const row = await findProject(c.env, actor, c.req.param('id'), 'project:delete')
  await deleteProject(c.env, row, {
    ...auditBy(c, actor),
    organizationId: row.organizationId,
    action: 'project.delete',
    target: { type: 'project', id: row.id },
    before: { name: row.name },
  })
  return c.body(null, 204)
})
