/// <reference lib="esnext.disposable" preserve="true" />
import { Client, unavailable } from './client.ts'
import type { Exchange } from './draft.ts'
import { ConfigurationError } from './errors/configuration-error.ts'
import type { GuardianOptions, Meta } from './options.ts'
import type { Result } from './result.ts'
import { settle } from './settings.ts'
import type { FlushReport } from './transport/items.ts'
import { wrapFunction, type Call } from './wrap/wrap-function.ts'
import type { AnyFunction, BoundMethod, MethodOf, Wrapped } from './wrap/wrapped.ts'

/** What may stand beside an exchange. */
export interface EvaluateOptions {
  /** The model's own confidence, 0..1. */
  confidence?: number | null | undefined
  /** Stands beside this beat, over the guardian's own `meta`. */
  meta?: Meta | undefined
  /** Ends waiting for the verdict. */
  signal?: AbortSignal | undefined
}

/** What `guardian()` returns: call it to wrap a function or a method, or use it as a client. */
export interface Guardian<O extends GuardianOptions = GuardianOptions> extends AsyncDisposable {
  /**
   * Wraps a function: each call's arguments and result become a beat, and the verdict is enforced.
   *
   * @example
   * const safeGenerate = guardian()(generate)
   */
  <F extends AnyFunction>(fn: F): Wrapped<F, O>

  /**
   * Wraps a method of an object; the object itself is left as it is.
   *
   * @example
   * const safeGenerate = guardian()(model, { method: 'generate' })
   */
  <T extends object, const K extends MethodOf<T>>(instance: T, options: { method: K }): BoundMethod<T, K, O>

  /**
   * Has an exchange judged and recorded, without wrapping anything. Never throws for what the verdict says.
   *
   * @returns the verdict; null where there is none: in `monitor` mode, or when the server could not be reached
   *   in time and `onUnavailable` is `"allow"`
   * @throws UnavailableError (with `onUnavailable: "block"`), AuthenticationError, KeyHaltedError
   * @example
   * await g.evaluate('user prompt', 'model reply', { confidence: 0.92, meta: { source: 'backend-batch' } })
   */
  evaluate(prompt: string | null, response: string | null, options?: EvaluateOptions): Promise<Result | null>

  /**
   * Sends one heartbeat now.
   *
   * @param confidence shown on the trace, 0..1
   * @returns the run's id and status; null when the server could not be reached (which is logged)
   * @example
   * console.log(await g.heartbeat(0.98))
   */
  heartbeat(confidence?: number): Promise<{ run_id: string; status: string } | null>

  /**
   * Waits until what was recorded in the background is delivered. Never throws.
   *
   * @param timeoutMs at most so long, in milliseconds; default: `timeout`
   * @returns how many beats were delivered, still wait, were dropped or refused
   * @example
   * const { pending } = await g.flush(5000)
   * if (pending > 0) console.error(`${pending} beats still wait`)
   */
  flush(timeoutMs?: number): Promise<FlushReport>

  /**
   * Stops the background heartbeats, for good.
   *
   * @example
   * g.stopHeartbeats()
   */
  stopHeartbeats(): void

  /**
   * Stops the heartbeats and flushes. `await using g = guardian()` does so by itself.
   *
   * @example
   * await g.close()
   */
  close(): Promise<FlushReport>
}

/**
 * Watches a model call, in one line.
 *
 * @throws ConfigurationError when there is no server address or API key, or an option can't be used
 * @example
 * setApiKey('cus_live_…')
 * const safeGenerate = guardian()(generate)
 * console.log(await safeGenerate('Summarize our privacy policy'))
 * @example
 * const safeGenerate = guardian({ onViolation: 'replace', fallback: '(redacted)' })(generate)
 */
export function guardian(): Guardian<{ mode?: 'edge' }>
export function guardian<const O extends GuardianOptions>(options: O): Guardian<O>
export function guardian(options: GuardianOptions = {}): object {
  const settings = settle(options)
  const client = new Client(settings)
  const wrap = (target: unknown, how?: { method?: PropertyKey }): unknown => {
    if (how?.method !== undefined) {
      const method: unknown = Reflect.get(Object(target), how.method)
      if (typeof method !== 'function') throw noMethod(how.method)
      return wrapFunction(client, method as Call, Object(target) as object)
    }
    if (typeof target !== 'function') {
      throw new ConfigurationError(
        'guardian()(target) takes a function, or an object with { method: "nameOfTheMethod" }.',
      )
    }
    return wrapFunction(client, target as Call)
  }
  const close = (): Promise<FlushReport> => {
    client.stopHeartbeats()
    return client.flush(settings.timeoutMs)
  }
  return Object.assign(wrap, {
    evaluate: (prompt: string | null, response: string | null, how: EvaluateOptions = {}) =>
      evaluate(client, prompt, response, how),
    heartbeat: (confidence?: number) => client.connection.heartbeat(confidence ?? null),
    flush: (timeoutMs?: number) => client.flush(timeoutMs ?? settings.timeoutMs),
    stopHeartbeats: () => client.stopHeartbeats(),
    close,
    [Symbol.asyncDispose]: async () => void (await close()),
  })
}

async function evaluate(
  client: Client,
  prompt: string | null,
  response: string | null,
  how: EvaluateOptions,
): Promise<Result | null> {
  const { mode, onUnavailable, meta, signal } = client.settings
  client.keepAlive()
  const exchange: Exchange = {
    prompt,
    response,
    confidence: how.confidence ?? null,
    meta: how.meta === undefined ? meta : { ...meta, ...how.meta },
  }
  if (mode === 'monitor') {
    client.record(exchange)
    return null
  }
  if (mode === 'local') {
    const result = client.judge(exchange)
    client.recordJudged(exchange, result, null)
    return result
  }
  const result = await client.ask(exchange, how.signal ?? signal)
  if (result === null && onUnavailable === 'block') throw unavailable()
  return result
}

function noMethod(name: PropertyKey): ConfigurationError {
  return new ConfigurationError(`The object has no method ${JSON.stringify(String(name))}.`)
}
