import type { Draft } from '../draft.ts'
import type { Result } from '../result.ts'

/** A beat to deliver, and who wants to hear the verdict. */
export interface BeatItem {
  kind: 'beat'
  draft: Draft
  onReceipt?: ((result: Result) => void) | undefined
}

/** What was done about a beat's verdict, or what its model answered to a probe. */
export interface AmendmentItem {
  kind: 'amendment'
  runId: string
  seq: number
  body: { id: string; amendment: 'action' | 'probe'; data: Record<string, unknown> }
}

export type Item = BeatItem | AmendmentItem

/** Where everything handed over so far stands. */
export interface FlushReport {
  /** Beats that the server acknowledged. */
  delivered: number
  /** Beats and amendments still waiting, or on their way. */
  pending: number
  /** Given up because memory is bounded, or because the server does not accept the key. */
  dropped: number
  /** Refused by the server, e.g. for a `meta` beyond its limit. Each kind of refusal is logged. */
  refused: number
}
