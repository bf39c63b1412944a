import { context } from './context.ts'
import { pii, type Hit } from './hit.ts'
import type { Scan } from './scan.ts'
import type { NamedSecrets } from './secrets.ts'
import { firstAfter, isNear } from './surroundings.ts'

const someones =
  /\b(?:my|your|his|her|their|our|mein|meine|dein|ihr|mon|votre|ton|son|mi|tu|su|meu|sua|seu|il mio|mijn|мой|ваш)\b[^.\n]{0,40}$/iu

/**
 * Passwords that are a person's: said to be somebody's, or beside a user name. They are personal data as well
 * as secrets, and both tasks report them.
 */
export function findPersonalPasswords(scan: Scan, named: () => NamedSecrets, hits: Hit[]): void {
  if (!scan.markBits.some((bits) => (bits & context.password) !== 0)) return
  const { spoken, assigned } = named()
  for (const { kind, start, end } of [...spoken, ...assigned]) {
    if (kind !== 'password') continue
    const owned =
      isNear(scan, start, end, context.user, 64, 32) ||
      (scan.atSigns[firstAfter(scan.atSigns, start - 80)] ?? Infinity) < start ||
      someones.test(scan.text.slice(Math.max(0, start - 64), start))
    if (owned) hits.push(pii('password', '[password]', start, end, 0.84, 'high'))
  }
}
