import { routePath } from 'hono/route'
import type { MiddlewareHandler } from 'hono'
import { configOf } from '../config.ts'
import type { AppContext } from '../env.ts'
import { ingestPaths } from './ingest-paths.ts'
import { notedActor } from './noted-actor.ts'

/**
 * One line of JSON a request: no path, query, header or body of it, which may hold what is nobody's business,
 * but the pattern of its route. How long it took is as far as the platform's clock moves, which it does at I/O.
 */
export const requestLog: MiddlewareHandler<AppContext> = async (c, next) => {
  const { LOG_REQUESTS: which } = configOf(c.env)
  if (which === 'none') return next()
  const start = Date.now()
  await next()
  const { status } = c.res
  if (which === 'errors' && status < 400) return
  // The handler that was reached last: patterns of routes only, never a path.
  const route = routePath(c)
  if (which === 'most' && status < 300 && isIngest(route)) return
  console.log(
    JSON.stringify({
      event: 'request',
      method: c.req.method.slice(0, 10),
      route,
      status,
      ms: Date.now() - start,
      request_id: c.get('requestId'),
      actor: notedActor(c.req.raw),
    }),
  )
}

function isIngest(route: string): boolean {
  const plain = route.replace(/\/$/, '')
  return ingestPaths.some((path) => path === plain)
}
