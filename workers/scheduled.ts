import type { Env } from './env.ts'
import { keepHouse } from './housekeeping.ts'

/** What the hourly cron of wrangler.toml does; on one's own machine the launcher rings. [R11] */
export function scheduled(controller: ScheduledController, env: Env, ctx: ExecutionContext): void {
  ctx.waitUntil(keepHouse(env, controller.scheduledTime))
}
