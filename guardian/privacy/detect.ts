import { resolveHits, type Hit } from './hit.ts'
import { findPersonalData } from './personal-data.ts'
import { scanText } from './scan.ts'
import { findSecrets } from './secrets.ts'

/** Personal data in a text: sorted, non-overlapping. Linear in its length; never throws. */
export function detectPersonalData(text: string): Hit[] {
  return resolveHits(findPersonalData(scanText(text)))
}

/** Secrets in a text: sorted, non-overlapping. Linear in its length; never throws. */
export function detectSecrets(text: string): Hit[] {
  return resolveHits(findSecrets(scanText(text)))
}

/** Both at once; where a secret and personal data overlap, the surer stands. */
export function detectSensitive(text: string): Hit[] {
  const scan = scanText(text)
  return resolveHits([...findSecrets(scan), ...findPersonalData(scan)])
}
