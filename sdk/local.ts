import { evaluate } from '../guardian/index.ts'
import { guardian as anyGuardian, type Guardian } from './guardian.ts'
import { setLocalEvaluator } from './local-evaluator.ts'
import type { GuardianOptions } from './options.ts'

setLocalEvaluator(({ prompt, response, confidence, meta }) =>
  evaluate({ prompt, response, confidence, ...(meta === null ? {} : { meta }) }),
)

/**
 * `guardian()` with the guardian bundled in: `mode` is `"local"` unless you say otherwise. Verdicts take
 * microseconds and need no network; beats follow in the background.
 *
 * @example
 * import { guardian } from 'custos-labs/local'
 *
 * const safeGenerate = guardian()(generate) // a sync function stays sync
 */
export function guardian(): Guardian<{ mode: 'local' }>
export function guardian<const O extends GuardianOptions>(options: O): Guardian<LocalUnlessSaid<O>>
export function guardian(options: GuardianOptions = {}): object {
  return anyGuardian({ mode: 'local', ...options })
}

type LocalUnlessSaid<O extends GuardianOptions> = unknown extends O['mode'] ? O & { mode: 'local' } : O
