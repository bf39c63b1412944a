import { crimeDetectors, harmlessDetectors } from './crime.ts'
import { dangerDetectors } from './danger.ts'
import type { PhraseDetector } from './detector.ts'
import { evasionDetectors, honestyDetectors } from './evasion.ts'
import { injectionDetectors } from './injection.ts'
import { jailbreakDetectors } from './jailbreak.ts'
import { leakDetectors } from './leak.ts'
import { misdeedDetectors } from './misdeed.ts'
import { refusalDetectors } from './refusal.ts'
import { distressDetectors, unsafeDetectors } from './unsafe.ts'

export type { PhraseDetector } from './detector.ts'
export { macros } from './macros.ts'

export const detectorTables: readonly PhraseDetector[] = [
  ...injectionDetectors,
  ...jailbreakDetectors,
  ...dangerDetectors,
  ...crimeDetectors,
  ...misdeedDetectors,
  ...harmlessDetectors,
  ...leakDetectors,
  ...unsafeDetectors,
  ...distressDetectors,
  ...refusalDetectors,
  ...evasionDetectors,
  ...honestyDetectors,
]
