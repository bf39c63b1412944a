import { Hono } from 'hono'
import { newId } from './auth/secrets.ts'
import type { AppContext } from './env.ts'
import { answerError } from './http/answer-error.ts'
import { ingestCors } from './http/ingest-cors.ts'
import { ingestPaths } from './http/ingest-paths.ts'
import { requestLog } from './http/request-log.ts'
import { requireConfig } from './http/require-config.ts'
import { requireHost } from './http/require-host.ts'
import { securityHeaders } from './http/security-headers.ts'
import { unknownRoute } from './http/unknown-route.ts'
import { countRequests } from './metrics/count-requests.ts'
import { page, pageForBrowsers, pageOrNothing } from './page.ts'
import { account } from './routes/account.ts'
import { audit } from './routes/audit.ts'
import { auth } from './routes/auth.ts'
import { apiKeys, projectKeys } from './routes/api-keys.ts'
import { contact } from './routes/contact.ts'
import { accountRights, organizationRights } from './routes/data-rights.ts'
import { docs } from './routes/docs.ts'
import { evaluate } from './routes/evaluate.ts'
import { exports, projectExports } from './routes/exports.ts'
import { health } from './routes/health.ts'
import { incidents } from './routes/incidents.ts'
import { invitations, organizationInvitations } from './routes/invitations.ts'
import { keys } from './routes/keys.ts'
import { live } from './routes/live.ts'
import { logs } from './routes/logs.ts'
import { metrics } from './routes/metrics.ts'
import { organizations } from './routes/organizations.ts'
import { policies } from './routes/policies.ts'
import { organizationProjects, projects } from './routes/projects.ts'
import { runs } from './routes/runs.ts'
import { trace } from './routes/trace.ts'
import { views } from './routes/views.ts'

/**
 * The whole server.
 *
 * @param extend adds checks and routes that only some builds have, before all others
 */
export function createApp(extend?: (app: Hono<AppContext>) => void): Hono<AppContext> {
  const app = new Hono<AppContext>({ strict: false })
  const unknown = unknownRoute(app)
  app.onError(answerError)
  app.notFound(unknown.notFound)
  app.use(async (c, next) => {
    c.set('requestId', newId('req_'))
    await next()
    // An upgraded answer belongs to the socket; its headers are fixed.
    if (c.res.status !== 101) c.res.headers.set('X-Request-Id', c.get('requestId'))
  })
  app.use(requireConfig)
  app.use(requestLog)
  app.use(countRequests)
  app.use(requireHost)
  extend?.(app)
  // Live sockets come before the headers of documents, which an upgrade can't carry.
  app.route('/ws/simulator', live)
  app.use(securityHeaders)
  for (const path of ingestPaths) app.use(path, ingestCors)
  app.options('*', unknown.options)
  app.route('/', health)
  app.route('/', docs)
  app.route('/metrics', metrics)
  app.route('/.well-known', keys)
  app.get('/simulator/ping', (c) => c.json({ pong: true }))
  app.get('/simulator', page)
  app.get('/simulator/runs/:run_id', pageForBrowsers)
  app.get('/simulator/runs', pageForBrowsers)
  app.route('/simulator/logs', logs)
  app.route('/api/v1/evaluate', evaluate)
  app.route('/simulator/runs', runs)
  app.route('/simulator/runs', trace)
  app.route('/simulator/export', exports)
  app.route('/auth', auth)
  app.route('/account', account)
  app.route('/account', accountRights)
  app.route('/organizations/:id/audit', audit)
  app.route('/organizations', organizationRights)
  app.route('/organizations', organizations)
  app.route('/organizations', organizationProjects)
  app.route('/organizations', organizationInvitations)
  app.route('/invitations', invitations)
  app.route('/projects', projects)
  app.route('/projects', projectKeys)
  app.route('/projects', policies)
  for (const prefix of ['/projects', '/api/v1/projects']) app.route(prefix, projectExports)
  app.route('/keys', apiKeys)
  app.get('/incidents', pageForBrowsers)
  app.route('/incidents', incidents)
  app.route('/contact', contact)
  app.route('/views', views)
  app.get('*', unknown.wrongMethod, pageOrNothing)
  return app
}
