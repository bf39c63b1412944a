import { findAssignments } from './assignments.ts'
import { findCurlUsers } from './curl-user.ts'
import type { Hit } from './hit.ts'
import { findProviderKeys } from './find-provider-keys.ts'
import { findPrivateKeys } from './private-key.ts'
import { findSpokenSecrets } from './spoken.ts'
import type { Scan } from './scan.ts'
import { findUrlSecrets } from './url-secrets.ts'

/** All secrets, in no order, possibly overlapping. */
export function findSecrets(scan: Scan): Hit[] {
  const hits: Hit[] = []
  findPrivateKeys(scan.text, hits)
  findProviderKeys(scan, hits)
  if (scan.assignAt.length > 0) findUrlSecrets(scan, hits)
  findAssignments(scan, hits)
  findSpokenSecrets(scan, hits)
  findCurlUsers(scan.text, hits)
  return hits
}
