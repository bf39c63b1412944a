/**
 * What every error of this package is: catch it to tell Custos's errors from your model's.
 *
 * @example
 * try {
 *   await safeGenerate('Hello')
 * } catch (error) {
 *   if (error instanceof CustosError) console.error(error.code, error.message)
 *   else throw error
 * }
 */
export class CustosError extends Error {
  override name = 'CustosError'
  /** A short, stable name of what went wrong, e.g. `configuration` or the server's own code. */
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
