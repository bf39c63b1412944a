import { createApp } from '../../workers/app.ts'
import { checkHost } from './check-host.ts'
import { signInRoute } from './sign-in.ts'

export { RunSession } from '../../durable-objects/run-session.ts'

/** The server on one's own machine: the deployed one, with a door that only this machine has. */
export default createApp((app) => {
  app.use(checkHost)
  app.route('/local', signInRoute)
})
