import { genesisHash } from '../../durable-objects/chain.ts'
import type { RunExportRequest } from './export-request.ts'

/** The entries of an export: timestamps never go back [B7], so a range of time is an unbroken one of `seq`. */
export interface Stretch {
  firstSeq: number
  lastSeq: number
  /** `hash` that the first entry follows. [X2] */
  firstLink: string
}

/** Finds the stretch of a request, or null when the range holds no entry. */
export async function findStretch(db: D1Database, request: RunExportRequest): Promise<Stretch | null> {
  const { run, start, end } = request
  const edge = (sql: string, ...values: (string | number)[]) =>
    db
      .prepare(`SELECT seq, hash FROM entries WHERE run_id = ? AND ${sql}`)
      .bind(run.id, ...values)
      .first<{ seq: number; hash: string }>()
  // By index and seq at once: the first by time is the lowest by seq among those of its millisecond.
  const first = start === null ? await edge('seq = 1') : await edge('at >= ? ORDER BY at, seq LIMIT 1', start)
  const last =
    end === null
      ? await edge('seq <= ? ORDER BY seq DESC LIMIT 1', run.last_seq)
      : await edge('at < ? AND seq <= ? ORDER BY at DESC, seq DESC LIMIT 1', end, run.last_seq)
  if (!first || !last || first.seq > last.seq) return null
  const before = first.seq === 1 ? null : await edge('seq = ?', first.seq - 1)
  return { firstSeq: first.seq, lastSeq: last.seq, firstLink: before?.hash ?? genesisHash(run.id) }
}
