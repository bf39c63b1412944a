import { aboutDetectors } from './about.ts'
import { crimeDetectors, harmlessDetectors } from './crime.ts'
import { dangerDetectors } from './danger.ts'
import type { PhraseDetector } from './detector.ts'
import { evasionDetectors, honestyDetectors } from './evasion.ts'
import { moreExtractionDetectors } from './extraction-languages.ts'
import { hijackDetectors } from './hijack.ts'
import { moreIndirectDetectors } from './indirect.ts'
import { injectionDetectors } from './injection.ts'
import { moreJailbreakDetectors } from './jailbreak-languages.ts'
import { jailbreakDetectors } from './jailbreak.ts'
import { leakDetectors } from './leak.ts'
import { misdeedDetectors } from './misdeed.ts'
import { moreOverrideDetectors } from './override-languages.ts'
import { secretGameDetectors } from './secret-game.ts'
import { refusalDetectors } from './refusal.ts'
import { refusalDisapproval } from './refusal-disapproval.ts'
import { refusalLanguages } from './refusal-languages.ts'
import { refusalWays } from './refusal-ways.ts'
import { takeoverDetectors } from './takeover.ts'
import { distressDetectors, unsafeDetectors } from './unsafe.ts'

export type { PhraseDetector } from './detector.ts'
export { macros } from './macros.ts'

export const detectorTables: readonly PhraseDetector[] = [
  ...aboutDetectors,
  ...injectionDetectors,
  ...moreOverrideDetectors,
  ...moreExtractionDetectors,
  ...secretGameDetectors,
  ...hijackDetectors,
  ...moreIndirectDetectors,
  ...takeoverDetectors,
  ...jailbreakDetectors,
  ...moreJailbreakDetectors,
  ...dangerDetectors,
  ...crimeDetectors,
  ...misdeedDetectors,
  ...harmlessDetectors,
  ...leakDetectors,
  ...unsafeDetectors,
  ...distressDetectors,
  ...refusalDetectors,
  ...refusalWays,
  ...refusalDisapproval,
  ...refusalLanguages,
  ...evasionDetectors,
  ...honestyDetectors,
]
