import type { GuardianOptions } from '../../sdk/index.ts'
import type { Entry } from './contender.ts'

const entry = (options: GuardianOptions & { mode: 'monitor' | 'edge' }): Entry => {
  return async (backendUrl) => {
    const { guardian } = await import('../../sdk/index.ts')
    const g = guardian({ backendUrl, apiKey: 'cus_test_bench', ...options })
    return { wrap: (model) => g(model), flush: () => g.flush(60_000) }
  }
}

export const monitor = entry({ mode: 'monitor' })
export const unredacted = entry({ mode: 'monitor', redact: false })
export const edge = entry({ mode: 'edge' })

export const local: Entry = async (backendUrl) => {
  const { guardian } = await import('../../sdk/local.ts')
  const g = guardian({ backendUrl, apiKey: 'cus_test_bench' })
  return { wrap: (model) => g(model), flush: () => g.flush(60_000) }
}
