import type { MiddlewareHandler } from 'hono'
import { readCredential } from '../auth/credential.ts'
import { findKey } from '../auth/find-key.ts'
import { isFromOwnPage } from '../auth/own-origin.ts'
import type { AppContext, Env } from '../env.ts'
import { clientAddress } from './client-address.ts'
import { ProblemError } from './problem-error.ts'

const preflight = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '7200',
}

/**
 * Lets pages elsewhere send beats with a key that allows their origin. A preflight shows no key, so it is granted
 * to all, and without credentials; the request itself is refused before anything is read of it. [N6]
 */
export const ingestCors: MiddlewareHandler<AppContext> = async (c, next) => {
  // A program sends no Origin, and pays one look at the headers.
  const origin = c.req.header('Origin')
  if (origin === undefined) return next()
  if (c.req.method === 'OPTIONS') return c.body(null, 204, preflight)
  const isOwn = isFromOwnPage(c.req.raw)
  if (!isOwn && !(await mayComeFrom(origin, c.req.raw, c.env))) {
    throw new ProblemError(
      'forbidden',
      "Pages of this origin may not use this key. Add the origin to the key's allowed_origins.",
    )
  }
  await next()
  if (isOwn) return
  c.res.headers.set('Access-Control-Allow-Origin', origin)
  c.res.headers.set('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After, RateLimit, RateLimit-Policy')
  c.res.headers.append('Vary', 'Origin')
}

/** Nothing shown or nothing known: the route itself refuses, or needs no credential. Else the key decides. */
async function mayComeFrom(origin: string, request: Request, env: Env): Promise<boolean> {
  const credential = readCredential(request)
  if (credential === null) return true
  if (credential.kind !== 'key') return false
  const key = await findKey(env, credential.secret, clientAddress(request, env))
  return key === null || key.allowedOrigins.includes(origin)
}
