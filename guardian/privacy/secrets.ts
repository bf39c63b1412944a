import { findAssignments } from './assignments.ts'
import { findSecretColumns } from './columns.ts'
import { findCommandPasswords } from './command-passwords.ts'
import { findCurlUsers } from './curl-user.ts'
import type { Hit } from './hit.ts'
import { findLabelledSecrets } from './labelled.ts'
import { findProseSecrets } from './prose-secrets.ts'
import { findProviderKeys } from './find-provider-keys.ts'
import { findPrivateKeys } from './private-key.ts'
import { findSeedPhrases } from './seed-phrase.ts'
import { secretNames } from './secret-names.ts'
import { findSpokenSecrets } from './spoken.ts'
import type { Scan } from './scan.ts'
import { findUrlSecrets } from './url-secrets.ts'

/** Secrets that a name or a sentence gives away. Those of persons are personal data as well. */
export interface NamedSecrets {
  readonly spoken: readonly Hit[]
  readonly assigned: readonly Hit[]
}

export function findNamedSecrets(scan: Scan): NamedSecrets {
  const spoken: Hit[] = []
  const assigned: Hit[] = []
  const names = secretNames(scan)
  findSpokenSecrets(scan, names, spoken)
  findLabelledSecrets(scan, names, spoken)
  findProseSecrets(scan, names, spoken)
  findSecretColumns(scan, spoken)
  findAssignments(scan, assigned)
  return { spoken, assigned }
}

/** All secrets, in no order, possibly overlapping. */
export function findSecrets(scan: Scan, { spoken, assigned }: NamedSecrets): Hit[] {
  const hits: Hit[] = []
  findPrivateKeys(scan.text, hits)
  findProviderKeys(scan, hits)
  if (scan.assignAt.length > 0) findUrlSecrets(scan, hits)
  const others: Hit[] = []
  findCurlUsers(scan.text, others)
  findCommandPasswords(scan, others)
  findSeedPhrases(scan, others)
  return [...hits, ...assigned, ...spoken, ...others]
}
