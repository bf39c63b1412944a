import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardian } from '../index.ts'
import { testKey, testOptions } from '../testing/guardian-options.ts'
import { startNullServer, type NullServer } from '../testing/null-server.ts'
import { runScript } from '../testing/run-script.ts'

// Each of the first tests starts a Node.
vi.setConfig({ testTimeout: 60_000 })

let server: NullServer
beforeEach(async () => {
  server = await startNullServer()
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

const env = () => ({ CUSTOS_BACKEND_URL: server.url, CUSTOS_API_KEY: testKey })
const base = () => ({ ...testOptions(server), redact: true })

describe('the end of a process', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s: everything is delivered, then it ends by it',
    async (signal) => {
      const { code, signal: endedBy, stderr } = await runScript('testing/end-by-signal.ts', [], env(), signal)
      expect([code, endedBy, stderr]).toEqual([null, signal, ''])
      expect(server.beats).toHaveLength(250)
    },
  )

  it('a program that ends itself at once loses what waits, and says so', async () => {
    const { code, stderr } = await runScript('testing/end-by-exit.ts', [], env())
    expect(code).toBe(7)
    expect(stderr).toContain('3 beats were not delivered')
  })

  it('leaves no listener behind once everything is delivered', async () => {
    const before = process.listenerCount('SIGTERM')
    const g = guardian({ ...base(), mode: 'monitor' })
    g((prompt: string) => prompt)('a')
    expect(process.listenerCount('SIGTERM')).toBe(before + 1)
    await g.flush()
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})

describe('the end of a request in a Worker', () => {
  it('is told what is still to be delivered', async () => {
    const waited: Promise<unknown>[] = []
    const g = guardian({ ...base(), mode: 'monitor', waitUntil: (work) => void waited.push(work) })
    g((prompt: string) => prompt)('a')
    expect(waited).toHaveLength(1)
    await waited[0]
    expect(server.beats).toHaveLength(1)
  })

  it("takes Vercel's own for the request that is being answered", async () => {
    const waited: Promise<unknown>[] = []
    const waitUntil = (work: Promise<unknown>): void => void waited.push(work)
    vi.stubGlobal(Symbol.for('@vercel/request-context'), { get: () => ({ waitUntil }) })
    const g = guardian({ ...base(), mode: 'monitor' })
    g((prompt: string) => prompt)('a')
    await Promise.all(waited)
    expect([waited.length, server.beats.length]).toEqual([1, 1])
  })
})

describe('the end of a page', () => {
  it('sends what waits in a request that outlives it, redacted; what comes twice is recorded once [B4]', async () => {
    const page = new EventTarget()
    vi.stubGlobal('document', {})
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    // The hooks are set once in a process: this one is to be a page.
    vi.resetModules()
    const { guardian: pageGuardian } = await import('../index.ts')
    const kept: (boolean | undefined)[] = []
    const g = pageGuardian({
      ...base(),
      mode: 'monitor',
      fetch: (input, init) => {
        kept.push(init?.keepalive)
        return fetch(input, init)
      },
    })
    await vi.dynamicImportSettled()
    const safe = g((prompt: string) => `To ${prompt}`)
    safe('anna.schmidt@firma-beispiel.de')
    safe('b')
    // Larger than a page may leave behind: it must not cost the others their chance.
    safe('long '.repeat(20_000))
    page.dispatchEvent(new Event('pagehide'))
    expect(kept).toEqual([true])
    // The queue may have sent the long one by itself meanwhile.
    await vi.waitFor(() => expect(server.beats.length).toBeGreaterThanOrEqual(2), 30_000)
    expect(JSON.stringify(server.requests[0]).length).toBeLessThan(64 * 1024)
    expect(JSON.stringify(server.requests)).not.toContain('anna.schmidt')
    expect(await g.flush()).toMatchObject({ delivered: 3, pending: 0 })
    expect(server.beats).toHaveLength(3)
  })
})
