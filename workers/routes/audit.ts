import { Hono, type Context } from 'hono'
import { auditBy } from '../audit/audit-by.ts'
import { auditExportQuerySchema, auditQuerySchema, listAudit } from '../audit/audit-query.ts'
import { auditCsv, auditNdjson } from '../audit/export-audit.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { Action } from '../auth/access.ts'
import type { UserActor } from '../auth/actor.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { readQuery } from '../http/read-query.ts'
import { textStream } from '../http/text-stream.ts'
import { findOrganization } from '../organizations/find-organization.ts'

/** Who did what in an organisation. Mounted below it. */
export const audit = new Hono<AppContext>({ strict: false })

/** What comes of an actor with the right: who, and in which organisation. */
async function admit(
  c: Context<AppContext>,
  action: Action,
): Promise<{ actor: UserActor; organizationId: string }> {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findOrganization(c.env, actor, c.req.param('id') ?? '', action)
  return { actor, organizationId: row.id }
}

// Newest first. [U4]
audit.get('/', async (c) => {
  const { organizationId } = await admit(c, 'audit:read')
  return c.json(await listAudit(c.env.DB, organizationId, readQuery(c.req.url, auditQuerySchema)))
})

// Whether it is as it was written. [U2]
audit.get('/check', async (c) => {
  const { organizationId } = await admit(c, 'audit:read')
  return c.json(await verifyAudit(c.env.DB, organizationId))
})

// To be taken away; that it was is the last thing it says. [U5]
audit.get('/export', async (c) => {
  const { actor, organizationId } = await admit(c, 'audit:export')
  const { format, ...filter } = readQuery(c.req.url, auditExportQuerySchema)
  await recordAudit(c.env, {
    ...auditBy(c, actor),
    organizationId,
    action: 'audit.export',
    target: { type: 'organization', id: organizationId },
    after: { format, ...filter },
  })
  const write = { ndjson: auditNdjson, csv: auditCsv }[format]
  return c.body(textStream(write(c.env.DB, organizationId, filter)), 200, {
    'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
    'Content-Disposition': `attachment; filename="${organizationId}-audit.${format}"`,
    'Cache-Control': 'no-store',
  })
})
