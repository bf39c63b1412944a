import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { problem, type Problem } from '../../protocol/index.ts'
import type { AppContext } from '../env.ts'
import { countUp } from '../../durable-objects/counters.ts'
import { ProblemError } from './problem-error.ts'

/** Answers every error of every route: refusals as they are, all else as `internal`. [P1] [P2] */
export function answerError(error: Error, c: Context<AppContext>): Response {
  if (error instanceof ProblemError) return problemResponse(c, error.problem, error.headers)
  if (error instanceof HTTPException) return error.getResponse()
  console.error(
    JSON.stringify({
      event: 'request_failed',
      request_id: c.get('requestId'),
      error: error.name,
      stack: error.stack,
    }),
  )
  return problemResponse(
    c,
    problem('internal', 'The request could not be carried out. Try again in a moment.'),
  )
}

/** A problem on the wire, named after the request it answers. */
export function problemResponse(
  c: Context<AppContext>,
  body: Problem,
  headers: Record<string, string> = {},
): Response {
  countUp('custos_refusals', { code: body.code })
  // What answers errors must not throw one: a malformed Host header leaves a request without an address.
  const instance = URL.parse(c.req.url)?.pathname
  const whole: Problem = {
    ...body,
    ...(instance !== undefined && { instance }),
    request_id: c.get('requestId'),
  }
  return Response.json(whole, {
    status: body.status,
    headers: {
      ...headers,
      ...(body.status === 401 && { 'WWW-Authenticate': 'ApiKey realm="custos", Token, Bearer' }),
      'Content-Type': 'application/problem+json',
    },
  })
}
