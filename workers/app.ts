import { Hono } from 'hono'
import { problem } from '../protocol/index.ts'
import { newId } from './auth/secrets.ts'
import type { AppContext } from './env.ts'
import { answerError, problemResponse } from './http/answer-error.ts'
import { securityHeaders } from './http/security-headers.ts'
import { page, pageForBrowsers } from './page.ts'
import { account } from './routes/account.ts'
import { audit } from './routes/audit.ts'
import { apiKeys, projectKeys } from './routes/api-keys.ts'
import { evaluate } from './routes/evaluate.ts'
import { exports } from './routes/exports.ts'
import { incidents } from './routes/incidents.ts'
import { keys } from './routes/keys.ts'
import { live } from './routes/live.ts'
import { logs } from './routes/logs.ts'
import { organizations } from './routes/organizations.ts'
import { organizationProjects, projects } from './routes/projects.ts'
import { runs } from './routes/runs.ts'

/**
 * The whole server.
 *
 * @param extend adds checks and routes that only some builds have, before all others
 */
export function createApp(extend?: (app: Hono<AppContext>) => void): Hono<AppContext> {
  const app = new Hono<AppContext>({ strict: false })
  app.onError(answerError)
  app.notFound((c) => problemResponse(c, problem('not_found', 'There is no such route.')))
  app.use(async (c, next) => {
    c.set('requestId', newId('req_'))
    await next()
    // An upgraded answer belongs to the socket; its headers are fixed.
    if (c.res.status !== 101) c.res.headers.set('X-Request-Id', c.get('requestId'))
  })
  extend?.(app)
  // Live sockets come before the headers of documents, which an upgrade can't carry.
  app.route('/ws/simulator', live)
  app.use(securityHeaders)
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.route('/.well-known', keys)
  app.get('/simulator/ping', (c) => c.json({ pong: true }))
  app.get('/simulator', page)
  app.get('/simulator/runs/:run_id', pageForBrowsers)
  app.get('/simulator/runs', pageForBrowsers)
  app.route('/simulator/logs', logs)
  app.route('/api/v1/evaluate', evaluate)
  app.route('/simulator/runs', runs)
  app.route('/simulator/export', exports)
  app.route('/account', account)
  app.route('/organizations/:id/audit', audit)
  app.route('/organizations', organizations)
  app.route('/organizations', organizationProjects)
  app.route('/projects', projects)
  app.route('/projects', projectKeys)
  app.route('/keys', apiKeys)
  app.route('/incidents', incidents)
  app.get('*', page)
  return app
}
