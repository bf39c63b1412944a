import type { Context } from 'hono'
import { runSchema, type ExportTexts } from '../../protocol/index.ts'
import { can, type Resource } from '../auth/access.ts'
import type { Actor } from '../auth/actor.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { readQuery } from '../http/read-query.ts'
import { findProject } from '../organizations/find-project.ts'
import { findRun } from '../runs/find-run.ts'
import { flushed } from '../runs/flushed.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { exportQuerySchema, type ExportQuery } from './export-query.ts'
import { subjectId, type ExportRequest } from './export-request.ts'
import type { Signer } from './signing-key.ts'
import { readTicket } from './ticket.ts'

/** What is asked for, by whom, and whose it is. */
export interface GrantedExport {
  actor: Actor
  organizationId: string
  request: ExportRequest
}

/** An export of a run; everything acknowledged so far is in the log when it returns. [A5] [G4] */
export async function readRunRequest(
  c: Context<AppContext>,
  runId: string,
  signer: Signer | null,
): Promise<GrantedExport> {
  const actor = await authenticate(c.req.raw, c.env)
  const granted = await findRun(c.env, actor, runId, 'run:export')
  const { organizationId } = granted
  const query = readQuery(c.req.url, exportQuerySchema)
  const known = await ticketed(signer, query, actor, granted, granted.id)
  if (known) return { actor, organizationId, request: known }
  const run = await runSession(c.env, granted.id).state()
  if (!run) throw notFound('run')
  await flushed(c.env, run.id)
  const request: ExportRequest = {
    of: 'run',
    ...howOf(query, actor, granted),
    // In the schema's order, as a ticket brings it back: the same bytes again.
    run: runSchema.parse(run),
    end: query.end ?? null,
  }
  return { actor, organizationId, request }
}

/** An export across the runs of a project. [A5] [X16] */
export async function readProjectRequest(
  c: Context<AppContext>,
  projectId: string,
  signer: Signer | null,
): Promise<GrantedExport> {
  const actor = await authenticate(c.req.raw, c.env)
  const { id, name, organizationId } = await findProject(c.env, actor, projectId, 'project:export')
  const query = readQuery(c.req.url, exportQuerySchema)
  const resource = { organizationId, projectId: id, apiKeyId: null }
  const known = await ticketed(signer, query, actor, resource, id)
  if (known) return { actor, organizationId, request: known }
  // Of the millisecond that it is, too: what was acknowledged in it before this request belongs to it.
  const now = Date.now() + 1
  const request: ExportRequest = {
    of: 'project',
    ...howOf(query, actor, resource),
    project: { id, name },
    end: Math.min(query.end ?? now, now),
  }
  return { actor, organizationId, request }
}

function howOf(query: ExportQuery, actor: Actor, resource: Resource) {
  const { format, bom, start = null } = query
  return {
    start,
    format,
    texts: textsFor(actor, resource, query.texts),
    bom,
    exporter: { type: actor.type, id: actor.id },
    created_at: new Date().toISOString(),
  }
}

/** Texts go to those alone who may read them; everybody else gets what stands in their place. [X19] */
function textsFor(actor: Actor, resource: Resource, asked: ExportTexts | undefined): ExportTexts {
  if (can(actor, 'text:read', resource)) return asked ?? 'full'
  if (asked === 'full') {
    throw new ProblemError('forbidden', 'You may export this without its texts: leave texts=full out.')
  }
  return 'withheld'
}

/** The request of a ticket, for whom it was made, as far as their right to texts still goes. [X14] */
async function ticketed(
  signer: Signer | null,
  { export: ticket }: ExportQuery,
  actor: Actor,
  resource: Resource,
  subject: string,
): Promise<ExportRequest | null> {
  if (ticket === undefined) return null
  const request = signer && (await readTicket(signer, ticket, Date.now()))
  if (!request || subjectId(request) !== subject || request.exporter.id !== actor.id) {
    throw new ProblemError('not_found', 'This export is not yours, or has expired. Ask for a new one.')
  }
  textsFor(actor, resource, request.texts)
  return request
}
