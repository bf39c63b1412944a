import { Hono } from 'hono'
import type * as z from 'zod'
import { can, type Resource } from '../auth/access.ts'
import type { Actor } from '../auth/actor.ts'
import { authenticate } from '../auth/authenticate.ts'
import { readCredential } from '../auth/credential.ts'
import { findUser } from '../auth/find-user.ts'
import { secretHash } from '../auth/secrets.ts'
import { redeemTicket } from '../auth/tickets.ts'
import type { AppContext, Env } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { readQuery } from '../http/read-query.ts'
import { findRun } from '../runs/find-run.ts'
import { liveQuerySchema } from '../runs/live-query.ts'
import { runSession } from '../runs/run-session-stub.ts'

/** The socket of a run. [L1] */
export const live = new Hono<AppContext>({ strict: false })

live.get('/:run_id', async (c) => {
  const query = readQuery(c.req.url, liveQuerySchema)
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
    throw new ProblemError(
      'upgrade_required',
      'Connect with a WebSocket client.',
      {},
      { Upgrade: 'websocket' },
    )
  }
  const { runId, viewer, credential, texts } = await admit(c.req.raw, c.env, c.req.param('run_id'), query)
  // Nothing that the visitor sent goes on to the object but what was checked here.
  const inner = new URL('https://run.invalid/')
  inner.searchParams.set('viewer', viewer)
  if (credential !== null) inner.searchParams.set('credential', credential)
  inner.searchParams.set('texts', texts)
  inner.searchParams.set('frames', query.frames)
  if (query.after !== undefined) inner.searchParams.set('after', String(query.after))
  const answer = await runSession(c.env, runId).fetch(inner, { headers: { Upgrade: 'websocket' } })
  if (answer.status === 404) throw notFound('run')
  return answer
})

/** Who comes in, and to what. */
interface Admitted {
  runId: string
  viewer: string
  /** SHA-256 of what was shown, hex. */
  credential: string | null
  /** Whether texts are in the entries that the viewer is sent. [L7] */
  texts: 'full' | 'withheld'
}

/** Who comes in, by ticket, by a token in the URL (browsers can't send headers here), or as everywhere. [L5] */
async function admit(
  request: Request,
  env: Env,
  runId: string,
  query: z.infer<typeof liveQuerySchema>,
): Promise<Admitted> {
  if (query.ticket !== undefined) {
    const credential = await redeemTicket(env.DB, query.ticket, runId)
    // A ticket stands for the session or token that asked for it, and ends with that.
    const owner = credential === null ? null : await findUser(env.DB, credential, Date.now())
    if (!owner)
      throw new ProblemError('unauthenticated', 'The ticket is unknown, used or expired. Ask for a new one.')
    const run = await findRun(env, owner, runId, 'run:read')
    return { runId: run.id, viewer: owner.id, credential, texts: textsFor(owner, run) }
  }
  const shown = query.token === undefined ? request : withToken(request, query.token)
  const actor = await authenticate(shown, env)
  const run = await findRun(env, actor, runId, 'run:read')
  // The object looks at the right again by the credential's hash, for as long as the socket is open. [L6]
  const secret = readCredential(shown)?.secret
  const credential = secret === undefined ? null : secretHash(secret)
  return { runId: run.id, viewer: actor.id, credential, texts: textsFor(actor, run) }
}

function textsFor(actor: Actor, run: Resource): Admitted['texts'] {
  return can(actor, 'text:read', run) ? 'full' : 'withheld'
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers)
  headers.set('Authorization', `Bearer ${token}`)
  return new Request(request.url, { headers })
}
