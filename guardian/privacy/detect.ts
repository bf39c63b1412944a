import { withoutHidden } from './hidden-signs.ts'
import { resolveHits, type Hit } from './hit.ts'
import { findPersonalData } from './personal-data.ts'
import { scanText, type Scan } from './scan.ts'
import { findNamedSecrets, findSecrets } from './secrets.ts'

/** Personal data in a text: sorted, non-overlapping. Linear in its length; never throws. */
export function detectPersonalData(text: string): Hit[] {
  return detect(text, (scan) => findPersonalData(scan, () => findNamedSecrets(scan)))
}

/** Secrets in a text: sorted, non-overlapping. Linear in its length; never throws. */
export function detectSecrets(text: string): Hit[] {
  return detect(text, (scan) => findSecrets(scan, findNamedSecrets(scan)))
}

/** Both at once; where a secret and personal data overlap, the surer stands. */
export function detectSensitive(text: string): Hit[] {
  return detect(text, (scan) => {
    const named = findNamedSecrets(scan)
    return [...findSecrets(scan, named), ...findPersonalData(scan, () => named)]
  })
}

function detect(text: string, find: (scan: Scan) => Hit[]): Hit[] {
  const hits = find(scanText(text))
  const unhidden = withoutHidden(text)
  if (unhidden === null) return resolveHits(hits)
  // A second reading, for what hidden signs cut apart; the rest was seen in the first.
  for (const hit of find(scanText(unhidden.text))) {
    const start = unhidden.original(hit.start)
    const end = unhidden.original(hit.end - 1) + 1
    if (end - start > hit.end - hit.start) hits.push({ ...hit, start, end })
  }
  return resolveHits(hits)
}
