import { Hono } from 'hono'
import * as z from 'zod'
import { authenticate } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { notFound } from '../http/problem-error.ts'
import { readQuery } from '../http/read-query.ts'
import { exportJson } from '../runs/export-json.ts'
import { findRun } from '../runs/find-run.ts'
import { flushed } from '../runs/flushed.ts'
import { rangeQuerySchema } from '../runs/log-query.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** What an auditor takes away. [G3] [G4] */
export const exports = new Hono<AppContext>({ strict: false })

const exportQuerySchema = rangeQuerySchema.extend({ format: z.enum(['json']).default('json') })

exports.get('/:run_id', async (c) => {
  const actor = await authenticate(c.req.raw, c.env)
  const granted = await findRun(c.env, actor, c.req.param('run_id'), 'run:export')
  const query = readQuery(c.req.url, exportQuerySchema)
  const run = await runSession(c.env, granted.id).state()
  if (!run) throw notFound('run')
  await flushed(c.env, run.id)
  return c.body(exportJson(c.env.DB, run, query), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${run.id}.json"`,
    'Cache-Control': 'no-store',
  })
})
