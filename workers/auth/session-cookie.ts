import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { sessionSeconds } from './session.ts'

/**
 * The cookie's name over https. Its prefix makes browsers refuse it unless this very host has set it, for all of its
 * paths and over https: no neighbour under the same domain can plant one. (RFC 6265bis, 4.1.3.2)
 */
export const hostCookie = '__Host-custos_session'
/** Its name over plain HTTP, which only ever serves one's own machine; over https it counts for nothing. */
const plainCookie = 'custos_session'

/** The session's secret in a request's cookies, or null. */
export function readSessionCookie(request: Request): string | null {
  const name = isSecure(request) ? hostCookie : plainCookie
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, ...value] = part.split('=')
    if (key?.trim() === name) return value.join('=').trim()
  }
  return null
}

/** Gives the browser a session, in place of the one it had. */
export function showSession(c: Context, secret: string): void {
  put(c, secret, sessionSeconds)
}

/** Takes the session from the browser. */
export function dropSession(c: Context): void {
  put(c, '', 0)
}

function put(c: Context, value: string, maxAge: number): void {
  // Plain HTTP would have `Secure` dropped.
  const secure = isSecure(c.req.raw)
  const name = secure ? hostCookie : plainCookie
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:'
}
