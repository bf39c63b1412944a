import type { RunSession } from '../durable-objects/run-session.ts'

/** Bindings of the Worker, as wrangler.toml names them. */
export interface Env {
  DB: D1Database
  RUNS: DurableObjectNamespace<RunSession>
  /** The built page. */
  ASSETS: Fetcher
  /** Secret: the private Ed25519 key that manifests are signed with, as a JWK. Without it nothing is signed. [X12] */
  EXPORT_SIGNING_KEY?: string
  /** JSON array of the public parts, `{"x": …}`, of keys that signed before. [X13] */
  EXPORT_PAST_KEYS?: string
  /** Header that says where a request comes from: `CF-Connecting-IP` unless told otherwise, empty for none. */
  CLIENT_ADDRESS_HEADER?: string
}

/** What a handler knows beside the request. */
export interface AppContext {
  Bindings: Env
  Variables: { requestId: string }
}
