import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppContext } from '../env.ts'

/** Headers of documents and their files: the page runs its own scripts and styles alone, and nobody frames it. */
const documentHeaders: MiddlewareHandler<AppContext> = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  // Under `no-referrer` a browser hides the origin from our own server too, which checks it. [A4]
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

/** Data is never a document: it may not be sniffed into one, nor run or frame anything if somebody opens it. */
const dataHeaders: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['Referrer-Policy', 'same-origin'],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
]

/**
 * Headers of every answer: all of them for what a browser navigates to or loads, the few that matter for data,
 * since each costs a beat some of its time.
 */
export const securityHeaders: MiddlewareHandler<AppContext> = async (c, next) => {
  if (c.req.method === 'GET' && c.req.header('Authorization') === undefined) {
    await documentHeaders(c, next)
    if (c.res.headers.get('Content-Type')?.includes('json')) keepPrivate(c.res.headers)
    return
  }
  await next()
  for (const [name, value] of dataHeaders) c.res.headers.set(name, value)
  keepPrivate(c.res.headers)
}

/** What is answered to one is kept for nobody, unless a route says that it is for all. */
function keepPrivate(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}
