import { afterEach, describe, expect, it, vi } from 'vitest'
import { setApiKey } from './api-key.ts'
import { ConfigurationError } from './errors/index.ts'
import { settle } from './settings.ts'

const backendUrl = 'http://localhost:8787'
const apiKey = 'cus_test_settings'

afterEach(() => {
  vi.unstubAllEnvs()
  setApiKey('')
})

describe('settle', () => {
  it("takes the seeds' defaults", () => {
    vi.stubEnv('CUSTOS_API_KEY', apiKey)
    vi.stubEnv('CUSTOS_BACKEND_URL', `${backendUrl}/`)
    expect(settle({})).toMatchObject({
      apiKey,
      backendUrl,
      onViolation: 'raise',
      fallback: null,
      mode: 'edge',
      verdictTimeoutMs: 2000,
      onUnavailable: 'allow',
      redact: true,
      heartbeats: true,
      heartbeatIntervalMs: 10_000,
      timeoutMs: 10_000,
    })
  })

  it('reads the five variables, and lets options go before them', () => {
    vi.stubEnv('CUSTOS_API_KEY', 'cus_test_env')
    vi.stubEnv('CUSTOS_BACKEND_URL', 'http://env.test/custos/')
    vi.stubEnv('CUSTOS_HEARTBEATS', 'false')
    vi.stubEnv('CUSTOS_HEARTBEAT_INTERVAL', '2')
    vi.stubEnv('CUSTOS_TIMEOUT', '1.5')
    expect(settle({})).toMatchObject({
      apiKey: 'cus_test_env',
      backendUrl: 'http://env.test/custos',
      heartbeats: false,
      heartbeatIntervalMs: 2000,
      timeoutMs: 1500,
      verdictTimeoutMs: 1500,
    })
    setApiKey(' cus_test_set ')
    expect(settle({}).apiKey).toBe('cus_test_set')
    const options = { apiKey, backendUrl, enableHeartbeats: true, heartbeatInterval: 3, timeout: 4 }
    expect(settle(options)).toMatchObject({
      apiKey,
      backendUrl,
      heartbeats: true,
      heartbeatIntervalMs: 3000,
      timeoutMs: 4000,
    })
  })

  it('says what to set when there is no address: none is built in', () => {
    vi.stubEnv('CUSTOS_BACKEND_URL', '')
    expect(() => settle({ apiKey })).toThrow(/Set CUSTOS_BACKEND_URL to its address/)
  })

  it('says what to set when there is no key', () => {
    vi.stubEnv('CUSTOS_API_KEY', '')
    expect(() => settle({ backendUrl })).toThrow(/Set CUSTOS_API_KEY, or call setApiKey/)
  })

  it.each([
    { backendUrl: 'localhost:8787' },
    { backendUrl: 'ftp://files.test' },
    { backendUrl: 'https://key@host.test' },
    { backendUrl: 'https://host.test/?key=1' },
    { apiKey: 'cus_test_“quoted”' },
    { apiKey: 'cus_test_two\nlines' },
    { timeout: 0 },
    { timeout: Number.NaN },
    { heartbeatInterval: -1 },
    { verdictTimeoutMs: Infinity },
    { sampleRate: 1.1 },
    { sampleRate: Number.NaN },
  ])('refuses %j', (options) => {
    expect(() => settle({ backendUrl, apiKey, ...options })).toThrow(ConfigurationError)
  })

  it('refuses a variable that is no number, by its name', () => {
    vi.stubEnv('CUSTOS_TIMEOUT', 'ten')
    expect(() => settle({ backendUrl, apiKey })).toThrow(/CUSTOS_TIMEOUT must be a number/)
  })

  it('never repeats a key in a message', () => {
    const pasted = 'cus_live_abcdefghij “oops”'
    let message = ''
    try {
      settle({ backendUrl, apiKey: pasted })
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain('Copy it again')
    expect(message).not.toContain('abcdefghij')
  })
})
