import { currentApiKey } from './api-key.ts'
import { DEFAULT_BACKEND_URL } from './default-backend-url.ts'
import { readVariable, type Variable } from './environment.ts'
import { ConfigurationError } from './errors/configuration-error.ts'
import { safeLogger, type Logger } from './logger.ts'
import type { GuardianOptions, Meta, Mode, Observe, OnViolation } from './options.ts'
import type { Redactor } from './redactor.ts'
import type { Result } from './result.ts'

/** Options, environment and defaults settled into one. */
export interface Settings {
  readonly apiKey: string
  /** Without a trailing slash. */
  readonly backendUrl: string
  readonly onViolation: OnViolation
  readonly fallback: string | null
  readonly mode: Mode
  readonly verdictTimeoutMs: number
  readonly onUnavailable: 'allow' | 'block'
  readonly shouldBlock: (result: Result) => boolean
  readonly checkPrompt: boolean
  readonly sampleRate: number
  readonly interrogate: boolean
  readonly onVerdict: ((result: Result) => void) | null
  readonly observe: Observe | null
  readonly redact: boolean | Redactor
  readonly meta: Meta | null
  readonly heartbeats: boolean
  readonly heartbeatIntervalMs: number
  readonly timeoutMs: number
  readonly signal: AbortSignal | null
  readonly waitUntil: ((work: Promise<unknown>) => void) | null
  readonly fetch: typeof fetch
  readonly logger: Logger
}

/**
 * Settles options over environment over defaults.
 *
 * @throws ConfigurationError when there is no address or key, or a value can't be used
 */
export function settle(options: GuardianOptions): Settings {
  const timeoutMs = 1000 * seconds('timeout', options.timeout, 'CUSTOS_TIMEOUT', 10)
  return {
    backendUrl: settleUrl(options.backendUrl),
    apiKey: settleKey(options.apiKey),
    onViolation: oneOf('onViolation', options.onViolation, ['raise', 'replace', 'return_none']),
    fallback: options.fallback ?? null,
    mode: oneOf('mode', options.mode, ['edge', 'local', 'monitor']),
    verdictTimeoutMs: Math.min(positive('verdictTimeoutMs', options.verdictTimeoutMs ?? 2000), timeoutMs),
    onUnavailable: oneOf('onUnavailable', options.onUnavailable, ['allow', 'block']),
    shouldBlock: options.shouldBlock ?? ((result) => result.color === 'red'),
    checkPrompt: options.checkPrompt ?? false,
    sampleRate: share('sampleRate', options.sampleRate ?? 1),
    interrogate: options.interrogate ?? false,
    onVerdict: options.onVerdict ?? null,
    observe: options.observe ?? null,
    redact: options.redact ?? true,
    meta: options.meta ?? null,
    heartbeats: options.enableHeartbeats ?? settleFlag('CUSTOS_HEARTBEATS', true),
    heartbeatIntervalMs:
      1000 * seconds('heartbeatInterval', options.heartbeatInterval, 'CUSTOS_HEARTBEAT_INTERVAL', 10),
    timeoutMs,
    signal: options.signal ?? null,
    waitUntil: options.waitUntil ?? vercelWaitUntil(),
    // Called as a plain function: browsers and Workers refuse a detached receiver other than their own.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    logger: safeLogger(options.logger === undefined ? console : options.logger),
  }
}

/** Where Vercel's runtimes, and their own package, keep the request that is being answered. */
const vercelContext = Symbol.for('@vercel/request-context')

function vercelWaitUntil(): Settings['waitUntil'] {
  type Context = { get?: () => { waitUntil?: (work: Promise<unknown>) => void } | undefined }
  const context = (globalThis as { [vercelContext]?: Context })[vercelContext]
  // Asked anew for each beat: a guardian outlives the request that it was made in.
  return context === undefined ? null : (work) => context.get?.()?.waitUntil?.(work)
}

function settleUrl(option: string | null | undefined): string {
  const given = option?.trim() || readVariable('CUSTOS_BACKEND_URL') || DEFAULT_BACKEND_URL
  if (given === undefined) {
    throw new ConfigurationError(
      'No Custos server is set. Set CUSTOS_BACKEND_URL to its address, or pass guardian({ backendUrl }), ' +
        'e.g. "http://localhost:8787" for one started with `npm start`.',
    )
  }
  const url = URL.parse ? URL.parse(given) : parseUrl(given)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(
      `backendUrl must be an http or https address, such as "http://localhost:8787".`,
    )
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new ConfigurationError(
      'backendUrl must hold no credentials, query or fragment: host and path only.',
    )
  }
  return url.href.replace(/\/+$/, '')
}

/** For runtimes that lack `URL.parse` (Node 20). */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function settleKey(option: string | undefined): string {
  const key = option?.trim() || currentApiKey() || readVariable('CUSTOS_API_KEY')
  if (key === undefined) {
    throw new ConfigurationError(
      'No API key is set. Set CUSTOS_API_KEY, or call setApiKey("cus_live_…") before guardian().',
    )
  }
  // Header values are Latin-1 without controls; anything else is a paste gone wrong, and fetch would throw oddly.
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new ConfigurationError(
      'The API key holds characters that no key has. Copy it again from the simulator.',
    )
  }
  return key
}

function seconds(name: string, option: number | undefined, variable: Variable, fallback: number): number {
  if (option !== undefined) return positive(name, option)
  const text = readVariable(variable)
  return text === undefined ? fallback : positive(variable, Number(text))
}

function positive(name: string, value: number): number {
  // Timers wrap around beyond 2^31 - 1 ms, and would then fire at once.
  if (value > 0 && value <= 2_000_000) return value
  throw new ConfigurationError(`${name} must be a number above 0 (and at most 2,000,000).`)
}

function share(name: string, value: number): number {
  if (value >= 0 && value <= 1) return value
  throw new ConfigurationError(`${name} must be a number from 0 to 1.`)
}

function settleFlag(variable: Variable, fallback: boolean): boolean {
  const text = readVariable(variable)?.toLowerCase()
  if (text === undefined) return fallback
  if (['true', '1', 'yes', 'on'].includes(text)) return true
  if (['false', '0', 'no', 'off'].includes(text)) return false
  throw new ConfigurationError(`${variable} must be true or false.`)
}

/** The given value, or the first of the allowed ones when none was given. */
function oneOf<const T extends string>(name: string, value: T | undefined, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0]
  if (allowed.includes(value)) return value
  throw new ConfigurationError(`${name} must be one of ${allowed.map((each) => `"${each}"`).join(', ')}.`)
}
