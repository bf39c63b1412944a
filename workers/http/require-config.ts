import type { MiddlewareHandler } from 'hono'
import { problem } from '../../protocol/index.ts'
import { readConfig } from '../config.ts'
import type { AppContext, Env } from '../env.ts'
import { problemResponse } from './answer-error.ts'

const told = new WeakSet<Env>()

/** A server that is not set up answers nothing but what to set. [N8] */
export const requireConfig: MiddlewareHandler<AppContext> = async (c, next) => {
  const read = readConfig(c.env)
  if (read.ok) return next()
  if (!told.has(c.env)) {
    told.add(c.env)
    console.error(JSON.stringify({ event: 'misconfigured', errors: read.errors }))
  }
  c.res = problemResponse(c, problem('misconfigured', read.errors.join(' ')))
}
