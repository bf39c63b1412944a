import { logDatabase } from './log-databases.ts'
import { readLogEntry } from './log-reader.ts'
import type { AppendedBeat } from './prepared-beat.ts'
import { presentState, type RunParts } from './run-parts.ts'
import type { TailRow } from './run-store.ts'

/** Finds entries wherever they lie by now: in the tail, in D1, or in a run before this one. */
export class EntryReader {
  readonly #parts: Pick<RunParts, 'env' | 'log' | 'store'>

  constructor(parts: Pick<RunParts, 'env' | 'log' | 'store'>) {
    this.#parts = parts
  }

  /** An entry from the tail, or from D1 when it has left it. */
  async read(seq: number): Promise<Pick<TailRow, 'type' | 'id' | 'header' | 'hash'> | null> {
    const { env, log, store } = this.#parts
    return store.entry(seq) ?? (await readLogEntry(logDatabase(env, log.state?.log ?? 0), this.#runId, seq))
  }

  /** One entry's header and hash, for a receipt that is asked for again; null when it was deleted. */
  async receipt(seq: number): Promise<{ header: string; hash: string } | null> {
    if (presentState(this.#parts.log) === null) return null
    const row = await this.read(seq)
    return row && { header: row.header, hash: row.hash }
  }

  /** What a beat was answered the first time, in this run or one before it. [B4] */
  async known({ run_id, seq }: { run_id: string; seq: number }): Promise<AppendedBeat> {
    const { RUNS } = this.#parts.env
    const receipt =
      run_id === this.#runId ? await this.receipt(seq) : await RUNS.get(RUNS.idFromName(run_id)).receipt(seq)
    return receipt ? { kind: 'known', ...receipt } : { kind: 'gone', run_id }
  }

  get #runId(): string {
    return this.#parts.log.state?.binding.run_id ?? ''
  }
}
