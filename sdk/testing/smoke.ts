/**
 * What a stranger's program does first, in whatever runtime: a module whose `smoke(backendUrl)` uses the core, the
 * guardian in the same core, and the redactor.
 */
export const smokeModule = `
import { AlignmentViolation, guardian } from 'custos-labs'
import { guardian as localGuardian } from 'custos-labs/local'

export async function smoke(backendUrl) {
  const options = { backendUrl, apiKey: 'cus_test_stranger', enableHeartbeats: false, logger: null }
  const safe = guardian(options)(async (prompt) => prompt + '!')
  const said = await safe('hello')
  const error = await safe('red').catch((caught) => caught)
  const judged = localGuardian(options)((prompt) => prompt)('Fine, thanks.')
  const monitor = guardian({ ...options, mode: 'monitor' })
  monitor((prompt) => prompt)('Write to anna.schmidt@firma-beispiel.de')
  const { delivered, pending } = await monitor.flush()
  return { said, blocked: error instanceof AlignmentViolation, color: error.result?.color, judged, delivered, pending }
}
`

/** What it resolves to, with a null server. */
export const smokeResult = {
  said: 'hello!',
  blocked: true,
  color: 'red',
  judged: 'Fine, thanks.',
  delivered: 1,
  pending: 0,
}
