import { findAddresses } from './addresses.ts'
import { findWrittenBirthDates } from './birth-date.ts'
import { findCodes } from './codes.ts'
import { findBirthColumns } from './columns.ts'
import type { Hit } from './hit.ts'
import { findMail } from './mail.ts'
import { findNamedValues } from './named-values.ts'
import { findNetworkIds } from './network-ids.ts'
import { findNumbers } from './numbers.ts'
import { findPersonalPasswords } from './personal-password.ts'
import type { Scan } from './scan.ts'
import type { NamedSecrets } from './secrets.ts'
import { findSpelledMail } from './spelled-mail.ts'
import { findWallets } from './wallets.ts'

/**
 * All personal data, in no order, possibly overlapping.
 *
 * @param named looks for the named secrets of the text, or gives those that were found
 */
export function findPersonalData(scan: Scan, named: () => NamedSecrets): Hit[] {
  const hits: Hit[] = []
  if (scan.atSigns.length > 0) findMail(scan, hits)
  if (scan.assignAt.length > 0 || scan.mixedStart.length > 0) findNetworkIds(scan, hits)
  if (scan.digitStart.length > 0 || scan.mixedStart.length > 0) {
    findNumbers(scan, hits)
    findCodes(scan, hits)
    findAddresses(scan, hits)
    findWrittenBirthDates(scan, hits)
    findBirthColumns(scan, hits)
  }
  if (scan.markEnd.length > 0) findNamedValues(scan, hits)
  if (scan.keyStart.length > 0) findWallets(scan, hits)
  findPersonalPasswords(scan, named, hits)
  findSpelledMail(scan, hits)
  return hits
}
