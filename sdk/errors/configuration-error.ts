import { CustosError } from './custos-error.ts'

/**
 * Something that must be set is missing or has a value that can't be used; the message says what to set.
 *
 * @example
 * try {
 *   guardian({ backendUrl: 'localhost' })
 * } catch (error) {
 *   if (error instanceof ConfigurationError) console.error(error.message)
 * }
 */
export class ConfigurationError extends CustosError {
  override name = 'ConfigurationError'

  constructor(message: string) {
    super('configuration', message)
  }
}
