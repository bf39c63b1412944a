import type { LabelledRecord } from './records.ts'

/** Licences under which weights may be trained and shipped. All ask at most for attribution. */
const allowed = [
  /^MIT$/i,
  /^Apache-2\.0$/i,
  /^BSD-[23]-Clause$/i,
  /^CC0-1\.0/i,
  /^CC-BY-4\.0$/i,
  /^ODC-BY(-1\.0)?$/i,
  /^own$/i,
]

/** Sources whose licence would allow it, but whose authors ask for something else. */
const askedNotToTrain: Readonly<Record<string, string>> = {
  self_instruct_user: 'its authors ask that this evaluation set be used for no training',
}

/** Why a record may not take part in training shipped weights; null when it may. */
export function whyNotTrained(record: Pick<LabelledRecord, 'source' | 'licence'>): string | null {
  const asked = askedNotToTrain[record.source]
  if (asked !== undefined) return asked
  if (!allowed.some((licence) => licence.test(record.licence)))
    return `licence ${record.licence} is not on the list`
  return null
}
