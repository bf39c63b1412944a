import type { Env } from '../env.ts'
import type { IdentityEvents, openIdentity } from './open-identity.ts'

/** The authentication library, loaded when it is first asked for: half a megabyte that no beat needs. */
export async function loadIdentity(
  env: Env,
  events: IdentityEvents = {},
): Promise<ReturnType<typeof openIdentity>> {
  const loaded = await import('./open-identity.ts')
  return loaded.openIdentity(env, events)
}

/** Why the library refused, by its own code, or null when it failed for a reason that is none of the person's. */
export function refusalCode(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'APIError' || !('body' in error)) return null
  const { body } = error
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null
  return typeof code === 'string' ? code : null
}
