import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { parseConfig } from '../../workers/config.ts'
import { signingKeys } from './signing-keys.ts'

/** Settings that are handed on to the server as they stand in the launcher's environment. */
const handedOn = [
  'SIGN_UP',
  'MAIL_URL',
  'MAIL_TOKEN',
  'MAIL_FROM',
  'CONTACT_TO',
  'METRICS_TOKEN',
  'LOG_REQUESTS',
  'CLIENT_ADDRESS_HEADER',
] as const

/**
 * What the server on one's own machine is told: what the environment says, and where it says nothing, what suits
 * one person's machine. Secrets are made on the first start and kept in the data folder, their owner's alone.
 *
 * @param env the launcher's environment
 * @throws Error with what to set, when something is missing or weak
 */
export function serverSettings(
  { port, dataDir, publicUrl }: { port: number; dataDir: string; publicUrl?: string },
  env: Record<string, string | undefined>,
): Record<string, string> & { PUBLIC_URL: string } {
  const given = handedOn.flatMap((name) => {
    const value = env[name]
    return value === undefined || value === '' ? [] : [[name, value] as const]
  })
  const settings = {
    PUBLIC_URL: env['PUBLIC_URL'] || (publicUrl ?? `http://localhost:${port}`),
    AUTH_SECRET: env['AUTH_SECRET'] || authSecret(dataDir),
    SIGN_UP: 'open',
    LOG_REQUESTS: 'none',
    // Nobody stands between this server and who asks, unless the environment names a proxy's header.
    CLIENT_ADDRESS_HEADER: '',
    ...Object.fromEntries(given),
    ...signingKeys(dataDir),
  }
  const checked = parseConfig(settings)
  if (!checked.ok) throw new Error(checked.errors.join(' '))
  return settings
}

function authSecret(dataDir: string): string {
  const file = `${dataDir}/auth-secret`
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
