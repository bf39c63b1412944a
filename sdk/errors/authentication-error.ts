import { CustosError } from './custos-error.ts'

/**
 * The server does not accept the API key: it is wrong, expired, revoked, or may not write beats.
 *
 * @example
 * await safeGenerate('Hello').catch((error) => {
 *   if (error instanceof AuthenticationError) console.error('Copy the key again:', error.message)
 *   else throw error
 * })
 */
export class AuthenticationError extends CustosError {
  override name = 'AuthenticationError'
  /** 401 for a key that is not known, 403 for one without the right. */
  readonly status: number

  constructor(status: number, code: string, message: string) {
    super(code, message)
    this.status = status
  }
}
