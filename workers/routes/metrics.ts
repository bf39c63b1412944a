import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { secretHash } from '../auth/secrets.ts'
import { configOf } from '../config.ts'
import type { AppContext } from '../env.ts'
import { notFound, ProblemError } from '../http/problem-error.ts'
import { openMetricsText, openMetricsType } from '../metrics/open-metrics.ts'
import { readSamples } from '../metrics/read-samples.ts'
import { writeCounters } from '../../durable-objects/write-counters.ts'

/** What an operator's collector asks for. [M2] */
export const metrics = new Hono<AppContext>({ strict: false }).get('/', async (c) => {
  const { METRICS_TOKEN: token } = configOf(c.env)
  if (token === null) throw notFound('route')
  if (!shows(c.req.header('Authorization'), token)) {
    throw new ProblemError('unauthenticated', 'Send Authorization: Bearer <METRICS_TOKEN>.')
  }
  await writeCounters(c.env, Date.now(), 0)
  return c.body(openMetricsText(await readSamples(c.env.DB)), 200, {
    'Content-Type': openMetricsType,
    'Cache-Control': 'no-store',
  })
})

/** By hashes of one length, so that how long it takes says nothing of the token. */
function shows(header: string | undefined, token: string): boolean {
  const [, shown = ''] = /^\s*bearer\s+(\S+)\s*$/i.exec(header ?? '') ?? []
  return timingSafeEqual(Buffer.from(secretHash(shown)), Buffer.from(secretHash(token)))
}
