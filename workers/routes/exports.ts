import { Hono, type Context } from 'hono'
import * as z from 'zod'
import { exportFormatSchema, exportTextsSchema, runSchema } from '../../protocol/index.ts'
import { authenticate } from '../auth/authenticate.ts'
import type { AppContext } from '../env.ts'
import { mediaTypes, openExport, streamOf } from '../evidence/export-file.ts'
import { fileName, type ExportRequest } from '../evidence/export-request.ts'
import { signManifest } from '../evidence/sign-manifest.ts'
import { openSigner, type Signer } from '../evidence/signing-key.ts'
import { readTicket, writeTicket } from '../evidence/ticket.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { readQuery } from '../http/read-query.ts'
import { findRun } from '../runs/find-run.ts'
import { flushed } from '../runs/flushed.ts'
import { rangeQuerySchema } from '../runs/log-query.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** What an auditor takes away. [G3] [G4] [X1] */
export const exports = new Hono<AppContext>({ strict: false })

const exportQuerySchema = rangeQuerySchema.extend({
  format: exportFormatSchema.default('json'),
  texts: exportTextsSchema.default('full'),
  bom: z.stringbool().default(false),
  /** A ticket, which stands for all of the above. [X14] */
  export: z.string().max(16_384).optional(),
})

exports.get('/:run_id', async (c) => {
  const signer = await openSigner(c.env)
  const request = await readRequest(c, signer)
  const file = await openExport(c.env, request)
  if (signer) {
    const ticket = await writeTicket(signer, request, Date.now())
    c.header('Link', `<${address(request)}manifest/?export=${ticket}>; rel="describedby"`)
  }
  return c.body(streamOf(file.bytes), 200, {
    'Content-Type': mediaTypes[request.format],
    'Content-Disposition': `attachment; filename="${fileName(request)}"`,
    'Cache-Control': 'no-store',
  })
})

exports.get('/:run_id/manifest', async (c) => {
  const signer = await openSigner(c.env)
  const request = await readRequest(c, signer)
  if (!signer) {
    throw new ProblemError('not_found', 'This server has no key to sign with: EXPORT_SIGNING_KEY is not set.')
  }
  const signed = await signManifest(signer, request, await openExport(c.env, request))
  const ticket = await writeTicket(signer, request, Date.now())
  return c.json({ ...signed, download: `${address(request)}?export=${ticket}` }, 200, {
    'Cache-Control': 'no-store',
  })
})

/** Who asks for what; everything acknowledged so far is in the log when it returns. [A5] [G4] */
async function readRequest(
  c: Context<AppContext, '/:run_id' | '/:run_id/manifest'>,
  signer: Signer | null,
): Promise<ExportRequest> {
  const actor = await authenticate(c.req.raw, c.env)
  const granted = await findRun(c.env, actor, c.req.param('run_id'), 'run:export')
  const { start, end, export: ticket, ...how } = readQuery(c.req.url, exportQuerySchema)
  if (ticket !== undefined) {
    const request = signer && (await readTicket(signer, ticket, Date.now()))
    const isTheirs = request?.run.id === granted.id && request.exporter.id === actor.id
    if (!isTheirs)
      throw new ProblemError('not_found', 'This export is not yours, or has expired. Ask for a new one.')
    return request
  }
  const run = await runSession(c.env, granted.id).state()
  if (!run) throw notFound('run')
  await flushed(c.env, run.id)
  return {
    ...how,
    // In the schema's order, as a ticket brings it back: the same bytes again.
    run: runSchema.parse(run),
    start: start ?? null,
    end: end ?? null,
    exporter: { type: actor.type, id: actor.id },
    created_at: new Date().toISOString(),
  }
}

function address({ run }: ExportRequest): string {
  return `/simulator/export/${run.id}/`
}
