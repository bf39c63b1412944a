import { readSessionCookie } from './session-cookie.ts'

/** What a request shows of who sends it. */
export type Credential =
  | { kind: 'key'; secret: string }
  | { kind: 'token'; secret: string }
  /** A browser's session: writes by it need the page's own origin. [A4] */
  | { kind: 'cookie'; secret: string }

/** Reads the credential of a request, or null when it shows none. [A1] */
export function readCredential(request: Request): Credential | null {
  const [, scheme, value] = /^\s*(\S+)\s+(\S.*)$/.exec(request.headers.get('Authorization') ?? '') ?? []
  if (scheme !== undefined && value !== undefined) return fromHeader(scheme.toLowerCase(), value.trim())
  const cookie = readSessionCookie(request)
  return cookie === null ? null : { kind: 'cookie', secret: cookie }
}

function fromHeader(scheme: string, secret: string): Credential | null {
  if (scheme === 'apikey') return { kind: 'key', secret }
  if (scheme === 'token') return { kind: 'token', secret }
  if (scheme === 'bearer') return { kind: /^cus_(live|test)_/.test(secret) ? 'key' : 'token', secret }
  return null
}
