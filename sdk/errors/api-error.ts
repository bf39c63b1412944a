import { CustosError } from './custos-error.ts'

/**
 * The server answered, but not with what was asked for: a status and, where it spoke our protocol, its code.
 *
 * @example
 * await safeGenerate('Hello').catch((error) => {
 *   if (error instanceof ApiError) console.error(error.status, error.code, error.requestId)
 *   else throw error
 * })
 */
export class ApiError extends CustosError {
  override name = 'ApiError'
  /** HTTP status. */
  readonly status: number
  /** The server's id of this request, for a look into its log. */
  readonly requestId: string | null
  /** How long the server asks us to wait, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null

  constructor(answer: {
    status: number
    code: string
    message: string
    requestId: string | null
    retryAfterMs: number | null
  }) {
    super(answer.code, answer.message)
    this.status = answer.status
    this.requestId = answer.requestId
    this.retryAfterMs = answer.retryAfterMs
  }
}
