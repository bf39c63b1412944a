import { assertNever } from '../app/assert-never.ts'
import type { AmendmentEntry, Entry, SystemEntry } from '../../../protocol/entry.ts'
import { type Mark, markOf } from '../trace/columns.ts'
import { visible } from '../beat/visible-text.ts'

/** What a list shows of an entry: small, so that a hundred thousand fit into memory without their texts. */
export type FeedRow = BeatRow | SystemRow | AmendmentRow

export interface BeatRow {
  type: 'beat'
  seq: number
  timeMs: number
  mark: Mark
  score: number
  titles: readonly string[]
  rules: readonly string[]
  refused: boolean
  /** Why there are no texts to be shown; null where there are. */
  absent: 'erased' | 'withheld' | null
  /** The beginnings of the texts, in one line. */
  prompt: string
  response: string
}

export interface SystemRow {
  type: 'system'
  seq: number
  timeMs: number
  event: SystemEntry['event']
  reason: string | null
  actor: 'user' | 'key' | 'system' | null
}

export interface AmendmentRow {
  type: 'amendment'
  seq: number
  timeMs: number
  beatSeq: number
  amendment: AmendmentEntry['amendment']
}

const SNIPPET = 140

/** The row of an entry. */
export function feedRow(entry: Entry): FeedRow {
  const { seq } = entry
  const timeMs = Date.parse(entry.timestamp)
  switch (entry.type) {
    case 'beat':
      return {
        type: 'beat',
        seq,
        timeMs,
        mark: markOf(entry),
        score: entry.alignment_score,
        titles: entry.violations,
        rules: [...new Set(entry.findings.map((finding) => finding.rule_id))],
        refused: entry.refused,
        absent: entry.erased ? 'erased' : entry.withheld ? 'withheld' : null,
        prompt: snippet(entry.prompt),
        response: snippet(entry.response),
      }
    case 'system':
      return {
        type: 'system',
        seq,
        timeMs,
        event: entry.event,
        reason: entry.reason,
        actor: entry.actor?.type ?? null,
      }
    case 'amendment':
      return { type: 'amendment', seq, timeMs, beatSeq: entry.beat_seq, amendment: entry.amendment }
    default:
      return assertNever(entry)
  }
}

function snippet(text: string | null): string {
  if (text === null) return ''
  const line = visible(text.slice(0, SNIPPET * 2))
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const short = line.length > SNIPPET || text.length > SNIPPET * 2 ? `${line.slice(0, SNIPPET)}…` : line
  // An engine keeps a whole text alive for a slice of it; a copy lets the text go.
  return structuredClone(short.toWellFormed())
}
