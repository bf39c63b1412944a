import type { HeaderFrame } from './entry-text.ts'
import type { BeatFigures } from './run-window.ts'

/**
 * A beat as the Worker hands it to the object: evaluated, redacted, canonicalised and committed to, so that
 * the one object of a run only numbers, links and stores it.
 */
export interface PreparedBeat {
  id: string
  /** True when the client chose the id: only then can it come again. [B4] */
  id_chosen: boolean
  header: HeaderFrame
  /** RFC 8785 text of the content. */
  content: string
  /** 16 bytes, hex. */
  salt: string
  figures: Omit<BeatFigures, 'at'>
}

/** What became of one beat: its header's text and hash, from which the Worker writes the receipt. */
export interface AppendedBeat {
  run_id: string
  header: string
  hash: string
  duplicate: boolean
}

/** The answer to an append. An expected failure is a value: a thrown error loses its class across RPC. */
export type AppendResult =
  | { ok: true; beats: AppendedBeat[]; ended_at: number | null; halted: boolean }
  | {
      ok: false
      code: 'run_closed'
      next_run_id: string | null
      ended_at: number
      known: (AppendedBeat | null)[]
    }
  | { ok: false; code: 'overloaded'; retry_after_s: number }
