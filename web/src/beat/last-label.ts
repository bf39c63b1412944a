import type { AmendmentEntry } from '../../../protocol/entry.ts'

export type ReviewLabel = 'right' | 'wrong'

/** What the latest reviewer said of a beat's verdict, or null. */
export function lastLabel(amendments: readonly AmendmentEntry[]): ReviewLabel | null {
  const label = amendments.findLast((each) => each.amendment === 'label' && each.data !== null)?.data?.[
    'verdict'
  ]
  return label === 'right' || label === 'wrong' ? label : null
}
