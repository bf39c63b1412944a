import { Hono, type Context } from 'hono'
import { auditBy } from '../audit/audit-by.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AppContext } from '../env.ts'
import { mediaTypes, openExport, streamOf } from '../evidence/export-file.ts'
import { fileName, isoRange, subjectId } from '../evidence/export-request.ts'
import { readProjectRequest, readRunRequest, type GrantedExport } from '../evidence/read-request.ts'
import { signManifest } from '../evidence/sign-manifest.ts'
import { openSigner, type Signer } from '../evidence/signing-key.ts'
import { writeTicket } from '../evidence/ticket.ts'
import { ProblemError } from '../http/problem-error.ts'

/** What an auditor takes away of a run. [G3] [G4] [X1] */
export const exports = new Hono<AppContext>({ strict: false })
/** What an auditor takes away of all runs of a project. [X16] */
export const projectExports = new Hono<AppContext>({ strict: false })

exports.get('/:run_id', async (c) => {
  const signer = await openSigner(c.env)
  return answerFile(c, signer, await readRunRequest(c, c.req.param('run_id'), signer), c.req.path)
})

exports.get('/:run_id/manifest', async (c) => {
  const signer = await openSigner(c.env)
  return answerManifest(c, signer, await readRunRequest(c, c.req.param('run_id'), signer), c.req.path)
})

projectExports.get('/:id/export', async (c) => {
  const signer = await openSigner(c.env)
  return answerFile(c, signer, await readProjectRequest(c, c.req.param('id'), signer), c.req.path)
})

projectExports.get('/:id/export/manifest', async (c) => {
  const signer = await openSigner(c.env)
  return answerManifest(c, signer, await readProjectRequest(c, c.req.param('id'), signer), c.req.path)
})

async function answerFile(
  c: Context<AppContext>,
  signer: Signer | null,
  granted: GrantedExport,
  path: string,
): Promise<Response> {
  const { request } = granted
  const file = await openExport(c.env, request)
  if (signer) {
    const ticket = await writeTicket(signer, request, Date.now())
    c.header('Link', `<${withSlash(path)}manifest/?export=${ticket}>; rel="describedby"`)
  }
  // Before the first byte: an export that can't be noted is not made.
  await note(c, granted)
  return c.body(streamOf(file.bytes), 200, {
    'Content-Type': mediaTypes[request.format],
    'Content-Disposition': `attachment; filename="${fileName(request)}"`,
    'Cache-Control': 'no-store',
  })
}

async function answerManifest(
  c: Context<AppContext>,
  signer: Signer | null,
  { request }: GrantedExport,
  path: string,
): Promise<Response> {
  if (!signer) {
    throw new ProblemError('not_found', 'This server has no key to sign with: EXPORT_SIGNING_KEY is not set.')
  }
  const signed = await signManifest(signer, request, await openExport(c.env, request))
  const ticket = await writeTicket(signer, request, Date.now())
  const download = `${withSlash(path).replace(/manifest\/$/, '')}?export=${ticket}`
  return c.json({ ...signed, download }, 200, { 'Cache-Control': 'no-store' })
}

/** Who took what: into the organisation's audit log. [X20] [U1] */
async function note(
  c: Context<AppContext>,
  { actor, organizationId, request }: GrantedExport,
): Promise<void> {
  const { of, format, texts } = request
  await recordAudit(c.env, {
    ...auditBy(c, actor),
    organizationId,
    action: `${of}.export`,
    target: { type: of, id: subjectId(request) },
    after: { format, texts, range: isoRange(request) },
  })
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}
