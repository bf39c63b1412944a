import type { AppContext, Env } from '../../workers/env.ts'

/** Bindings that only the local server has. */
export interface LocalContext extends AppContext {
  Bindings: Env & {
    /** Hosts this server answers to, comma-separated, lower-case, with port. */
    LOCAL_HOSTS: string
  }
}
