import { createApp } from './app.ts'
import { scheduled } from './scheduled.ts'

export { RunSession } from '../durable-objects/run-session.ts'

const app = createApp()

export default {
  fetch: app.fetch,
  scheduled,
}
