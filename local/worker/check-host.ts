import type { MiddlewareHandler } from 'hono'
import { problem } from '../../protocol/index.ts'
import type { AppContext } from '../../workers/env.ts'
import { problemResponse } from '../../workers/http/answer-error.ts'
import type { LocalContext } from './local-env.ts'

/** They are the same as long as the server runs. */
let hosts: Set<string> | null = null

/**
 * Refuses hosts that are not ours. A page elsewhere may point its own name at 127.0.0.1 and would then be of
 * the same origin as this server (DNS rebinding); its name in the Host header gives it away.
 */
export const checkHost: MiddlewareHandler<AppContext> = async (c, next) => {
  const { LOCAL_HOSTS } = c.env as LocalContext['Bindings']
  hosts ??= new Set(LOCAL_HOSTS.split(','))
  if (hosts.has((c.req.header('Host') ?? '').toLowerCase())) return next()
  c.res = problemResponse(c, problem('misdirected', `This server answers to ${[...hosts].join(', ')}.`))
}
