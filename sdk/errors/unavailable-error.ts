import { CustosError } from './custos-error.ts'

/** No verdict could be had in time, and `onUnavailable` is `"block"`. The cause says what failed. */
export class UnavailableError extends CustosError {
  override name = 'UnavailableError'

  constructor(message: string, cause?: unknown) {
    super('unavailable', message, { cause })
  }
}
