import type { LocalEnv } from './local-env.ts'

/**
 * The request as who sent it sees it. Behind a proxy that ends TLS it comes in as plain HTTP; cookies, origins and
 * links go by the address that a browser shows, which is `PUBLIC_URL` when the Host header names it.
 */
export function asSeenOutside(request: Request, env: Pick<LocalEnv, 'PUBLIC_URL'>): Request {
  const { PUBLIC_URL: publicUrl } = env
  if (publicUrl === undefined || !publicUrl.startsWith('https:')) return request
  const outside = new URL(publicUrl)
  if (request.headers.get('Host')?.toLowerCase() !== outside.host) return request
  const { pathname, search } = new URL(request.url)
  return new Request(`${outside.origin}${pathname}${search}`, request)
}
