import { Hono } from 'hono'
import { incidentChangeSchema, incidentFilterSchema, incidentQuerySchema } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { can } from '../auth/access.ts'
import type { UserActor } from '../auth/actor.ts'
import { authenticateUser } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { notFound } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { changeIncident } from '../incidents/change-incident.ts'
import { countIncidents } from '../incidents/count-incidents.ts'
import { listIncidents } from '../incidents/list-incidents.ts'
import { organizationsIn, trainingLines } from '../incidents/training-lines.ts'
import { findRun } from '../runs/find-run.ts'

/** Beats with violations across runs, and what people made of them. [T1] */
export const incidents = new Hono<AppContext>({ strict: false })

incidents.get('/', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  return c.json(await listIncidents(c.env.DB, actor, readQuery(c.req.url, incidentQuerySchema)))
})

incidents.get('/counts', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  return c.json(await countIncidents(c.env.DB, actor, readQuery(c.req.url, incidentFilterSchema)))
})

// Reviewers' labels as training data, streamed; noted before its first byte, since texts go out. [T4] [U1]
incidents.get('/training', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const filter = readQuery(c.req.url, incidentFilterSchema)
  const exporter = mayExport(actor)
  for (const organizationId of await organizationsIn(c.env.DB, exporter, filter)) {
    await recordAudit(c.env, {
      ...auditBy(c, actor),
      organizationId,
      action: 'incident.export',
      target: { type: 'organization', id: organizationId },
      after: filter,
    })
  }
  const lines = trainingLines(c.env, exporter, filter)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Content-Disposition': 'attachment; filename="custos-labels.jsonl"',
      'Cache-Control': 'no-store',
    },
  })
})

incidents.patch('/:run_id/:seq', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const run = await findRun(c.env, actor, c.req.param('run_id'), 'incident:update')
  const seq = Number(c.req.param('seq'))
  if (!Number.isSafeInteger(seq) || seq < 1) throw notFound('incident')
  const change = await readBody(c.req.raw, incidentChangeSchema)
  return c.json(await changeIncident(c, actor, run, seq, change))
})

const exporting = ['incident:read', 'run:export', 'text:read'] as const

/** The actor, narrowed to the organisations whose texts they may take out. */
function mayExport(actor: UserActor): UserActor {
  const granted = [...actor.memberships].filter(([organizationId]) =>
    exporting.every((action) => can(actor, action, { organizationId, projectId: null, apiKeyId: null })),
  )
  return { ...actor, memberships: new Map(granted) }
}
