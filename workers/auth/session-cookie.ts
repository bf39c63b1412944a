import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { sessionSeconds } from './session.ts'

/**
 * The cookie's name over https. Its prefix makes browsers refuse it unless this very host has set it, for all of its
 * paths and over https: no neighbour under the same domain can plant one. (RFC 6265bis, 4.1.3.2)
 */
export const hostCookie = '__Host-custos_session'
/** Its name over plain HTTP, which only ever serves one's own machine; sessions of before are known by it still. */
const plainCookie = 'custos_session'

/** The session's secret in a `Cookie` header, or null. */
export function readSessionCookie(header: string): string | null {
  return readCookie(header, hostCookie) ?? readCookie(header, plainCookie)
}

/** Gives the browser a session, in place of the one it had. */
export function showSession(c: Context, secret: string): void {
  if (!isSecure(c)) return put(c, plainCookie, secret, sessionSeconds)
  put(c, hostCookie, secret, sessionSeconds)
  if (readCookie(c.req.header('Cookie') ?? '', plainCookie) !== null) put(c, plainCookie, '', 0)
}

/** Takes the session from the browser, whatever it is called there. */
export function dropSession(c: Context): void {
  if (isSecure(c)) put(c, hostCookie, '', 0)
  put(c, plainCookie, '', 0)
}

function put(c: Context, name: string, value: string, maxAge: number): void {
  // Plain HTTP would have `Secure` dropped.
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c), maxAge })
}

function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:'
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...value] = part.split('=')
    if (key?.trim() === name) return value.join('=').trim()
  }
  return null
}
