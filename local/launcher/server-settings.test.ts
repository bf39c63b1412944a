import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { serverSettings } from './server-settings.ts'

const dataDir = mkdtempSync(`${tmpdir()}/custos-settings-`)
afterAll(() => rmSync(dataDir, { recursive: true }))
const where = { port: 8787, dataDir }

describe('serverSettings', () => {
  it('makes a secret on the first start and keeps it, for its owner alone', () => {
    const first = serverSettings(where, {})
    expect(first['AUTH_SECRET']).toMatch(/^[\w-]{43}$/)
    expect(serverSettings(where, {})['AUTH_SECRET']).toBe(first['AUTH_SECRET'])
    expect(readFileSync(`${dataDir}/auth-secret`, 'utf8').trim()).toBe(first['AUTH_SECRET'])
    expect(statSync(`${dataDir}/auth-secret`).mode & 0o777).toBe(0o600)
  })

  it('hands on what the environment says', () => {
    const settings = serverSettings(where, { PUBLIC_URL: 'https://custos.example.com', SIGN_UP: 'closed' })
    expect(settings).toMatchObject({ PUBLIC_URL: 'https://custos.example.com', SIGN_UP: 'closed' })
  })

  it.each([
    [{ AUTH_SECRET: 'changeme' }, 'AUTH_SECRET is too weak'],
    [{ AUTH_SECRET: 'x'.repeat(64) }, 'AUTH_SECRET is too weak'],
    [{ PUBLIC_URL: 'http://custos.example.com' }, 'PUBLIC_URL is no address of a server'],
    [{ PUBLIC_URL: 'https://custos.example.com/path' }, 'PUBLIC_URL is no address of a server'],
    [{ SIGN_UP: 'anybody' }, 'SIGN_UP is none of open, invited, closed'],
    [{ MAIL_URL: 'https://mail.example.com' }, 'MAIL_URL goes with MAIL_TOKEN and MAIL_FROM'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN is too weak'],
  ])('[N8] does not start with %o, and says what to set, never what it was', (env, sentence) => {
    const start = () => serverSettings(where, env)
    expect(start).toThrow(sentence)
    const [value = ''] = Object.values(env)
    expect(start).not.toThrow(`"${value}"`)
  })
})
