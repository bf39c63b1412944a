import { Hono, type Context } from 'hono'
import * as z from 'zod'
import { exportTextsSchema } from '../../protocol/index.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { mediaTypes, openExport, streamOf } from '../evidence/export-file.ts'
import { fileName, type ExportRequest } from '../evidence/export-request.ts'
import { notFound } from '../http/problem-error.ts'
import { readQuery } from '../http/read-query.ts'
import { findRun } from '../runs/find-run.ts'
import { flushed } from '../runs/flushed.ts'
import { rangeQuerySchema } from '../runs/log-query.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** What an auditor takes away. [G3] [G4] [X1] */
export const exports = new Hono<AppContext>({ strict: false })

const exportQuerySchema = rangeQuerySchema.extend({
  format: z.enum(['json', 'ndjson', 'csv']).default('json'),
  texts: exportTextsSchema.default('full'),
  bom: z.stringbool().default(false),
})

exports.get('/:run_id', async (c) => {
  const request = await readRequest(c)
  const file = await openExport(c.env.DB, request)
  return c.body(streamOf(file.bytes), 200, {
    'Content-Type': mediaTypes[request.format],
    'Content-Disposition': `attachment; filename="${fileName(request)}"`,
    'Cache-Control': 'no-store',
  })
})

/** Who asks for what; everything acknowledged so far is in the log when it returns. [A5] [G4] */
async function readRequest(c: Context<AppContext, '/:run_id'>) {
  const actor = await authenticate(c.req.raw, c.env)
  const granted = await findRun(c.env, actor, c.req.param('run_id'), 'run:export')
  const { start, end, ...how } = readQuery(c.req.url, exportQuerySchema)
  const run = await runSession(c.env, granted.id).state()
  if (!run) throw notFound('run')
  await flushed(c.env, run.id)
  return {
    ...how,
    run,
    start: start ?? null,
    end: end ?? null,
    exporter: { type: actor.type, id: actor.id },
    created_at: new Date().toISOString(),
  } satisfies ExportRequest
}
