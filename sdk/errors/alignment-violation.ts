import type { Result } from '../result.ts'
import { CustosError } from './custos-error.ts'

/**
 * Thrown by a wrapped function when the verdict blocks and `onViolation` is `"raise"`.
 *
 * @example
 * try {
 *   await safeGenerate('do unsafe thing')
 * } catch (error) {
 *   if (error instanceof AlignmentViolation) console.log(error.result.violations)
 *   else throw error
 * }
 */
export class AlignmentViolation extends CustosError {
  override name = 'AlignmentViolation'
  /** The verdict: `violations`, `status`, `color`, `findings` and the rest. */
  readonly result: Result

  constructor(result: Result) {
    const found = result.violations.slice(0, 3).join('; ') || 'no single finding'
    super('alignment_violation', `Custos blocked this response (${result.color}): ${found}`)
    this.result = result
  }
}
