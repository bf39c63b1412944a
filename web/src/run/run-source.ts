import type { Entry } from '../../../protocol/entry.ts'
import type { Run } from '../../../protocol/run.ts'
import type { Trace } from '../../../protocol/trace.ts'
import { getEntries, getRun, getTrace, type Only } from '../api/calls.ts'
import type { Outcome } from '../api/request.ts'
import { type LineListener, type LiveLine, openLine } from '../live/live-line.ts'

/** Where a run comes from: the server, or a file that holds it. */
export interface RunSource {
  run(): Promise<Outcome<Run>>
  /** Hands on every entry with a higher `seq` than `after`, in order, and then those that come. */
  open(after: number, listener: LineListener): LiveLine
  /** Entries with a higher `seq` than `after`, whole, at most `limit`; all of them, or some kinds of beats only. */
  entries(after: number, limit: number, only?: Only): Promise<Outcome<Entry[]>>
  /** What is to be drawn of a stretch (ms since 1970), or of the whole run. */
  trace(stretch: { fromMs: number; toMs: number } | null): Promise<Outcome<Trace>>
}

/** A run as the server has it. */
export function serverSource(runId: string): RunSource {
  const run = () => getRun(runId)
  return {
    run,
    open: (after, listener) => openLine(runId, after, listener, run),
    entries: (after, limit, only) => getEntries(runId, after, limit, only),
    trace: (stretch) => getTrace(runId, stretch),
  }
}
