import type { Context, Hono, MiddlewareHandler } from 'hono'
import { problem } from '../../protocol/index.ts'
import type { AppContext } from '../env.ts'
import { methodsOf } from './allowed-methods.ts'
import { problemResponse } from './answer-error.ts'

/** What answers where no route does. */
export interface UnknownRoute {
  /** Refuses a known path with another method; goes on where the path is not known. */
  wrongMethod: MiddlewareHandler<AppContext>
  /** Answers `OPTIONS`. */
  options: MiddlewareHandler<AppContext>
  notFound: (c: Context<AppContext>) => Response
}

/** 405 with `Allow` for a path that other methods know, 204 for `OPTIONS`, 404 for all else. [N5] */
export function unknownRoute(app: Hono<AppContext>): UnknownRoute {
  const allowed = methodsOf(app)
  const refusal = (c: Context<AppContext>): Response | null => {
    const methods = allowed(c.req.path)
    if (methods.length === 0) return null
    const detail = `This route takes ${methods.join(', ')}.`
    return problemResponse(c, problem('method_not_allowed', detail), { Allow: methods.join(', ') })
  }
  return {
    wrongMethod: async (c, next) => refusal(c) ?? next(),
    options: async (c, next) => {
      const methods = allowed(c.req.path)
      if (methods.length === 0) return next()
      return c.body(null, 204, { Allow: methods.join(', ') })
    },
    notFound: (c) => refusal(c) ?? problemResponse(c, problem('not_found', 'There is no such route.')),
  }
}
