import type { Logger } from './logger.ts'
import type { Redactor } from './redactor.ts'
import type { Result } from './result.ts'

/** Who decides, and whether the caller waits for it. */
export type Mode = 'edge' | 'local' | 'monitor'

/** What a wrapped function does when the verdict blocks. */
export type OnViolation = 'raise' | 'replace' | 'return_none'

/** Facts about a call that stand beside its beat: JSON, at most 16 KiB and 8 levels deep. */
export type Meta = Record<string, unknown>

/** Looks at the context of a call, and is told of it once the verdict is known. */
export type Observe = () => ((result: Result) => void) | undefined

/** What `guardian()` takes; everything is optional. */
export interface GuardianOptions {
  /**
   * The API key.
   *
   * Default: what `setApiKey` was given, else `CUSTOS_API_KEY`.
   */
  apiKey?: string | undefined

  /**
   * Where the Custos server is, e.g. `http://localhost:8787`.
   *
   * Default: `CUSTOS_BACKEND_URL`. No address is built in; without one, `guardian()` throws a `ConfigurationError`.
   */
  backendUrl?: string | null | undefined

  /**
   * What to do when the verdict blocks: throw `AlignmentViolation`, return the `fallback`, or return null.
   *
   * Default: `"raise"`.
   */
  onViolation?: OnViolation | undefined

  /** What `onViolation: "replace"` returns. Default: null. */
  fallback?: string | null | undefined

  /**
   * - `"edge"`: the server's verdict is awaited, up to `verdictTimeoutMs`, so that it can block. Wrapped
   *   functions return a promise.
   * - `"local"`: the bundled guardian decides in microseconds and beats follow in the background. Import
   *   `guardian` from `custos-labs/local`. A sync function stays sync.
   * - `"monitor"`: never blocks, never delays; beats follow in the background. A sync function stays sync.
   *
   * Default: `"edge"`.
   */
  mode?: Mode | undefined

  /** How long `edge` waits for a verdict, in milliseconds; never longer than `timeout`. Default: 2000. */
  verdictTimeoutMs?: number | undefined

  /**
   * What to do when no verdict can be had in time: let the response through, or treat it as blocked. The beat
   * is delivered later either way, marked with what was done.
   *
   * Default: `"allow"`.
   */
  onUnavailable?: 'allow' | 'block' | undefined

  /**
   * Decides whether a verdict blocks.
   *
   * Default: red blocks, yellow and green do not.
   *
   * @example
   * guardian({ shouldBlock: (result) => result.risks.injection > 0.5 })
   */
  shouldBlock?: ((result: Result) => boolean) | undefined

  /**
   * Has the prompt judged before the model is called: one that blocks is never sent to it, and costs no tokens. At
   * the edge that is one more request a call. Only a prompt that blocks is recorded by itself; a server too old to
   * evaluate without recording records each. A `monitor`, which never delays, does not check.
   *
   * Default: false.
   */
  checkPrompt?: boolean | undefined

  /**
   * How many of the green exchanges are recorded, 0..1. Thins the recording only: every exchange is evaluated, and
   * all that are not green are recorded. At the edge that needs a server that evaluates without recording (an older
   * one records all), and one more request for what is not green; in `monitor` mode, which waits for no verdict, all
   * are recorded.
   *
   * Default: 1.
   */
  sampleRate?: number | undefined

  /**
   * Asks the same model the guardian's probes after an exchange that was not green, judges the answers, and attaches
   * them to the beat. At most four calls an exchange, one after the other, in the background, none longer than
   * `timeout`. Needs a prompt that is a text, messages, or an object with either; a stream is not interrogated.
   *
   * Default: false.
   */
  interrogate?: boolean | undefined

  /** Called with every verdict, once it is known: in `monitor` mode that is after the beat was delivered. */
  onVerdict?: ((result: Result) => void) | undefined

  /**
   * Called where a call is made, in its own async context; what it returns is told the verdict, as `onVerdict` is.
   * `custos-labs/opentelemetry` makes one.
   */
  observe?: Observe | undefined

  /**
   * Whether secrets and personal data are redacted before anything leaves this process. Their kinds are
   * reported, and worsen the verdict as the texts would have. A function replaces the bundled redactor. The
   * server redacts what it stores in any case.
   *
   * Default: true.
   */
  redact?: boolean | Redactor | undefined

  /** Stands beside every beat of this guardian. */
  meta?: Meta | undefined

  /** Send heartbeats in the background. Default: `CUSTOS_HEARTBEATS`, else true. */
  enableHeartbeats?: boolean | undefined

  /** Seconds between heartbeats. Default: `CUSTOS_HEARTBEAT_INTERVAL`, else 10. */
  heartbeatInterval?: number | undefined

  /** Seconds until a request counts as failed. Default: `CUSTOS_TIMEOUT`, else 10. */
  timeout?: number | undefined

  /** Ends waiting for verdicts: what waits rejects with the signal's reason. */
  signal?: AbortSignal | undefined

  /**
   * Keeps a Worker alive until a promise is settled, so that what follows the answer is delivered:
   * `import { waitUntil } from 'cloudflare:workers'`, or `(work) => ctx.waitUntil(work)`.
   *
   * Default: on Vercel its own, elsewhere none.
   */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined

  /** The `fetch` to use. Default: the runtime's own. */
  fetch?: typeof fetch | undefined

  /** Where warnings and errors go; null for nowhere. Default: `console`. */
  logger?: Logger | null | undefined
}
