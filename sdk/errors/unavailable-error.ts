import { CustosError } from './custos-error.ts'

/**
 * No verdict could be had in time, and `onUnavailable` is `"block"`. The cause says what failed.
 *
 * @example
 * const strict = guardian({ onUnavailable: 'block' })(generate)
 * await strict('Hello').catch((error) => {
 *   if (error instanceof UnavailableError) console.error('Unchecked, so not said.')
 *   else throw error
 * })
 */
export class UnavailableError extends CustosError {
  override name = 'UnavailableError'

  constructor(message: string, cause?: unknown) {
    super('unavailable', message, { cause })
  }
}
