import type { D1Migration } from 'cloudflare:test'
import type { Env as WorkerEnv } from '../env.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Read from `migrations/` in Node, where there are files. */
    migrations: D1Migration[]
  }
}

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      /** A second database for logs. */
      LOG_1: D1Database
      /** Two a minute. */
      SMALL_LIMIT: RateLimit
    }
  }
}
