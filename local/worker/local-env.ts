import type { AppContext, Env } from '../../workers/env.ts'

/** The bindings of the local server. */
export interface LocalEnv extends Env {
  /** Hosts this server answers to, comma-separated, lower-case, with port. */
  LOCAL_HOSTS: string
}

/** Context of routes that only the local server has. */
export interface LocalContext extends AppContext {
  Bindings: LocalEnv
}
