import { keyHint } from '../api-key.ts'
import { ApiError } from '../errors/api-error.ts'
import { AuthenticationError } from '../errors/authentication-error.ts'
import { KeyHaltedError } from '../errors/key-halted-error.ts'
import { isRecord } from '../record.ts'
import { readRetryAfterMs } from './retry.ts'

/** What a request needs of the settings. */
export interface ApiSettings {
  readonly apiKey: string
  readonly backendUrl: string
  readonly fetch: typeof fetch
}

/** Why a request was given up on our side. */
export class RequestTimeout extends Error {
  override name = 'RequestTimeout'
  constructor(timeoutMs: number) {
    super(`No answer within ${timeoutMs} ms`)
  }
}

/**
 * Posts JSON to the server.
 *
 * @param path from the root of the server, e.g. `/simulator/logs/`
 * @param limits `timeoutMs` for the whole exchange, `signal` of the caller
 * @returns the parsed body of a 2xx answer
 * @throws ApiError for another status, or a 2xx that is not JSON; AuthenticationError for 401 and 403;
 *   KeyHaltedError; RequestTimeout; the signal's reason; what `fetch` throws when there is no connection
 */
export async function post(
  settings: ApiSettings,
  path: string,
  body: unknown,
  limits: { timeoutMs: number; signal?: AbortSignal | null },
): Promise<unknown> {
  const { timeoutMs, signal } = limits
  signal?.throwIfAborted()
  // AbortSignal.any() leaves listeners on long-lived signals in early Node 20; by hand they are taken off.
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(new RequestTimeout(timeoutMs)), timeoutMs)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    const response = await settings.fetch(settings.backendUrl + path, {
      method: 'POST',
      headers: { authorization: `ApiKey ${settings.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // A followed 301 or 302 turns a POST into a GET, and the beat would be lost without a word.
      redirect: 'manual',
      signal: controller.signal,
    })
    const answer = readJson(await response.text())
    if (response.ok && answer !== undefined) return answer
    throw refusal(settings, response, answer)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/**
 * Posts JSON without waiting for an answer, in a request that outlives its page. (`sendBeacon` would too, but takes no
 * header, and the key must not stand in an address.)
 */
export function postLast(settings: ApiSettings, path: string, body: unknown): void {
  const sent = settings.fetch(settings.backendUrl + path, {
    method: 'POST',
    headers: { authorization: `ApiKey ${settings.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
    keepalive: true,
  })
  // Nobody is left to be told.
  sent.catch(() => undefined)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function refusal(settings: ApiSettings, response: Response, answer: unknown): Error {
  const problem = isRecord(answer) ? answer : {}
  const code = typeof problem['code'] === 'string' ? problem['code'] : null
  const { status } = response
  if (code === 'key_halted') return new KeyHaltedError()
  // Only our own server's word counts against a key: a proxy's 403 page says nothing of it.
  if (status === 401 || (status === 403 && code !== null)) {
    const said = status === 401 ? 'does not accept' : 'does not give the right to write beats to'
    const message =
      `${settings.backendUrl} ${said} the API key ${keyHint(settings.apiKey)} (${status}). ` +
      'Copy the key again from the simulator, or make a new one with the scope "write".'
    return new AuthenticationError(status, code ?? 'unauthenticated', message)
  }
  return new ApiError({
    status,
    code: code ?? 'unexpected_answer',
    message: describe(settings, status, problem),
    requestId: response.headers.get('x-request-id'),
    retryAfterMs: readRetryAfterMs(response.headers.get('retry-after'), Date.now()),
  })
}

function describe(settings: ApiSettings, status: number, problem: Record<string, unknown>): string {
  if (typeof problem['detail'] === 'string') return `${problem['detail']} (${status})`
  if (status === 0 || (status >= 300 && status < 400)) {
    return `${settings.backendUrl} redirects elsewhere; set CUSTOS_BACKEND_URL to the final address.`
  }
  if (status < 300 || status === 404 || status === 405) {
    return `${settings.backendUrl} answers, but not as a Custos server does (${status}); check CUSTOS_BACKEND_URL.`
  }
  return `${settings.backendUrl} answered ${status}.`
}
