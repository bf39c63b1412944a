import { createApp } from '../../workers/app.ts'
import { scheduled } from '../../workers/scheduled.ts'
import { asSeenOutside } from './as-seen-outside.ts'
import { checkHost } from './check-host.ts'
import type { LocalEnv } from './local-env.ts'
import { signInRoute } from './sign-in.ts'

export { RunSession } from '../../durable-objects/run-session.ts'

const app = createApp((extended) => {
  extended.use(checkHost)
  extended.route('/local', signInRoute)
})

/** The server on one's own machine: the deployed one, with a door that only this machine has. */
export default {
  fetch: (request: Request, env: LocalEnv, ctx: ExecutionContext): Response | Promise<Response> =>
    app.fetch(asSeenOutside(request, env), env, ctx),
  scheduled,
}
