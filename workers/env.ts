import type { LogDatabases } from '../durable-objects/log-databases.ts'
import type { RunSession } from '../durable-objects/run-session.ts'

/**
 * Bindings of the Worker, as wrangler.toml names them. What an operator sets as text is checked in
 * `config.ts`, which says what each must be; read it from there.
 */
export interface Env extends LogDatabases {
  RUNS: DurableObjectNamespace<RunSession>
  /** The built page. */
  ASSETS: Fetcher
  /** The platform's coarse limit of a key's requests; the isolate counts by itself where it is not bound. [N3] */
  INGEST_LIMIT?: RateLimit
  /** Where counters are written to as well, for those who look at them there. */
  ANALYTICS?: AnalyticsEngineDataset
  /** Address of this server, scheme and host alone: what links in mails begin with. */
  PUBLIC_URL?: string
  /** Secret: what sign-in's tokens are made with, 32 random bytes or more. */
  AUTH_SECRET?: string
  /** Who may sign up: `open`, `invited` (the default) or `closed`. */
  SIGN_UP?: string
  /** Where mails are posted as JSON, with `MAIL_TOKEN` as bearer and `MAIL_FROM` as sender. All three or none. */
  MAIL_URL?: string
  /** Secret. */
  MAIL_TOKEN?: string
  MAIL_FROM?: string
  /** Who is told of messages by the contact form; nobody where it is not set. */
  CONTACT_TO?: string
  /** Secret: who shows it reads `/metrics`; without it there is no such route. */
  METRICS_TOKEN?: string
  /** Which requests get a line in the log: `all`, `most` (all but beats that were taken), `errors` or `none`. */
  LOG_REQUESTS?: string
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
