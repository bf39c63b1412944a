import type { MiddlewareHandler } from 'hono'
import type { AppContext } from '../env.ts'
import { counters, countUp } from '../../durable-objects/counters.ts'
import { writeCounters } from '../../durable-objects/write-counters.ts'

/** Counts what is answered, and has the counts written once their time has come. */
export const countRequests: MiddlewareHandler<AppContext> = async (c, next) => {
  await next()
  countUp('custos_requests', { status: `${Math.floor(c.res.status / 100)}xx` })
  const now = Date.now()
  if (counters.isDue(now)) c.executionCtx.waitUntil(writeCounters(c.env, now))
}
