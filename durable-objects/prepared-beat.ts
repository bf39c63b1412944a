import type { HeaderFrame, HeaderPlace } from './entry-text.ts'
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

/**
 * What became of one beat. A new one's header is not sent back: whoever sent its frame fills the place in.
 * `gone` is one whose id is remembered though its entry was deleted since.
 */
export type AppendedBeat =
  | { kind: 'new'; place: HeaderPlace; hash: string }
  | { kind: 'known'; header: string; hash: string }
  | { kind: 'gone'; run_id: string }

/** The answer to an append. An expected failure is a value: a thrown error loses its class across RPC. */
export type AppendResult =
  | { ok: true; beats: AppendedBeat[]; ended_at: number | null; halted: boolean }
  /** The run takes no more; `known` are the first of the beats, which it had taken before. */
  | { ok: false; code: 'run_closed'; next_run_id: string | null; ended_at: number; known: AppendedBeat[] }
  /** The run was never opened, and may not be by this call: somebody's idea of the current run is wrong. */
  | { ok: false; code: 'not_open' }
  | { ok: false; code: 'overloaded'; retry_after_s: number }
