import { CustosError } from './custos-error.ts'

/**
 * This key was halted after a severe finding: no call goes through until a person releases it.
 *
 * @example
 * await safeGenerate('Hello').catch((error) => {
 *   if (error instanceof KeyHaltedError) console.error('A person must look at the run first.')
 *   else throw error
 * })
 */
export class KeyHaltedError extends CustosError {
  override name = 'KeyHaltedError'

  constructor() {
    super(
      'key_halted',
      'This API key is halted after a severe finding. A person must release it in the simulator.',
    )
  }
}
