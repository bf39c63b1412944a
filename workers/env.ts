import type { RunSession } from '../durable-objects/run-session.ts'

/** Bindings of the Worker, as wrangler.toml names them. */
export interface Env {
  DB: D1Database
  RUNS: DurableObjectNamespace<RunSession>
  /** The built page. */
  ASSETS: Fetcher
}

/** What a handler knows beside the request. */
export interface AppContext {
  Bindings: Env
  Variables: { requestId: string }
}
