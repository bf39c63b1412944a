import type { GuardianOptions } from '../index.ts'
import type { NullServer } from './null-server.ts'

/** A key as tests use one: of no server. */
export const testKey = 'cus_test_0123456789abcdef'

/**
 * Options of a guardian that speaks to a test's server, sends no heartbeats and redacts nothing.
 *
 * @param said takes what is logged; left out, nothing is
 */
export function testOptions(server: Pick<NullServer, 'url'>, said?: string[]) {
  const say = (text: string): void => void said?.push(text)
  return {
    apiKey: testKey,
    backendUrl: server.url,
    enableHeartbeats: false,
    redact: false,
    logger: { warn: say, error: say },
  } satisfies GuardianOptions
}
