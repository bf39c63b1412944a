import { Hono, type Context } from 'hono'
import { runInputSchema, type Run } from '../../protocol/index.ts'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { UserActor } from '../auth/actor.ts'
import { authenticate, authenticateUser } from '../auth/authenticate.ts'
import { newTicket } from '../auth/tickets.ts'
import type { AppContext } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { readBody } from '../http/read-body.ts'
import { readQuery } from '../http/read-query.ts'
import { currentRun } from '../runs/current-run.ts'
import { findRun, type GrantedRun } from '../runs/find-run.ts'
import { listRuns, runListQuerySchema } from '../runs/list-runs.ts'
import { runSession } from '../runs/run-session-stub.ts'
import { startRun } from '../runs/start-run.ts'

/** Runs: start, list, look, order. */
export const runs = new Hono<AppContext>({ strict: false })

runs.post('/', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  const input = await readBody(c.req.raw, runInputSchema)
  const { created, run } = await startRun(c.env, actor, input, c.req.header('Idempotency-Key') ?? null)
  // That a key's beats open runs is what keys are for; a person's doing is noted.
  if (created && actor.type === 'user') {
    const { organizationId } = await findRun(c.env, actor, run.id, 'run:start')
    await recordAudit(c.env, {
      ...auditBy(c, actor),
      organizationId,
      action: 'run.start',
      target: { type: 'run', id: run.id },
      after: { name: run.name, project_id: run.project_id, api_key_id: run.api_key_id },
    })
  }
  return c.json(run, created ? 201 : 200)
})

runs.get('/', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  if (actor.type === 'key' && !actor.scopes.has('read')) {
    throw new ProblemError('forbidden', 'This key has not the scope for run:list.')
  }
  return c.json(await listRuns(c.env.DB, actor, readQuery(c.req.url, runListQuerySchema)))
})

runs.get('/current', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  return c.json(await currentRun(c.env, actor, c.req.query('api_key_id') ?? null))
})

runs.get('/:run_id', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  const granted = await findRun(c.env, actor, c.req.param('run_id'), 'run:read')
  const run = await runSession(c.env, granted.id).state()
  if (!run) throw notFound('run')
  return c.json(run)
})

runs.post('/:run_id/:order{pause|resume|end}', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const run = await findRun(c.env, actor, c.req.param('run_id'), 'run:order')
  const order = c.req.param('order') as 'pause' | 'resume' | 'end'
  const before = await runSession(c.env, run.id).state()
  const result = await runSession(c.env, run.id).order(order, { type: 'user', id: actor.id })
  if (result.ok) {
    // An order that finds the run as it wants it has changed nothing. [R5]
    if (before && before.last_seq < result.run.last_seq)
      await recordOrder(c, actor, run, order, before, result.run)
    return c.json(result.run)
  }
  if (result.code === 'not_found') throw notFound('run')
  const status = { pause: 'paused', resume: 'active', end: 'ended' }[order]
  throw new ProblemError(
    'run_transition',
    `The run is ${result.status}; it cannot become ${status} from there.`,
  )
})

function recordOrder(
  c: Context<AppContext>,
  actor: UserActor,
  { id, organizationId }: GrantedRun,
  order: 'pause' | 'resume' | 'end',
  before: Run,
  after: Run,
): Promise<unknown> {
  return recordAudit(c.env, {
    ...auditBy(c, actor),
    organizationId,
    action: `run.${order}`,
    target: { type: 'run', id },
    before: { status: before.status },
    after: { status: after.status },
  })
}

runs.post('/:run_id/ticket', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const run = await findRun(c.env, actor, c.req.param('run_id'), 'run:read')
  return c.json(await newTicket(c.env.DB, run.id, actor), 201)
})

// A closed run, with all that it held: its object erases it as retention would, and leaves a tombstone. [R11]
runs.delete('/:run_id', async (c) => {
  const actor = await authenticateUser(c.req.raw, c.env)
  const granted = await findRun(c.env, actor, c.req.param('run_id'), 'run:delete')
  const run = await runSession(c.env, granted.id).state()
  if (!run) throw notFound('run')
  if (run.ended_at === null) throw new ProblemError('conflict', 'The run is open: end it first.')
  await recordAudit(c.env, {
    ...auditBy(c, actor),
    organizationId: granted.organizationId,
    action: 'run.delete',
    target: { type: 'run', id: granted.id },
    before: { name: run.name, last_seq: run.last_seq, head: run.head },
  })
  await runSession(c.env, granted.id).erase(0, true)
  return c.body(null, 204)
})
