import { Hono } from 'hono'
import { traceQuerySchema } from '../../protocol/index.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { readQuery } from '../http/read-query.ts'
import { findRun } from '../runs/find-run.ts'
import { flushed } from '../runs/flushed.ts'
import { readTrace } from '../trace/read-trace.ts'

/** A run to be drawn, however long. [S1] */
export const trace = new Hono<AppContext>({ strict: false })

trace.get('/:run_id/trace', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  const run = await findRun(c.env, actor, c.req.param('run_id'), 'run:read')
  const query = readQuery(c.req.url, traceQuerySchema)
  await flushed(c.env, run.id)
  return c.json(await readTrace(run.log, run.id, query))
})
