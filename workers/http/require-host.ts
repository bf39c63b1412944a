import type { MiddlewareHandler } from 'hono'
import type { AppContext } from '../env.ts'
import { ProblemError } from './problem-error.ts'

/**
 * Refuses a Host header that no address can be made of, before anything asks for the request's address. workerd
 * hands such a request on with a URL that is none.
 */
export const requireHost: MiddlewareHandler<AppContext> = async (c, next) => {
  if (!URL.canParse(c.req.url)) {
    throw new ProblemError(
      'invalid_host',
      'Send the Host header of this server: a name, and a port where it has one.',
    )
  }
  await next()
}
