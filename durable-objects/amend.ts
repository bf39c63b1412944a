import type { EntryReader } from './entry-reader.ts'
import type { PreparedAmendment } from './run-draft.ts'
import { idsTurnMs } from './run-duties.ts'
import { presentState, type RunParts } from './run-parts.ts'

/** What became of an amendment. */
export type AmendResult =
  | { ok: true; seq: number; duplicate: boolean }
  | { ok: false; code: 'not_found' | 'id_taken' }
  | { ok: false; code: 'overloaded'; retry_after_s: number }

/** Adds an amendment to a beat, wherever that lies by now; once, however often it is sent. [G2] */
export async function amend(
  { clock, flusher, log, store, tell }: RunParts,
  entries: EntryReader,
  amendment: Omit<PreparedAmendment, 'beat_id'>,
): Promise<AmendResult> {
  if (presentState(log) === null) return { ok: false, code: 'not_found' }
  const beat = await entries.read(amendment.beat_seq)
  // The run may have been deleted while D1 was asked.
  const state = presentState(log)
  if (beat?.type !== 'beat' || state === null) return { ok: false, code: 'not_found' }
  const known = store.ids.findAmendment(amendment.id)
  if (known?.run_id === state.binding.run_id) {
    const same = (await entries.read(known.seq))?.header.includes(`"beat_seq":${amendment.beat_seq},`) ?? true
    return same ? { ok: true, seq: known.seq, duplicate: true } : { ok: false, code: 'id_taken' }
  }
  if (flusher.isFull) return { ok: false, code: 'overloaded', retry_after_s: 5 }
  const now = Date.now()
  const row = log.amend({ ...amendment, beat_id: beat.id }, now)
  tell([row], now)
  clock.within('ids', now, idsTurnMs)
  return { ok: true, seq: row.seq, duplicate: false }
}
