import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { applyRetention } from './runs/retention.ts'

export { RunSession } from '../durable-objects/run-session.ts'

const app = createApp()

export default {
  fetch: app.fetch,
  /** The hourly cron of wrangler.toml. */
  scheduled(controller: ScheduledController, env: Env, ctx: ExecutionContext): void {
    ctx.waitUntil(applyRetention(env, controller.scheduledTime))
  },
}
