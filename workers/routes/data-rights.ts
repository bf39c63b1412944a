import { Hono } from 'hono'
import { accountDeletionSchema, organizationDeletionSchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import { recheckViewers } from '../auth/recheck-viewers.ts'
import { dropSession } from '../auth/session-cookie.ts'
import { deleteAccount } from '../data-rights/delete-account.ts'
import { deleteOrganization } from '../data-rights/delete-organization.ts'
import { accountExport, organizationExport } from '../data-rights/export-data.ts'
import type { AppContext } from '../env.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { textStream } from '../http/text-stream.ts'
import { requirePassword } from '../identity/change-password.ts'
import { recordPersonal } from '../identity/personal-log.ts'
import { findOrganization } from '../organizations/find-organization.ts'

/** What a person may take away and have deleted of themselves. [D1] [D2] */
export const accountRights = new Hono<AppContext>({ strict: false })
/** The same of an organisation. Mounted where organisations are. */
export const organizationRights = new Hono<AppContext>({ strict: false })

const attachment = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})

accountRights.get('/export', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const target = { type: 'user', id: actor.id }
  await recordPersonal(c.env, actor.id, { ...auditBy(c, actor), action: 'account.export', target })
  return c.body(
    textStream(accountExport(c.env, actor, Date.now())),
    200,
    attachment(`${actor.id}.json`, 'application/json'),
  )
})

accountRights.delete('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { password, confirm } = await readBody(c.req.raw, accountDeletionSchema)
  requireConfirmation(confirm.trim().toLowerCase() === actor.email.toLowerCase(), 'the e-mail address')
  if (await hasPassword(c.env.DB, actor.id)) await requirePassword(c, actor, password ?? '')
  await deleteAccount(c, actor)
  dropSession(c)
  return c.body(null, 204)
})

organizationRights.get('/:id/export', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findOrganization(c.env, actor, c.req.param('id'), 'org:export')
  await recordAudit(c.env, {
    ...auditBy(c, actor),
    organizationId: row.id,
    action: 'organization.export',
    target: { type: 'organization', id: row.id },
  })
  return c.body(
    textStream(organizationExport(c.env, row.id, Date.now())),
    200,
    attachment(`${row.id}.ndjson`, 'application/x-ndjson'),
  )
})

organizationRights.delete('/:id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const { row } = await findOrganization(c.env, actor, c.req.param('id'), 'org:delete')
  const { confirm } = await readBody(c.req.raw, organizationDeletionSchema)
  requireConfirmation(confirm.trim() === row.name, 'the name of the organisation')
  if (row.personalOf !== null) {
    throw new ProblemError('conflict', 'A personal organisation goes with its person: delete the account.')
  }
  const target = { type: 'organization', id: row.id }
  recheckViewers(c.env, [row.id])
  await deleteOrganization(c.env, row.id, Date.now())
  await recordPersonal(c.env, actor.id, { ...auditBy(c, actor), action: 'organization.delete', target })
  return c.body(null, 204)
})

function requireConfirmation(given: boolean, what: string): void {
  if (given) return
  const message = `is not ${what}`
  throw new ProblemError('invalid_body', `confirm: ${message}`, { errors: [{ field: 'confirm', message }] })
}

/** A person of a local server comes in by a link, and has none. */
async function hasPassword(db: D1Database, userId: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM auth_accounts WHERE user_id = ? AND password IS NOT NULL LIMIT 1')
    .bind(userId)
    .first()
  return row !== null
}
